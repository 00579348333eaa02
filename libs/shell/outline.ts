import { party, type Actor } from '#kernel'
import type { Shown } from '#kernel/show'

/**
 * What a party sees of its matter: where it stands, the periods that run for the party, the papers addressed to it or made by it,
 * and its own acts. No facts of the file, no persons of the agencies, no other party.
 */
export const outline = (shown: Shown, actor: Actor, waitsForMe: (clock: string) => boolean) => {
  const self = party(actor.subject)
  const mine = (value: unknown): boolean => [value].flat().includes(self)
  return {
    id: shown.id,
    kind: shown.kind,
    dossier: shown.dossier,
    version: shown.version,
    state: shown.state,
    stateTitle: shown.stateTitle,
    overlays: [] as readonly string[],
    since: shown.since,
    label: shown.label,
    facts: {},
    roles: { party: self ? [self] : [] },
    papers: shown.papers.filter(({ fields }) => mine(fields.to) || mine(fields.from)),
    clocks: shown.clocks.filter(({ id }) => waitsForMe(id)),
    chain: shown.chain,
    by: { agency: shown.by.agency, office: '', person: '', step: '', at: shown.by.at },
    may: shown.may,
    mayNot: shown.mayNot.filter(({ code }) => code !== 'FORBIDDEN'),
    entries: shown.entries.filter((entry) => self !== undefined && party(entry.actor.subject) === self),
  } satisfies Shown
}
