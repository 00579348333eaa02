import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.js'
import type { Title } from '../../api/types.js'

/** What stands behind a date, a figure or a paper, as GET /api/rules/… tells it. */
interface Ruled {
  law: string
  lawTitle?: Title
  article?: string
  confidence: Confidence
  validFrom: string
  validTo?: string
}
export type Confidence = 'verified' | 'known' | 'uncertain' | 'design'

interface Named {
  code: string
  title?: Title
}
interface Span {
  n?: number
  until?: string
  words?: Title
  when?: object
}

export interface LawClock extends Ruled {
  id: string
  title: Title
  on: string
  kindTitle?: Title
  text?: Title
  spans: readonly Span[]
  starts: readonly { event: string; title?: Title }[]
  stops: readonly { event: string; title?: Title }[]
  pauses: readonly { event: string; title?: Title }[]
  extensions: readonly { event: string; title?: Title; add: Span; times: number }[]
  lapse: 'breach' | 'lost' | 'auto' | 'gate' | 'reminder'
  if?: string
  /** Whether the switches leave it on. */
  applies: boolean
}

export interface LawThreshold extends Ruled {
  id: string
  tier: 'base' | 'serious' | 'specially_serious'
  at: number
  unit: string
  offence: Named & { article?: string }
  flags: readonly Named[]
  sums: readonly (readonly Named[])[]
  requires: readonly Named[]
  onlyIf?: Named & { below: number }
}

export interface LawPaper {
  code: string
  title: Title
  aliases: readonly string[]
  served?: readonly string[]
  numbers: readonly { pattern: string; confidence: Confidence }[]
  madeBy: readonly { kind: string; step: string; title: Title }[]
  /** Of papers that can be printed: what must stand in them and where it is entered, who signs them, whether they are sealed. */
  mandatory?: readonly { title: Title; where: Title }[]
  signed?: readonly Title[]
  sealed?: boolean
}

export interface LawSwitch {
  name: string
  title: Title
  value: string | number | boolean
  now: string | number | boolean
  values?: readonly (string | number | boolean)[]
  source: string
}

export interface Law {
  clocks: readonly LawClock[]
  thresholds: readonly LawThreshold[]
  documents: readonly LawPaper[]
  switches: readonly LawSwitch[]
}

/** One table of the rules, whole: it stands as long as the server does. */
export const useLaw = <K extends keyof Law>(table: K, enabled = true) =>
  useQuery({
    queryKey: ['law', table],
    queryFn: async () => (await api<Pick<Law, K>>(`/api/rules/${table}`))[table],
    staleTime: 'static',
    enabled,
  })
