import { Collapse, Form, Input } from 'antd'
import { useTitle, useWords } from '../words/language.js'
import { idOf, useForming } from './context.js'
import { Picker } from './controls/day.js'
import type { Beside } from './form-state.js'
import { formWords } from './words.js'

const LONGEST = 4000

/** When it happened in law and why: of every step, seldom needed. */
export const BesideFields = ({
  beside,
  put,
  from,
}: {
  beside: Beside
  put: (more: Beside) => void
  from: string | undefined
}) => {
  const words = useWords(formWords)
  const title = useTitle()
  const { prefix, now, faults } = useForming()
  const fault = faults.get('@at')
  const [at, reason] = [idOf(prefix, ['@at']), idOf(prefix, ['@reason'])]
  const inside = (
    <Form layout="vertical" component={false}>
      <Form.Item htmlFor={at} label={words.at} style={{ marginBottom: 10 }} validateStatus={fault ? 'error' : ''}>
        <Picker
          id={at}
          aria-describedby={`${at}-hint`}
          value={beside.at}
          withTime
          onPick={(text) => put({ at: text })}
          {...(from !== undefined && { from })}
          {...(now !== undefined && { until: now })}
        />
        {fault && <div className="field-fault">{title(fault)}</div>}
        <div id={`${at}-hint`} className="field-hint">
          {words.atHint}
        </div>
      </Form.Item>
      <Form.Item htmlFor={reason} label={words.reason} style={{ marginBottom: 4 }}>
        <Input.TextArea
          id={reason}
          aria-describedby={`${reason}-hint`}
          autoSize={{ minRows: 1, maxRows: 6 }}
          maxLength={LONGEST}
          value={beside.reason ?? ''}
          onChange={({ target }) => put({ reason: target.value })}
        />
        <div id={`${reason}-hint`} className="field-hint">
          {words.reasonHint}
        </div>
      </Form.Item>
    </Form>
  )
  const open = beside.at !== undefined || beside.reason !== undefined || fault !== undefined
  return (
    <Collapse
      size="small"
      ghost
      style={{ marginBottom: 8 }}
      {...(open && { defaultActiveKey: ['late'] })}
      items={[{ key: 'late', label: words.late, children: inside, forceRender: false }]}
    />
  )
}
