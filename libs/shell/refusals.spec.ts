import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { REFUSALS, sentences } from './refusals.js'
import { LAW } from './refusals-law.js'

/** Rulebook 11.16, in its order. */
const CODES =
  `ERR_SOD ERR_WRONG_APPROVER ERR_NEED_CITY_HEAD ERR_NO_SELF_TRANSFER ERR_USE_REDIRECT ERR_NO_RETRANSFER ERR_MUST_ACCEPT
ERR_DOUBLE_FINE ERR_LATE ERR_TOO_EARLY ERR_JOINT ERR_WRONG_COURT ERR_NEW_PENALTY ERR_NOTICE_MISSING ERR_CONSENT_MISSING ERR_DOC_MISSING
ERR_CLOCK_RULE ERR_IDENTITY ERR_STATE ERR_GUARD ERR_HEAVIER ERR_NOT_LISTABLE ERR_WRONG_LEVEL ERR_OUT_OF_REGION ERR_DOUBLE_SEAL
ERR_NOT_MEDIABLE ERR_NO_BASIS ERR_DATE ERR_TOO_MANY ENCLOSURE_MISSING TITLE_CLAUSE`.split(/\s+/)

const sources = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !/(^toy|\.spec|\.sample)\.ts$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))

describe('refusals', () => {
  it('has a row for every code of the rulebook and no other code of law', () => {
    expect(Object.keys(LAW)).toEqual(CODES)
  })

  it('has a row for every code that the sources name', () => {
    const text = [...sources('services'), ...sources('libs/kernel'), ...sources('libs/rules')].join('\n')
    const named = [...text.matchAll(/'(ERR_[A-Z_]+)'|warn\('([A-Z_]+)'/g)].map((match) => match[1] ?? match[2]!)
    expect([...new Set(named)].filter((code) => !(code in REFUSALS))).toEqual([])
  })

  it('gives every row a status and four sentences', () => {
    const faulty = Object.entries(REFUSALS).filter(
      ([, { status, says, todo }]) =>
        !(status >= 200 && status < 600) || [says.zh, says.en, todo.zh, todo.en].some((text) => !text),
    )
    expect(faulty).toEqual([])
  })

  it('puts facts and their words into the sentence', () => {
    const words = new Map([
      ['head', { zh: '正职负责人', en: 'head' }],
      ['leader', { zh: '部门负责人', en: 'leader' }],
    ])
    expect(sentences('ERR_WRONG_APPROVER', { office: 'leader', needed: ['head'] }, words)).toEqual({
      status: 403,
      says: {
        zh: '您的职务不能办理此步骤：须由正职负责人办理，您的职务是部门负责人',
        en: 'your office may not take this step: it is for head; you act as leader',
      },
      todo: { zh: '提请有该职务的人员办理', en: 'ask somebody who holds that office' },
    })
  })

  it('leaves out what it has no facts for, and writes instants as people do', () => {
    expect(sentences('ERR_LATE', { due: '2026-03-07T16:00:00.000+08:00' }).says).toEqual({
      zh: '期限已过，截止 2026-03-07 16:00',
      en: 'the time for it has passed, due 2026-03-07 16:00',
    })
    expect(sentences('ERR_LATE').says).toEqual({ zh: '期限已过', en: 'the time for it has passed' })
  })

  it('makes whole sentences of law without any fact', () => {
    const texts = Object.keys(LAW).flatMap((code) => Object.values(sentences(code).says))
    expect(texts.filter((text) => /[…{}⟦⟧]/.test(text))).toEqual([])
  })

  it('answers an unknown code as a fault', () => {
    expect(sentences('ERR_NEVER_HEARD_OF').status).toBe(500)
  })
})
