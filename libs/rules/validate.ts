import { calendarFaults } from './calendars.js'
import { clashes, type LawRow, overlaps, switchesIn } from './clocks.js'
import type { RulesData } from './data.js'
import type { Fault } from './faults.js'
import type { Filed, Files } from './files.js'
import { kindFaults } from './groups.js'
import { nearest } from './nearest.js'
import { paperFaults } from './papers.js'
import { cityFaults } from './validate-city.js'
import { thresholdFaults } from './threshold-rows.js'
import type { Switch } from './types.js'

/** What one file alone cannot tell: names that lead nowhere, two versions of one day, a path that says another thing. */

const lawPlace = ({ parsed, data }: Filed<'law'>): Fault[] => {
  const [, key, name] = /\/law\/([^/]+)\/([^/]+)\.yaml$/.exec(parsed.file)!
  return [
    ...(key === data.source
      ? []
      : [parsed.fault(['source'], `目录名为 ${key}，source 应相同`, `the folder is ${key}: source must be the same`)]),
    ...(name === data.validFrom
      ? []
      : [
          parsed.fault(
            ['validFrom'],
            `文件名为 ${name}，validFrom 应相同`,
            `the file is ${name}: validFrom must be the same`,
          ),
        ]),
    ...(data.validTo && data.validTo < data.validFrom
      ? [parsed.fault(['validTo'], 'validTo 早于 validFrom', 'validTo is before validFrom')]
      : []),
  ]
}

const pathOfIf = ({ path }: LawRow, name: string): readonly PropertyKey[] => [
  ...path,
  name.includes('=') ? 'lengths' : 'if',
]

/** A switch that is not in the table, or a value that it cannot have. */
const switchFaults = (rows: readonly LawRow[], switches: readonly Switch[]): Fault[] => {
  const known = switches.map((one) => one.name)
  const seen = new Set<string>()
  return rows.flatMap((one) =>
    switchesIn(one.row).flatMap((written) => {
      const [name, value] = written.split('=') as [string, string | undefined]
      const key = `${one.parsed.file} ${one.path.join('.')} ${written}`
      if (seen.has(key)) return []
      seen.add(key)
      const found = switches.find((row) => row.name === name)
      const near = nearest(name, known)
      if (!found)
        return [
          one.parsed.fault(
            pathOfIf(one, written),
            `没有开关 ${name}，是否应为 ${near}`,
            `there is no switch ${name}; did you mean ${near}?`,
          ),
        ]
      if (value === undefined || !found.values || found.values.map(String).includes(value)) return []
      const values = found.values.join(', ')
      return [
        one.parsed.fault(
          pathOfIf(one, written),
          `开关 ${name} 没有值 ${value}：${values}`,
          `switch ${name} has no value ${value}: ${values}`,
        ),
      ]
    }),
  )
}

const wrongDefaults = ({ parsed, data }: Filed<'switches'>): Fault[] =>
  data.switches.flatMap((one, i) =>
    !one.values || one.values.includes(one.value)
      ? []
      : [
          parsed.fault(
            ['switches', i, 'value'],
            `${one.name} 的默认值应为 ${one.values.join('、')} 之一`,
            `the default of ${one.name} must be one of ${one.values.join(', ')}`,
          ),
        ],
  )

/** Versions of one clock must agree on the event that chooses between them; `together` names clocks of the same record. */
const rowFaults = (rows: readonly LawRow[]): Fault[] =>
  rows.flatMap(({ row, parsed, path }, i) => {
    const first = rows.find((one) => one.row.id === row.id && one.row.on === row.on)!
    const mine = rows.filter((one) => one.row.on === row.on).map((one) => one.row.id)
    const lost = (row.lapse.together ?? []).filter((id) => !mine.includes(id))
    return [
      ...(rows.indexOf(first) < i && JSON.stringify(first.row.versionBy) !== JSON.stringify(row.versionBy)
        ? [
            parsed.fault(
              [...path, 'versionBy'],
              `${row.id} 各版本的 versionBy 应相同`,
              `all versions of ${row.id} must have the same versionBy`,
            ),
          ]
        : []),
      ...lost.map((id) =>
        parsed.fault([...path, 'lapse', 'together'], `${row.on} 没有期限 ${id}`, `${row.on} has no clock ${id}`),
      ),
    ]
  })

const thresholdClashes = (files: Files): Fault[] => {
  const all = files.law.flatMap(({ parsed, data }) =>
    (data.thresholds ?? []).map((row, i) => ({
      id: row.id,
      parsed,
      i,
      validFrom: data.validFrom,
      validTo: row.validTo ?? data.validTo,
    })),
  )
  return all.flatMap((one, i) => {
    const other = all.slice(0, i).find((before) => before.id === one.id && overlaps(before, one))
    return other
      ? [
          one.parsed.fault(
            ['thresholds', one.i, 'id'],
            `${one.id} 与 ${other.parsed.file} 中的同名标准有效期重叠`,
            `${one.id} is valid at the same time as in ${other.parsed.file}`,
          ),
        ]
      : []
  })
}

const channelFaults = ({ parsed, data }: Filed<'channels'>, rows: readonly LawRow[]): Fault[] => {
  const ids = [...new Set(rows.map((one) => one.row.id))]
  return data.channels.flatMap((one, i) =>
    one.clocks
      .filter((id) => !ids.includes(id))
      .map((id) => {
        const near = nearest(id, ids)
        return parsed.fault(
          ['channels', i, 'clocks'],
          `没有期限 ${id}，是否应为 ${near}`,
          `there is no clock ${id}; did you mean ${near}?`,
        )
      }),
  )
}

const rightsFaults = (files: Files, data: RulesData): Fault[] => {
  const [{ parsed, data: table }] = files.rights as [Filed<'rights'>]
  const seen = new Set<string>()
  return table.rights.flatMap((one, i) => {
    const twice = [one.name, ...(one.also ?? [])].filter((name) => seen.has(name) || (seen.add(name), false))
    return [
      ...kindFaults(data.kinds, parsed, ['rights', i, 'kinds'], one.kinds),
      ...twice.map((name) => parsed.fault(['rights', i], `权限 ${name} 已经存在`, `right ${name} is there already`)),
    ]
  })
}

/** Everything that is wrong with the data as a whole. */
export const crossCheck = (files: Files, data: RulesData): Fault[] => {
  const years = files.calendar
    .map(({ parsed, data: file }) => ({ parsed, file }))
    .sort((a, b) => a.file.year - b.file.year)
  return [
    ...files.law.flatMap(lawPlace),
    ...clashes(data.clocks),
    ...rowFaults(data.clocks),
    ...switchFaults(data.clocks, data.switches),
    ...files.switches.flatMap(wrongDefaults),
    ...calendarFaults(years),
    ...files.law.flatMap(({ parsed, data: file }) => thresholdFaults(parsed, file, data.thresholds)),
    ...thresholdClashes(files),
    ...paperFaults(files.documents[0]!.parsed, data.papers),
    ...files.channels.flatMap((one) => channelFaults(one, data.clocks)),
    ...rightsFaults(files, data),
    ...cityFaults(files, data),
  ]
}
