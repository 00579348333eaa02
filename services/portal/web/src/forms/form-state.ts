import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { ApiProblem, Offline } from '../api/client.js'
import { useMe } from '../app/session.js'
import { chosenIn, fieldsFor } from './channel.js'
import { faultsOf, type Fault } from './check.js'
import { draftName, forgetDraft, keepDraft, keptDraft, type Draft } from './draft.js'
import { fieldsOf, type Field } from './fields.js'
import { faultsIn } from './issues.js'
import type { StepInfo } from './schema.js'
import { attemptOf, sendStep, type Attempt, type Done } from './send.js'
import { defaultsOf, inputOf, valuesOf, withAt, withMissing, withOffered, type Path, type Values } from './values.js'

/** Fields that every step has beside its input. */
export interface Beside {
  at?: string | undefined
  reason?: string | undefined
}

export interface FormOf {
  step: StepInfo
  id: string | undefined
  version: number | undefined
  prefill: Values | undefined
  onDone: (done: Done) => void
}

const given = (beside: Beside): Beside => Object.fromEntries(Object.entries(beside).filter(([, text]) => text?.trim()))

const PAUSE_MS = 300

/** Keeps what was typed, a moment after it was; under no name nothing. */
const useKeeping = (name: string | undefined, draft: Draft, { sealed }: StepInfo, fields: readonly Field[]): void => {
  const latest = JSON.stringify(draft)
  useEffect(() => {
    if (name === undefined) return undefined
    const timer = setTimeout(() => keepDraft(name, JSON.parse(latest) as Draft, { sealed, fields }), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [name, latest, sealed, fields])
}

/** What an open form holds, and how it is sent. */
export const useFormState = ({ step, id, version: now, prefill, onDone }: FormOf) => {
  // What changes beside an open form changes nothing about what it was filled in on.
  const [version] = useState(now)
  const queries = useQueryClient()
  const { person } = useMe()
  const name = draftName(person, step.kind, id, step.step)
  const all = useMemo(() => fieldsOf(step.input), [step])
  const fresh = useMemo(
    () => withOffered(all, { ...defaultsOf(all), ...valuesOf(all, prefill ?? {}) }, step.given),
    [all, prefill, step],
  )
  const [kept] = useState(() => keptDraft(name))
  const [values, setValues] = useState<Values>(() => ({ ...fresh, ...kept?.values }))
  const chosen = chosenIn(all, values)
  const fields = useMemo(() => fieldsFor(all, chosen), [all, chosen])
  const [beside, setBeside] = useState<Beside>({ at: kept?.at, reason: kept?.reason })
  const [sent, setSent] = useState<Attempt | undefined>(kept?.sent)
  const [touched, setTouched] = useState(false)
  const [restored, setRestored] = useState(kept !== undefined)
  const [tries, setTries] = useState(0)
  const [told, setTold] = useState<readonly Fault[]>([])
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const own = useMemo(() => (tries ? faultsOf(fields, values) : []), [tries, fields, values])
  const faults = useMemo(() => [...own, ...told], [own, told])

  useKeeping(touched ? name : undefined, { values, ...given(beside), ...(sent && { sent }) }, step, all)

  const set = useCallback((path: Path, value: unknown) => {
    setTouched(true)
    setValues((now) => withAt(now, path, value) as Values)
    setTold((now) => now.filter((fault) => fault.path.join('.') !== path.join('.')))
  }, [])

  const startAgain = () => {
    forgetDraft(name)
    setValues(fresh)
    setBeside({})
    setSent(undefined)
    setRestored(false)
    setTouched(false)
    setTries(0)
    setTold([])
    setError(undefined)
  }

  const failed = (problem: unknown, attempt: Attempt) => {
    if (problem instanceof Offline) {
      setSent(attempt)
      setTouched(true)
    } else setSent(undefined)
    setError(problem)
    if (problem instanceof ApiProblem) {
      const withRows = withMissing(fields, values, problem.body.facts.missing)
      setValues(withRows)
      setTold(faultsIn(problem.body, fields, withRows))
    }
    setTries((n) => n + 1)
  }

  const done = async (answer: Done) => {
    forgetDraft(name)
    setTouched(false)
    onDone(answer)
    await queries.invalidateQueries()
  }

  /** @param looked the version that was looked at, where it is another than the form was opened on */
  const send = async (looked = version) => {
    setTold([])
    setError(undefined)
    if (faultsOf(fields, values).length) {
      setTries((n) => n + 1)
      return
    }
    const attempt = attemptOf({ ...given(beside), input: inputOf(fields, values) }, sent)
    setBusy(true)
    await sendStep(step, { id, version: looked }, attempt).then(done, (problem: unknown) => failed(problem, attempt))
    setBusy(false)
  }

  const put = (more: Beside) => {
    setTouched(true)
    setBeside((now) => ({ ...now, ...more }))
  }
  return { fields, values, beside, put, set, faults, error, busy, restored, touched, tries, startAgain, send }
}
