import type { z } from 'zod'
import { type Fault, faultsOf, parse, type Parsed, type Source } from './faults.js'
import {
  agenciesFile,
  calendarFile,
  channelsFile,
  competenceFile,
  documentsFile,
  figuresFile,
  hearingFile,
  instrumentsFile,
  ipTypesFile,
  kindsFile,
  lawFile,
  offencesFile,
  officesFile,
  rightSeedsFile,
  rightsFile,
  switchesFile,
  usersFile,
} from './schemas.js'

/** Which form a file has, by its place. */
const FORMS = {
  law: [/^libs\/rules\/law\/[^/]+\/[^/]+\.yaml$/, lawFile],
  calendar: [/^libs\/rules\/calendars\/[^/]+\.yaml$/, calendarFile],
  offences: [/^libs\/rules\/offences\.yaml$/, offencesFile],
  documents: [/^libs\/rules\/documents\.yaml$/, documentsFile],
  switches: [/^libs\/rules\/switches\.yaml$/, switchesFile],
  instruments: [/^libs\/rules\/instruments\.yaml$/, instrumentsFile],
  hearing: [/^libs\/rules\/hearing\.yaml$/, hearingFile],
  figures: [/^libs\/rules\/figures\.yaml$/, figuresFile],
  channels: [/^libs\/rules\/channels\.yaml$/, channelsFile],
  kinds: [/^libs\/rules\/agency-kinds\.yaml$/, kindsFile],
  offices: [/^libs\/rules\/offices\.yaml$/, officesFile],
  rights: [/^libs\/rules\/rights\.yaml$/, rightsFile],
  ipTypes: [/^libs\/rules\/ip-types\.yaml$/, ipTypesFile],
  competence: [/^libs\/rules\/competence\.yaml$/, competenceFile],
  agencies: [/^seeds\/agencies\/[^/]+\.yaml$/, agenciesFile],
  users: [/^seeds\/users\/[^/]+\.yaml$/, usersFile],
  rightSeeds: [/^seeds\/rights\/[^/]+\.yaml$/, rightSeedsFile],
} as const

export type Form = keyof typeof FORMS
type DataOf<F extends Form> = z.infer<(typeof FORMS)[F][1]>

/** A file that has the form of its place. */
export interface Filed<F extends Form> {
  readonly parsed: Parsed
  readonly data: DataOf<F>
}
export type Files = { readonly [F in Form]: readonly Filed<F>[] }

const formOf = (file: string): Form | undefined =>
  (Object.keys(FORMS) as Form[]).find((form) => FORMS[form][0].test(file))

type Read = { readonly form?: Form; readonly filed?: Filed<Form>; readonly faults: Fault[] }

const readAnew = (source: Source): Read => {
  const form = formOf(source.file)
  const { parsed, faults } = parse(source)
  if (!parsed) return { faults }
  if (!form) return { faults: [parsed.fault([], '此处不放数据文件', 'no data file belongs here')] }
  const checked = FORMS[form][1].safeParse(parsed.data)
  return checked.success
    ? { form, filed: { parsed, data: checked.data } as Filed<Form>, faults: [] }
    : { faults: faultsOf(parsed, checked.error) }
}

const known = new WeakMap<Source, Read>()

/** A source is read once, however often it is put together with others. */
const readOne = (source: Source): Read => {
  const read = known.get(source) ?? readAnew(source)
  known.set(source, read)
  return read
}

/** Every file by its form; a file that has not the form of its place is left out and gives faults. */
export const readFiles = (sources: readonly Source[]): { files: Files; faults: Fault[] } => {
  const read = sources.map(readOne)
  const files = Object.fromEntries(
    (Object.keys(FORMS) as Form[]).map((form) => [
      form,
      read.filter((one) => one.form === form).map((one) => one.filed!),
    ]),
  )
  return { files: files as unknown as Files, faults: read.flatMap((one) => one.faults) }
}
