import { useCallback, useMemo, useState } from 'react'
import { api, ApiProblem } from '../../api/client.js'
import type { Title } from '../../api/types.js'
import { chosenIn, fieldsFor } from '../../forms/channel.js'
import { faultsOf, type Fault } from '../../forms/check.js'
import { fieldsOf } from '../../forms/fields.js'
import { faultsIn } from '../../forms/issues.js'
import type { StepInfo } from '../../forms/schema.js'
import { attemptOf, type Attempt } from '../../forms/send.js'
import { inputOf, withAt, type Path, type Values } from '../../forms/values.js'

/** What is told of a lead to whoever brought it in. */
export interface Told {
  channelTitle?: Title
  complaint: boolean
  receivedOn: string
  receivedBy?: Title
  told: readonly {
    event: string
    title: Title
    on: string
    by?: Title
    more?: Title
    law?: { instrument?: Title; article?: string }
  }[]
  periods: readonly { clock: string; title?: Title; state: string; due?: string }[]
}

export type Received = Told & { code: string }

/** What somebody without an account writes; nothing of it is kept in the browser. */
export const useSubmission = (step: StepInfo) => {
  const all = useMemo(() => fieldsOf(step.input), [step])
  const [values, setValues] = useState<Values>({})
  const [tries, setTries] = useState(0)
  const [told, setTold] = useState<readonly Fault[]>([])
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const [sent, setSent] = useState<Attempt>()
  const chosen = chosenIn(all, values)
  const fields = useMemo(() => fieldsFor(all, chosen), [all, chosen])
  const own = useMemo(() => (tries ? faultsOf(fields, values) : []), [tries, fields, values])
  const faults = useMemo(() => [...own, ...told], [own, told])

  const set = useCallback((path: Path, value: unknown) => {
    setValues((now) => withAt(now, path, value) as Values)
    setTold([])
    setError(undefined)
  }, [])

  /** Whether everything that is asked for stands there. */
  const check = (): boolean => {
    setTries((n) => n + 1)
    return faultsOf(fields, values).length === 0
  }

  const send = async (): Promise<Received | undefined> => {
    const attempt = attemptOf({ input: inputOf(fields, values) }, sent)
    setSent(attempt)
    setBusy(true)
    try {
      return await api<Received>('/api/outside/submissions', {
        body: JSON.parse(attempt.body) as unknown,
        key: attempt.key,
      })
    } catch (problem) {
      setError(problem)
      if (problem instanceof ApiProblem) setTold(faultsIn(problem.body, fields, values))
      return undefined
    } finally {
      setBusy(false)
    }
  }
  return { fields, values, set, faults, tries, error, busy, check, send }
}

export type Submission = ReturnType<typeof useSubmission>
