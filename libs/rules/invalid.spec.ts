import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { compile, readSources, rootFolder } from './load.js'

/** Every file of `invalid/` stands for one file of the rules and says which fault, on which line, it must give. */

const root = rootFolder()
const good = readSources(root)
const folder = join(root, 'libs', 'rules', 'invalid')

const header = (text: string): { as: string; line: number; en: string } => {
  const [, as] = /^# as (.+)$/m.exec(text)!
  const [, line, en] = /^# expect (\d+) (.+)$/m.exec(text)!
  return { as: as!, line: Number(line), en: en! }
}

/** `{CLK-COOP}` stands for the line on which that clock begins in the file named before it. */
const spelled = (en: string): string =>
  en.replace(/(\S+\.yaml):\{(CLK-[A-Z-]+)\}/, (_, file: string, id: string) => {
    const lines = good.find((one) => one.file === file)!.text.split('\n')
    return `${file}:${lines.findIndex((text) => text.includes(`- id: ${id}`)) + 1}`
  })

describe('data that cannot be used', () => {
  it('does not occur among the rules themselves', () => {
    expect(compile(good).faults).toEqual([])
  })

  it.each(readdirSync(folder))('%s is refused with file, line and what to write', (name) => {
    const text = readFileSync(join(folder, name), 'utf8')
    const { as, line, en } = header(text)
    const { faults } = compile([...good.filter((one) => one.file !== as), { file: as, text }])
    expect(faults.map((one) => ({ file: one.file, line: one.line, en: one.en }))).toEqual([
      { file: as, line, en: spelled(en) },
    ])
    expect(faults[0]!.zh).toMatch(/\p{Script=Han}/u)
  })
})
