import { Problem } from './problem.js'

/** Bytes of one request. */
export const BODY_LIMIT = 256 * 1024
/** How deep objects and lists may stand in one another. */
export const DEPTH_LIMIT = 32

const malformed = (zh: string, en: string): Problem => new Problem('MALFORMED', { why: { zh, en } })

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })

const decode = (bytes: Uint8Array): string => {
  try {
    return decoder.decode(bytes)
  } catch {
    throw malformed('不是 UTF-8 文本', 'not UTF-8')
  }
}

/** The deepest nesting of brackets outside strings; counted on the text, so that nothing deep is ever built. */
const depthOf = (text: string): number => {
  let depth = 0
  let deepest = 0
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (quoted) {
      if (unit === 0x5c) i++
      else if (unit === 0x22) quoted = false
    } else if (unit === 0x22) quoted = true
    else if (unit === 0x7b || unit === 0x5b) deepest = Math.max(deepest, ++depth)
    else if (unit === 0x7d || unit === 0x5d) depth--
  }
  return deepest
}

const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype'])

const checkText = (text: string): void => {
  if (/\p{Surrogate}/u.test(text)) throw malformed('含有残缺的字符', 'a broken surrogate pair')
  if (text.includes('\u0000')) throw malformed('含有空字符', 'a NUL character')
}

const checkKey = (key: string): void => {
  if (FORBIDDEN_KEYS.has(key)) throw malformed(`字段名不可用：${key}`, `a field cannot be named ${key}`)
  checkText(key)
}

const checkValue = (value: unknown): void => {
  if (typeof value === 'string') checkText(value)
  else if (typeof value === 'number' && !Number.isFinite(value)) throw malformed('数字过大', 'a number out of range')
  else if (Array.isArray(value)) value.forEach(checkValue)
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value)) {
      checkKey(key)
      checkValue(item)
    }
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw malformed('不是 JSON', 'not JSON')
  }
}

/**
 * Reads a body: UTF-8, JSON, at most DEPTH_LIMIT deep, whole characters, finite numbers, no prototype keys.
 * @throws Problem MALFORMED
 */
export const readJson = (bytes: Uint8Array): unknown => {
  const text = decode(bytes)
  if (text.trim() === '') throw malformed('内容为空', 'the body is empty')
  if (depthOf(text) > DEPTH_LIMIT) throw malformed(`嵌套超过 ${DEPTH_LIMIT} 层`, `nested deeper than ${DEPTH_LIMIT}`)
  const value = parse(text)
  checkValue(value)
  return value
}
