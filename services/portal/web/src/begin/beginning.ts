import type { StepInfo } from '../forms/schema.js'
import type { Title } from '../api/types.js'

/** A first step that this person may take. */
export interface Beginning {
  kind: string
  step: string
  title: Title
}

/** The record that a new one builds on. */
export interface On {
  id: string
  kind: string
  dossier: string
}

/** The kind of a field that asks for a whole matter. */
const DOSSIER = 'dossier'

type Input = StepInfo['input']

const many = (node: Input): boolean => node.type === 'array'
const asks = (node: Input): Input => (many(node) ? (node.items ?? {}) : node)

/** Fields of a first step that name this record or its matter, with its ids; empty where the step asks for neither. */
export const prefillFrom = (input: Input, { id, kind, dossier }: On): Record<string, string> =>
  Object.fromEntries(
    Object.entries(input.properties ?? {}).flatMap(([name, node]) => {
      const wanted = [asks(node)['x-kind'] ?? []].flat()
      if (wanted.includes(DOSSIER)) return [[name, dossier] as const]
      return wanted.includes(kind) ? [[name, id] as const] : []
    }),
  )

/** What stands in an address, as it is sent: a field of several ids begins with one of them. */
export const prefillOf = (input: Input | undefined, given: Iterable<[string, string]>): Record<string, unknown> =>
  Object.fromEntries(
    [...given].flatMap(([name, value]) => {
      const node = input?.properties?.[name]
      return node ? [[name, many(node) ? [value] : value] as const] : []
    }),
  )

/** Leads are registered on a page of their own. */
export const addressOf = ({ kind, step }: Beginning, query: Record<string, string> = {}): string => {
  if (step === 'RegisterLead') return '/register'
  const asked = new URLSearchParams(query).toString()
  return `/begin/${kind}/${step}${asked && `?${asked}`}`
}
