import { describe, expect, it } from '@jest/globals'
import { readJson } from './json-body.js'
import { Problem } from './problem.js'

const read = (text: string) => readJson(Buffer.from(text))
const whyNot = (body: string | Uint8Array): unknown => {
  try {
    return { read: readJson(typeof body === 'string' ? Buffer.from(body) : body) }
  } catch (error) {
    if (!(error instanceof Problem)) return error
    const { zh, en } = error.facts.why as { zh: string; en: string }
    return `${error.code}: ${zh} / ${en}`
  }
}

describe('reading a body', () => {
  it('takes ordinary JSON, Chinese and rare characters included', () => {
    expect(read('{"a":[1,"许昌 𠮷"],"b":{"c":null}}')).toEqual({ a: [1, '许昌 𠮷'], b: { c: null } })
  })

  it('counts brackets outside strings only', () => {
    expect(read(`{"a":"${'['.repeat(100)}\\"{"}`)).toEqual({ a: '['.repeat(100) + '"{' })
  })

  it.each([
    ['', 'MALFORMED: 内容为空 / the body is empty'],
    ['{"a":', 'MALFORMED: 不是 JSON / not JSON'],
    ['['.repeat(10_000) + ']'.repeat(10_000), 'MALFORMED: 嵌套超过 32 层 / nested deeper than 32'],
    ['{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000), 'MALFORMED: 嵌套超过 32 层 / nested deeper than 32'],
    ['{"__proto__":{"admin":true}}', 'MALFORMED: 字段名不可用：__proto__ / a field cannot be named __proto__'],
    ['{"a":[{"\\u0063onstructor":1}]}', 'MALFORMED: 字段名不可用：constructor / a field cannot be named constructor'],
    ['{"a":"\\ud800"}', 'MALFORMED: 含有残缺的字符 / a broken surrogate pair'],
    ['{"a":"\\u0000"}', 'MALFORMED: 含有空字符 / a NUL character'],
    ['{"a":1e999}', 'MALFORMED: 数字过大 / a number out of range'],
  ])('refuses %.30s', (body, why) => {
    expect(whyNot(body)).toBe(why)
  })

  it('refuses bytes that are not UTF-8', () => {
    expect(whyNot(Uint8Array.of(0x22, 0xff, 0xfe, 0x22))).toBe('MALFORMED: 不是 UTF-8 文本 / not UTF-8')
  })
})
