import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { api, ApiProblem } from '../../api/client.js'
import { Failed, Refusal } from '../../app/states.js'
import { sayDay } from '../../words/dates.js'
import { useLanguage, useTitle, useWords } from '../../words/language.js'
import type { Told } from './use-submission.js'
import { outsideWords } from './words.js'

const Period = ({ period: { title: called, clock, state, due } }: { period: Told['periods'][number] }) => {
  const words = useWords(outsideWords)
  const title = useTitle()
  const { language } = useLanguage()
  const day = due && sayDay(due, language)
  const says = state === 'paused' || !day ? words.paused : state === 'breached' ? words.overdue(day) : words.until(day)
  return (
    <div>
      <dt>{title(called, clock)}</dt>
      <dd>{says}</dd>
    </div>
  )
}

const Event = ({ event }: { event: Told['told'][number] }) => {
  const words = useWords(outsideWords)
  const title = useTitle()
  const { language } = useLanguage()
  const { law } = event
  return (
    <div>
      <dt>{sayDay(event.on, language)}</dt>
      <dd>
        <strong>{title(event.title, event.event)}</strong>
        {event.more && `：${title(event.more)}`}
        <div className="field-hint">
          {[event.by && title(event.by), law?.instrument && words.law(title(law.instrument), law.article ?? '')]
            .filter(Boolean)
            .join(' · ')}
        </div>
      </dd>
    </div>
  )
}

const One = ({ told }: { told: Told }) => {
  const words = useWords(outsideWords)
  const title = useTitle()
  const { language } = useLanguage()
  const nothing = told.complaint ? words.nothingComplaint : words.nothingReport
  return (
    <section>
      <h2>{title(told.channelTitle)}</h2>
      <dl className="outside-answers">
        <div>
          <dt>{sayDay(told.receivedOn, language)}</dt>
          <dd>
            <strong>{words.wasReceived}</strong>
            <div className="field-hint">{title(told.receivedBy)}</div>
          </dd>
        </div>
        {told.told.map((event) => (
          <Event key={`${event.event} ${event.on}`} event={event} />
        ))}
        {told.periods.map((period) => (
          <Period key={period.clock} period={period} />
        ))}
      </dl>
      {told.told.length === 0 && <p>{nothing}</p>}
    </section>
  )
}

/** What became of a complaint or report, by its code; the code stands in no address. */
export const Status = () => {
  const words = useWords(outsideWords)
  const [found, setFound] = useState<readonly Told[]>()
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const ask = async ({ code }: { code: string }) => {
    setBusy(true)
    setError(undefined)
    setFound(undefined)
    await api<{ submissions: Told[] }>('/api/outside/status', { body: { code } })
      .then(({ submissions }) => setFound(submissions))
      .catch(setError)
    setBusy(false)
  }
  return (
    <>
      <h1>{words.statusTitle}</h1>
      <Form layout="vertical" requiredMark={false} onFinish={(given: { code: string }) => void ask(given)}>
        <Form.Item
          name="code"
          label={words.code}
          extra={words.codeHint}
          rules={[{ required: true, whitespace: true, message: words.needCode }]}
          style={{ maxWidth: 420 }}
        >
          <Input size="large" autoComplete="off" spellCheck={false} maxLength={64} />
        </Form.Item>
        <Button type="primary" size="large" htmlType="submit" loading={busy}>
          {words.ask}
        </Button>
      </Form>
      <div role="status" aria-live="polite" style={{ marginTop: 20 }}>
        {error instanceof ApiProblem ? <Refusal problem={error} /> : error ? <Failed error={error} /> : null}
        {found?.map((told, n) => (
          <One key={n} told={told} />
        ))}
      </div>
    </>
  )
}
