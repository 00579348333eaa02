import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { Link } from 'wouter'
import { api } from '../../api/client.js'
import { useSettled } from '../../api/settled.js'
import type { Title } from '../../api/types.js'
import type { Values } from '../../forms/values.js'
import { sayDay } from '../../words/dates.js'
import { useLanguage, useListed, useTitle, useWords } from '../../words/language.js'
import { registerWords } from './words.js'

interface Like extends Record<'id' | 'kind' | 'label' | 'state' | 'since', string> {
  numbers?: readonly string[]
  stateTitle?: Title
  reasons: readonly ({ reason: string } & Title)[]
}

const TYPED = ['name', 'uscc', 'shop', 'address'] as const
const PAUSE_MS = 400
const SHORTEST = 2

/** What is typed of the target so far, as it is asked for; undefined where it is too little. */
const askedOf = ({ subject }: Values): string | undefined => {
  const target = (subject ?? {}) as Values
  const typed = TYPED.flatMap((name) => {
    const text = String(target[name] ?? '').trim()
    return text.length >= SHORTEST ? [[name, text] as const] : []
  })
  return typed.length ? JSON.stringify(Object.fromEntries(typed)) : undefined
}

const useLikely = (asked: string | undefined) =>
  useQuery({
    queryKey: ['likely', asked],
    queryFn: ({ signal }) =>
      api<{ now: string; likely: Like[] }>('/api/portal/likely-leads', { body: JSON.parse(asked!) as unknown, signal }),
    enabled: asked !== undefined,
    placeholderData: keepPreviousData,
    gcTime: 0,
  }).data

const One = ({ like, now }: { like: Like; now: string }) => {
  const words = useWords(registerWords)
  const title = useTitle()
  const listed = useListed()
  const { language } = useLanguage()
  const { kind, id, numbers, label, stateTitle, state, since, reasons } = like
  return (
    <li>
      <Link href={`/records/${kind}/${id}`} target="_blank" style={{ textDecoration: 'underline' }}>
        {numbers?.[0]} {label}
      </Link>{' '}
      · {title(stateTitle, state)} · {sayDay(since, language, now)}
      <div className="field-hint">{words.reasons(listed(reasons.map((one) => title(one, one.reason))))}</div>
    </li>
  )
}

/** Whether the lead has come before, while it is typed in. */
export const Likely = ({ values }: { values: Values }) => {
  const words = useWords(registerWords)
  const asked = askedOf(values)
  const found = useLikely(useSettled(asked, PAUSE_MS))
  const likely = asked === undefined ? [] : (found?.likely ?? [])
  return (
    <div role="status" aria-live="polite">
      {found && likely.length > 0 && (
        <Alert
          role={undefined}
          type="warning"
          showIcon
          style={{ marginBottom: 16 }}
          title={words.likely}
          description={
            <>
              <div>{words.likelyHint}</div>
              <ul style={{ margin: '8px 0 0', paddingInlineStart: 18 }}>
                {likely.map((like) => (
                  <One key={like.id} like={like} now={found.now} />
                ))}
              </ul>
            </>
          }
        />
      )}
    </div>
  )
}
