import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { describe, expect, it } from '@jest/globals'

const SRC = join(dirname(fileURLToPath(import.meta.url)), '..')
const CHINESE = /[\u3400-\u9fff]/
const WORD = /[A-Za-z]{2,}/
/** Words that are said in the other language on purpose: the switch itself. */
const SWITCH = 'otherLanguage'

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((file) => join(SRC, file))
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.spec.ts'))
const tables = files.filter((file) => /words\.ts$/.test(file))

/** A text as it stands; of a function what it is written as, without what is filled in. */
const said = (word: unknown): string =>
  typeof word === 'function' ? String(word).replace(/\$\{[^}]*\}/g, '') : String(word)

const entriesOf = async (file: string) => {
  const room = (await import(pathToFileURL(file).href)) as Record<string, Record<string, { zh: unknown; en: unknown }>>
  return Object.values(room).flatMap((table) => Object.entries(table))
}

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|(?<![:'"])\/\/.*$/gm, '')

describe.each(tables.map((file) => [relative(SRC, file), file]))('the words of %s', (_name, file) => {
  it('are said in both languages', async () => {
    const entries = (await entriesOf(file)).filter(([key]) => key !== SWITCH)
    expect(entries.length).toBeGreaterThan(0)
    expect(entries.flatMap(([key, { zh }]) => (CHINESE.test(said(zh)) ? [] : [key]))).toEqual([])
    expect(entries.flatMap(([key, { en }]) => (CHINESE.test(said(en)) || !WORD.test(said(en)) ? [key] : []))).toEqual(
      [],
    )
  })
})

describe('words', () => {
  it('stand in the tables and nowhere else', () => {
    const elsewhere = files.filter((file) => !tables.includes(file) && !file.endsWith('dates.ts'))
    const found = elsewhere.filter((file) => CHINESE.test(withoutComments(readFileSync(file, 'utf8'))))
    expect(found.map((file) => relative(SRC, file))).toEqual([])
  })
})
