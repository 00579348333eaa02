import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { loadRules } from '#rules'
import { StoryError } from './mistake.js'
import { checkStory, type Known } from './proofread.js'
import { readStory } from './read.js'

let dir: string
let file: string
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'read-'))
  file = join(dir, 'story.yaml')
})
afterAll(() => rmSync(dir, { recursive: true }))

const STEP = {
  kind: 'intake/administrative-case',
  step: 'FileCase',
  input: {
    type: 'object',
    properties: { officers: {}, subject: { properties: { uscc: {} }, additionalProperties: false } },
    additionalProperties: false,
  },
}
const words = {
  states: ['FILED'],
  overlays: ['CHALLENGED'],
  events: ['CaseFiled'],
  codes: ['ERR_SOD', 'TITLE_CLAUSE'],
  steps: ['intake/subject/JoinSubjects'],
}
const known: Known = { steps: [STEP], rules: loadRules(), words }

const complaints = (work: () => unknown): string[] => {
  try {
    work()
    return []
  } catch (error) {
    if (!(error instanceof StoryError)) throw error
    return error.message.replaceAll(`${file}:`, '').split('\n')
  }
}
/** `Z` for every sentence in Chinese, so that the English and the place stand out. */
const told = (text: string): string[] => {
  writeFileSync(file, text)
  return complaints(() => checkStory(readStory(file), known)).map((line) =>
    line.replace(/(^\d+: ).*\p{Script=Han}.*$/u, '$1Z'),
  )
}

const story = (entries: string, more = '') =>
  `story: a\ntitle: { zh: 甲, en: A }\ncast:\n  leader: { agency: SAMR-411003, office: leader, name: 李二 }\nentries:\n${entries}${more}`
const FILED = '  - { id: filed, at: 2026-03-02T09:00, by: leader, do: intake/administrative-case/FileCase, as: case }\n'

describe('a story with mistakes', () => {
  it('is told in Chinese and English, with file, line and entry', () => {
    writeFileSync(file, story(`${FILED}  - { at: 2026-03-03, expekt: {} }\n`))
    expect(() => readStory(file)).toThrow(
      new StoryError([
        {
          zh: '不认识的字段 "expekt"；是否想写 "expect"？',
          en: 'unknown field "expekt"; did you mean "expect"?',
          place: { file, line: 7, entry: 2 },
        },
      ]),
    )
    expect(complaints(() => readStory(file))).toEqual([
      '7: 第 2 条：不认识的字段 "expekt"；是否想写 "expect"？',
      '  entry 2: unknown field "expekt"; did you mean "expect"?',
    ])
  })

  it('names every field that is not as it should be, at once', () => {
    const branch = 'branches:\n  - id: b\n    title: { zh: 乙 }\n    after: filed\n    entries: [{ at: 2026-02-30 }]\n'
    expect(
      told(story(`  - at: 20260302\n    do: FileCase\n  - { at: 2026-03-03, expect: { stat: FILED } }\n`, branch)),
    ).toEqual([
      '6: Z',
      '  entry 1: "at": must be text: put it in quotes, like "20260302"',
      '7: Z',
      '  entry 1: "do": must name a step as service/record/Step',
      '8: Z',
      '  entry 2: "stat" is no word of expect; did you mean "state"? About another record write alias: { … }',
      '11: Z',
      '  branch b: "en" is missing',
      '13: Z',
      '  branch b, entry 1: "at": must be a day or local time that exists, like 2026-03-07T16:00',
    ])
  })

  it('names every name that nothing has, with the nearest one', () => {
    const text = story(
      `  - { at: 2026-03-02, by: leder, do: intake/administrative-case/FileCse, as: case }
  - at: 2026-03-03
    by: leader
    do: intake/administrative-case/FileCase
    on: cse
    with: { offcers: [], subject: { uscx: x } }
    expect:
      clocks: { CLK-CAS: {} }
      casee: { clocks: { 'CLK-CAZE[x]': {} } }
`,
    )
    expect(told(text)).toEqual([
      '6: Z',
      '  entry 1: unknown step "intake/administrative-case/FileCse"; did you mean "intake/administrative-case/FileCase"?',
      '6: Z',
      '  entry 1: unknown actor "leder"; did you mean "leader"?',
      '10: Z',
      '  entry 2: unknown alias "cse"; did you mean "case"?',
      '11: Z',
      '  entry 2: unknown field "offcers"; did you mean "officers"?',
      '11: Z',
      '  entry 2: unknown field "uscx"; did you mean "uscc"?',
      '13: Z',
      '  entry 2: unknown clock "CLK-CAS"; did you mean "CLK-CASE"?',
      '14: Z',
      '  entry 2: unknown word or alias "casee"; did you mean "case"?',
    ])
  })

  it('names what is expected and is nowhere, with the nearest one', () => {
    const text = story(
      `  - at: 2026-03-02
    by: leader
    do: intake/administrative-case/FileCase
    as: case
    expect:
      rejected: ERR_SOT
      warnings: [TITLE_CLAWS]
      events: [CaseField]
      case: { state: FILD, overlay: CHALENGED, papers: [立案审批表, 行政处罚决定术] }
`,
    )
    expect(told(text).filter((line) => line.startsWith('  '))).toEqual([
      '  entry 1: unknown code "ERR_SOT"; did you mean "ERR_SOD"?',
      '  entry 1: unknown code "TITLE_CLAWS"; did you mean "TITLE_CLAUSE"?',
      '  entry 1: unknown event "CaseField"; did you mean "CaseFiled"?',
      '  entry 1: unknown state "FILD"; did you mean "FILED"?',
      '  entry 1: unknown overlay "CHALENGED"; did you mean "CHALLENGED"?',
      '  entry 1: unknown paper "行政处罚决定术"; did you mean "行政处罚决定书"?',
    ])
  })

  it('knows the kinds of which none may come into being, beside an act', () => {
    const text = story(`${FILED}  - { at: 2026-03-03, expect: { none: [intake/administrative-cas] } }\n`)
    expect(told(text).filter((line) => line.startsWith('  '))).toEqual([
      '  entry 2: "none" needs "do": it speaks of what an act brings about',
      '  entry 2: unknown kind of record "intake/administrative-cas"; did you mean "intake/administrative-case"?',
    ])
  })

  it('is told where time goes back, in a branch from where it leaves', () => {
    const branch = `branches:
  - id: b
    title: { zh: 乙, en: B }
    after: filed
    entries:
      - { at: 2026-03-01 }
      - { at: 2026-02-01, recordedAt: 2026-03-01 }
`
    expect(told(story(FILED, branch))).toEqual([
      '12: Z',
      '  branch b, entry 1: time goes back: 2026-03-01 is before 2026-03-02T09:00 of the entry before; what is entered later has recordedAt',
    ])
  })

  it('is told of its cast, its switches and its branches', () => {
    const text = `story: a
title: { zh: 甲, en: A }
switches: { lawzet: 1 }
cast:
  leader: { agency: SAMR-411003, office: leeder }
  second: { agency: SAMR-41100, office: officer, person: leder }
entries:
  - { id: one, at: 2026-03-02 }
  - { id: one, at: 2026-03-03 }
branches:
  - { id: b, title: { zh: 乙, en: B }, after: on, entries: [{ at: 2026-03-03 }] }
`
    expect(told(text).filter((line) => line.startsWith('  '))).toEqual([
      '  there is no switch lawzet; did you mean lawset?',
      '  unknown office "leeder"; did you mean "leader"?',
      '  unknown agency "SAMR-41100"; did you mean "SAMR-411000"?',
      '  unknown actor "leder"; did you mean "leader"?',
      '  entry 2: the id "one" is that of entry 1 already',
      '  branch b: unknown entry "on"; did you mean "one"?',
    ])
  })

  it('is told of steps at which answers cannot meet', () => {
    const meets = (name: string) => told(story(FILED, `meets:\n  - intake/subject/JoinSubjects\n  - ${name}\n`))
    expect(meets('intake/subject/JoinSubject')).toEqual([
      '9: Z',
      '  unknown step "intake/subject/JoinSubject"; did you mean "intake/subject/JoinSubjects"?',
    ])
    expect(meets('subject')).toEqual(['9: Z', '  "1": must name a step as service/record/Step'])
    expect(meets('intake/subject/JoinSubjects')).toEqual([])
  })

  it('that is no YAML is told as the library sees it, in Chinese too', () => {
    writeFileSync(file, 'story: a\nstory: b\ntitle: { zh: "甲 }\n')
    expect(complaints(() => readStory(file)).slice(0, 2)).toEqual([
      '2: YAML 写法有误：同一个键写了两次',
      '  bad YAML: Map keys must be unique',
    ])
    expect(told('')).toEqual(['1: Z', '  the story must be a table (key: value)'])
  })

  it('that is not there is told as one that is not there', () => {
    const none = join(dir, 'none.yaml')
    expect(() => readStory(none)).toThrow(`${none}: 故事文件：找不到这个文件\n  story file: there is no such file`)
    expect(() => readStory(dir)).toThrow('story file: this is a folder, not a file')
  })

  it('lets through what is right, in a branch names of the trunk as well', () => {
    const clock = `expect: { case: { clocks: { 'CLK-CASE[x]': {} } } }`
    const branch = `branches:\n  - { id: b, title: { zh: 乙, en: B }, after: filed, entries: [{ at: 2026-03-03, ${clock} }] }\n`
    expect(told(story(`${FILED}  - { at: 2026-03-03, ${clock} }\n`, branch))).toEqual([])
  })
})
