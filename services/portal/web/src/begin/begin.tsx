import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { Link } from 'wouter'
import { api } from '../api/client.js'
import { useMe } from '../app/session.js'
import { useDirectory } from '../forms/directory.js'
import type { StepInfo } from '../forms/schema.js'
import { stepIn, useSteps } from '../forms/steps.js'
import { useListed, useTitle, useWords } from '../words/language.js'
import { addressOf, prefillFrom, type Beginning, type On } from './beginning.js'
import { beginWords } from './words.js'

const useMine = (): readonly Beginning[] | undefined =>
  useQuery({
    queryKey: ['begin', useMe().office],
    queryFn: () => api<{ begin: readonly Beginning[] }>('/api/steps/mine'),
    staleTime: 'static',
  }).data?.begin

const useBeginnings = (): readonly Beginning[] => useMine() ?? []

const NAMED = 12

/** Above the form of a first step that is not this person’s: whose it is. */
export const NotMine = ({ info }: { info: StepInfo }) => {
  const words = useWords(beginWords)
  const [title, listed] = [useTitle(), useListed()]
  const mine = useMine()
  const directory = useDirectory()
  const may = info.who.may
  if (!mine || mine.some((one) => one.kind === info.kind && one.step === info.step)) return null
  const able = directory?.agencies.filter(({ rights }) => may !== undefined && rights?.includes(may)) ?? []
  const named = listed(able.slice(0, NAMED).map(({ code, name }) => title(name, code)))
  return (
    <Alert
      type="warning"
      showIcon
      style={{ marginBottom: 16 }}
      title={words.notMine(title(info.title, info.step))}
      description={named && words.whoMay(able.length > NAMED ? words.andOthers(named, able.length) : named)}
    />
  )
}

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
