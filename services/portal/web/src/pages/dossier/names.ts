import type { Light } from '../../app/theme.js'
import { useTitle, useWords } from '../../words/language.js'
import { isOutside, type Deed } from './groups.js'
import type { Act, Dossier, RecordClock } from './read.js'
import { dossierWords, stateWords } from './words.js'

const OF_STATE: Readonly<Record<string, Light>> = {
  running: 'green',
  open: 'green',
  breached: 'red',
  paused: 'grey',
}

/** Ended ones have none: they are grey and said in words. */
export const lightOf = (clock: Pick<RecordClock, 'light' | 'state'>): Light | undefined =>
  clock.light ?? OF_STATE[clock.state]

/** What everything of a dossier is called, in the language that is spoken. */
export const useNames = ({ names }: Pick<Dossier, 'names'>) => {
  const words = useWords(dossierWords)
  const states = useWords(stateWords)
  const title = useTitle()
  const agency = (code: string): string => {
    if (code === 'SYSTEM') return words.system
    const name = names?.agencies[code]
    return name ? title(name) : isOutside(code) ? words.party : code
  }
  /** What the clock recorded has no step of its own: it is called by what happened. */
  const act = ({ stepTitle, eventTitles, step }: Act): string => title(stepTitle ?? eventTitles[0], step)
  const state = (clock: RecordClock): string =>
    title(clock.lightTitle, (states as Record<string, string>)[clock.state] ?? clock.state)
  const clock = (one: RecordClock): string => `${title(one.title, one.id)} · ${state(one)}`
  const office = (code: string): string => title(names?.offices[code], '')
  /** Agency, office and person; of what came about by itself the agency in whose hands it is. */
  const who = ({ act: { agency: by, office: as, person }, lane }: Deed): string =>
    [agency(lane), ...(by === lane ? [office(as), names?.people?.[person]] : [])].filter(Boolean).join(' · ')
  const nameOf = (thing: Deed | RecordClock): string => ('act' in thing ? act(thing.act) : clock(thing))
  return { agency, act, clock, state, who, nameOf, title }
}

export type DossierNames = ReturnType<typeof useNames>
