import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link } from 'wouter'
import { api } from '../api/client.js'
import { useMe } from '../app/session.js'
import { stepIn, useSteps } from '../forms/steps.js'
import { useTitle, useWords } from '../words/language.js'
import { addressOf, prefillFrom, type Beginning, type On } from './beginning.js'
import { beginWords } from './words.js'

const useBeginnings = (): readonly Beginning[] =>
  useQuery({
    queryKey: ['begin', useMe().office],
    queryFn: () => api<{ begin: readonly Beginning[] }>('/api/steps/mine'),
    staleTime: 'static',
  }).data?.begin ?? []

interface Offered {
  one: Beginning
  query?: Record<string, string>
}

const Buttons = ({ label, said, offered }: { label: string; said?: boolean; offered: readonly Offered[] }) => {
  const title = useTitle()
  if (!offered.length) return null
  return (
    <div
      role="group"
      aria-label={label}
      style={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8, marginTop: said ? 8 : 0 }}
    >
      {said && <span style={{ color: '#4a5563' }}>{label}</span>}
      {offered.map(({ one, query }) => (
        <Link key={`${one.kind}/${one.step}`} href={addressOf(one, query)} asChild>
          <Button>{title(one.title, one.step)}</Button>
        </Link>
      ))}
    </div>
  )
}

/** What this person may begin; of some kinds of record, or of all. */
export const Begin = ({ kinds }: { kinds?: readonly string[] }) => {
  const words = useWords(beginWords)
  const offered = useBeginnings().filter(({ kind }) => kinds?.includes(kind) ?? true)
  return <Buttons label={words.begin} offered={offered.map((one) => ({ one }))} />
}

/** What this person may begin that builds on a record or its matter. */
export const BeginFrom = ({ on }: { on: On }) => {
  const words = useWords(beginWords)
  const steps = useSteps().data ?? []
  const offered = useBeginnings().flatMap((one) => {
    const prefill = prefillFrom(stepIn(steps, one.kind, one.step)?.input ?? {}, on)
    return Object.keys(prefill).length ? [{ one, query: { ...prefill, in: on.dossier } }] : []
  })
  return <Buttons said label={words.beginFrom} offered={offered} />
}
