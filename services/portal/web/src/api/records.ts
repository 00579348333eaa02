import { useQuery } from '@tanstack/react-query'
import type { Light } from '../app/theme.js'
import { api } from './client.js'
import type { Title, Unit } from './types.js'

export interface Actor {
  agency: string
  office: string
  person: string
}

export interface Paper {
  title: string
  number?: string
  on: string
  agency: string
  fields: Readonly<Record<string, unknown>>
}

export interface Span {
  n: number
  unit: string
}

export interface Wait {
  step: string
  title: Title
  on?: { kind: string; title: Title; record?: string }
  agencies: readonly string[]
  offices: readonly string[]
  now: boolean
}

/** A clock of a record, as its reader may see it. */
export interface ShownClock {
  id: string
  key: string
  state: 'running' | 'paused' | 'open' | 'breached' | 'lapsed' | 'satisfied' | 'cancelled' | string
  start: string
  unit: string
  length: Span | { until: string }
  due?: string
  strict?: string
  lastSafeDay?: string
  pausedSince?: string
  pausedUntil?: string
  remaining?: Span
  lapseAt?: string
  lapse?: string
  stoppedAt?: string
  provisional: boolean
  light?: Light
  lightTitle?: Title
  leftTitle?: Title
  dueTitle?: Title
  title?: Title
  law?: string
  lawTitle?: Title
  article?: string
  text?: string
  confidence?: string
  explanation: Title & { href: string }
  waitsFor: readonly Wait[]
  heldBy?: readonly { agency: string; name: Title }[]
  since?: string
  until?: string
  says?: Title
}

/** A step that may be taken now. */
export interface MayStep {
  step: string
  title: Title
}

/** A step that may not, with the first reason. */
export interface MayNotStep extends MayStep, Title {
  code: string
  facts?: Readonly<Record<string, unknown>>
  todo: Title
}

/** What happened: of a party's outline only its own acts, without numbers. */
export interface Entry {
  seq?: number
  version?: number
  step: string
  title?: Title
  at: string
  recordedAt?: string
  actor?: Actor
  events: readonly { type: string; title?: Title; lateBy?: { clock: string; n: number; unit: string } }[]
  refused?: Title & { code: string; facts: Readonly<Record<string, unknown>> }
}

/** What the codes of an answer are called, and the people of agencies by their ids. */
export interface Named {
  agencies: Readonly<Record<string, Title>>
  offices: Readonly<Record<string, Title>>
  people?: Readonly<Record<string, string>>
}

/** A record as one person sees it: the file, or a party's outline without what is optional here. */
export interface RecordShown {
  id: string
  kind: string
  kindTitle?: Title
  dossier: string
  version?: number
  state: string
  stateTitle?: Title
  overlays?: readonly string[]
  since?: string
  label: string
  facts?: Readonly<Record<string, unknown>>
  words?: Readonly<Record<string, Title>>
  /** What its facts are called, by where they stand, without the numbers of lines: `amounts.value`. */
  titles?: Readonly<Record<string, Title>>
  /** In what the numbers among its facts are counted, by where they stand: `amounts.0.value`. */
  units?: Readonly<Record<string, Unit>>
  roles?: Readonly<Record<string, readonly string[]>>
  papers: readonly Paper[]
  clocks: readonly ShownClock[]
  chain: { seq?: number; head: string }
  by?: Actor & { step: string; stepTitle?: Title; at: string }
  may: readonly MayStep[]
  mayNot: readonly MayNotStep[]
  entries: readonly Entry[]
  names?: Named
  /** The world's own clock. */
  now?: string
}

export const recordKey = (kind: string, id: string | undefined) => ['record', kind, id]

export const readRecord = (kind: string, id: string): Promise<RecordShown> => api<RecordShown>(`/api/${kind}/${id}`)

/** A record as the reader may see it now. */
export const useRecord = (kind: string, id: string | undefined) =>
  useQuery({ queryKey: recordKey(kind, id), queryFn: () => readRecord(kind, id!), enabled: id !== undefined })
