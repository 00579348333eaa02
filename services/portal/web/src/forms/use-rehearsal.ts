import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api } from '../api/client.js'
import { useSettled } from '../api/settled.js'
import type { ProblemBody, Title } from '../api/types.js'
import { faultsOf } from './check.js'
import type { Beside } from './form-state.js'
import type { Field } from './fields.js'
import type { StepInfo } from './schema.js'
import { pathOf } from './send.js'
import { inputOf, type Values } from './values.js'

/** What an act would bring, as the API tells it. */
export interface Rehearsal {
  possible: true
  stateTitle?: Title
  state: string
  papers: readonly string[]
  paperTitles: Readonly<Record<string, Title>>
  signing: NonNullable<StepInfo['signing']>
  warnings: readonly ({ warning: string; facts?: { words?: readonly string[] } } & Title)[]
  clocks: readonly { id: string; key: string; state: string; due?: string; title?: Title; text?: string }[]
}

/** Why it would be refused. */
type Impossible = ProblemBody & { possible: false }

export interface Rehearsed {
  told?: Rehearsal | undefined
  refused?: ProblemBody | undefined
}

const PAUSE_MS = 500

/** Asks, while somebody writes, what the step would bring; identities are not sent before the step itself is. */
export const useRehearsal = (
  step: StepInfo,
  id: string | undefined,
  fields: readonly Field[],
  { values, beside }: { values: Values; beside: Beside },
): Rehearsed => {
  const whole = !step.sealed.length && !faultsOf(fields, values).length
  const body = useSettled(
    whole ? JSON.stringify({ ...beside, rehearse: true, input: inputOf(fields, values) }) : undefined,
    PAUSE_MS,
  )
  const path = pathOf(step, id)
  const { data } = useQuery({
    queryKey: ['rehearsal', path, body],
    queryFn: ({ signal }) => api<Rehearsal | Impossible>(path, { body: JSON.parse(body!) as unknown, signal }),
    enabled: body !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 0,
  })
  if (body === undefined || !data) return {}
  return data.possible ? { told: data } : { refused: data }
}
