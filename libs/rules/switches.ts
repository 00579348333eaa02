import { wrong } from './faults.js'
import { nearest } from './nearest.js'
import type { Switch, SwitchValue } from './types.js'

export type Values = Readonly<Record<string, SwitchValue>>

const likes = (value: SwitchValue, model: SwitchValue): SwitchValue => {
  if (typeof model === 'boolean' && typeof value === 'string')
    return value === 'true' ? true : value === 'false' ? false : value
  return value
}

const checked = (table: readonly Switch[], name: string, given: SwitchValue): SwitchValue => {
  const found = table.find((one) => one.name === name)
  if (!found) {
    const near = nearest(
      name,
      table.map((one) => one.name),
    )
    throw wrong(`没有开关 ${name}，是否应为 ${near}`, `there is no switch ${name}; did you mean ${near}?`)
  }
  const value = likes(given, found.value)
  const allowed = found.values ? found.values.includes(value) : typeof value === typeof found.value
  if (allowed) return value
  const write = found.values?.join(', ') ?? typeof found.value
  throw wrong(
    `开关 ${name} 不能是 ${String(value)}，可写：${write}`,
    `switch ${name} cannot be ${String(value)}; write: ${write}`,
  )
}

/** Defaults under what was chosen otherwise. Unknown names and values throw a RulesError. */
export const valuesOf = (table: readonly Switch[], chosen: Values): Values => ({
  ...Object.fromEntries(table.map((one) => [one.name, one.value])),
  ...Object.fromEntries(Object.entries(chosen).map(([name, value]) => [name, checked(table, name, value)])),
})
