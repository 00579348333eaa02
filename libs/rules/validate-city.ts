import type { RulesData } from './data.js'
import type { Fault, Parsed } from './faults.js'
import type { Filed, Files } from './files.js'
import { kindFaults } from './groups.js'
import { nearest } from './nearest.js'

/** Agencies, people, offices, competence and courts: names that lead nowhere. */

type Path = readonly PropertyKey[]

const missing = (
  parsed: Parsed,
  at: Path,
  what: [zh: string, en: string],
  name: string,
  known: readonly string[],
): Fault => {
  const near = nearest(name, known)
  return parsed.fault(
    at,
    `没有${what[0]} ${name}，是否应为 ${near}`,
    `there is no ${what[1]} ${name}; did you mean ${near}?`,
  )
}

const agencyFaults = (files: Files, { agencies, regions, kinds }: RulesData): Fault[] => {
  const codes = agencies.map((one) => one.code)
  const places = regions.map((one) => one.code)
  const seen = new Set<string>()
  return files.agencies.flatMap(({ parsed, data }) =>
    (data.agencies ?? []).flatMap((one, i) => {
      const at = ['agencies', i]
      const twice = seen.has(one.code) || (seen.add(one.code), false)
      return [
        ...(twice ? [parsed.fault(at, `机构代码 ${one.code} 重复`, `agency ${one.code} is there twice`)] : []),
        ...kindFaults(kinds, parsed, [...at, 'kind'], [one.kind]),
        ...(places.includes(one.region)
          ? []
          : [missing(parsed, [...at, 'region'], ['行政区划', 'region'], one.region, places)]),
        ...(one.superior && !codes.includes(one.superior)
          ? [missing(parsed, [...at, 'superior'], ['机构', 'agency'], one.superior, codes)]
          : []),
      ]
    }),
  )
}

const regionFaults = (files: Files, { regions }: RulesData): Fault[] => {
  const places = regions.map((one) => one.code)
  return files.agencies.flatMap(({ parsed, data }) =>
    (data.regions ?? []).flatMap((one, i) =>
      [one.superior, one.host]
        .filter((code) => code !== undefined && !places.includes(code))
        .map((code) => missing(parsed, ['regions', i], ['行政区划', 'region'], code!, places)),
    ),
  )
}

/** Whether an agency of this kind has this office. */
export const hasOffice = (
  { offices, kinds }: Pick<RulesData, 'offices' | 'kinds'>,
  kind: string,
  office: string,
): boolean => {
  const found = offices.find((one) => one.code === office)
  return found !== undefined && (found.kinds ? found.kinds.includes(kind) : !kinds.outside.has(kind))
}

const userFaults = (files: Files, data: RulesData): Fault[] => {
  const codes = data.agencies.map((one) => one.code)
  const seen = new Set<string>()
  return files.users.flatMap(({ parsed, data: file }) => {
    const agency = data.agencies.find((one) => one.code === file.agency)
    if (!agency) return [missing(parsed, ['agency'], ['机构', 'agency'], file.agency, codes)]
    return file.users.flatMap((one, i) => {
      const at = ['users', i]
      const twice = seen.has(one.user) || (seen.add(one.user), false)
      return [
        ...(twice ? [parsed.fault(at, `用户 ${one.user} 重复`, `user ${one.user} is there twice`)] : []),
        ...one.offices
          .filter((office) => !hasOffice(data, agency.kind, office))
          .map((office) =>
            parsed.fault(
              [...at, 'offices'],
              `${agency.kind} 没有岗位 ${office}`,
              `an agency of kind ${agency.kind} has no office ${office}`,
            ),
          ),
      ]
    })
  })
}

const officeFaults = ({ parsed, data }: Filed<'offices'>, all: RulesData): Fault[] =>
  data.offices.flatMap((one, i) => [
    ...kindFaults(all.kinds, parsed, ['offices', i, 'kinds'], one.kinds ?? []),
    ...one.groups
      .filter((group) => !all.officeGroups.includes(group))
      .map((group) =>
        missing(parsed, ['offices', i, 'groups'], ['岗位组', 'group of offices'], group, all.officeGroups),
      ),
  ])

const ipFaults = ({ parsed, data }: Filed<'ipTypes'>, { thresholds }: RulesData): Fault[] => {
  const keys = thresholds.offences.map((one) => one.key)
  return data.ipTypes.flatMap((one, i) =>
    [...one.offences, ...Object.values(one.acts).flat()]
      .filter((key) => !keys.includes(key))
      .map((key) => missing(parsed, ['ipTypes', i], ['罪名', 'offence'], key, keys)),
  )
}

const competenceFaults = ({ parsed, data }: Filed<'competence'>, { ipTypes, kinds }: RulesData): Fault[] => {
  const codes = ipTypes.map((one) => one.code)
  return data.competence.flatMap((one, i) => [
    ...one.ip
      .filter((ip) => !codes.includes(ip))
      .map((ip) => missing(parsed, ['competence', i, 'ip'], ['权利类型', 'type of right'], ip, codes)),
    ...kindFaults(kinds, parsed, ['competence', i, 'kinds'], one.kinds),
  ])
}

const courtFaults = ({ parsed, data }: Filed<'switches'>, { agencies }: RulesData): Fault[] => {
  const codes = agencies.map((one) => one.code)
  return data.switches.flatMap((one, i) =>
    one.name.startsWith('court.') && !codes.includes(String(one.value))
      ? [missing(parsed, ['switches', i, 'value'], ['机构', 'agency'], String(one.value), codes)]
      : [],
  )
}

const seedFaults = (files: Files, { ipTypes }: RulesData): Fault[] => {
  const codes = ipTypes.map((one) => one.code)
  return files.rightSeeds.flatMap(({ parsed, data }) =>
    data.rights.flatMap((one, i) =>
      codes.includes(one.ip)
        ? []
        : [missing(parsed, ['rights', i, 'ip'], ['权利类型', 'type of right'], one.ip, codes)],
    ),
  )
}

export const cityFaults = (files: Files, data: RulesData): Fault[] => [
  ...agencyFaults(files, data),
  ...regionFaults(files, data),
  ...userFaults(files, data),
  ...files.offices.flatMap((one) => officeFaults(one, data)),
  ...files.ipTypes.flatMap((one) => ipFaults(one, data)),
  ...files.competence.flatMap((one) => competenceFaults(one, data)),
  ...files.switches.flatMap((one) => courtFaults(one, data)),
  ...seedFaults(files, data),
]
