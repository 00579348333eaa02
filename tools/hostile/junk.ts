/** What somebody may put where something else is wanted: JSON text, since some of it is no value. */
export interface Junk {
  name: string
  raw: string
  /** The door refuses it wherever it stands. */
  never?: true
}

const text = (name: string, value: string): Junk => ({ name, raw: JSON.stringify(value) })
const deep = (n: number): string => `${'['.repeat(n)}${']'.repeat(n)}`

/** Never let through by anything. */
export const FOREIGN: readonly Junk[] = [
  { name: 'NUL', raw: '"a\\u0000b"', never: true },
  { name: 'high surrogate', raw: '"a\\ud800b"', never: true },
  { name: 'low surrogate', raw: '"\\udfff"', never: true },
  { name: '1e999', raw: '1e999', never: true },
  { name: '__proto__ key', raw: '{"__proto__":{"admin":true}}', never: true },
  { name: 'constructor key', raw: '{"constructor":{"prototype":{}}}', never: true },
  { name: 'nested 10,000 deep', raw: deep(10_000), never: true },
]

const WORDS = [
  'NaN',
  'Infinity',
  'undefined',
  'null',
  'true',
  '[object Object]',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '0',
  '-1',
  '１２３',
]
const PLACES = [
  '../../etc/passwd',
  "'; DROP TABLE commits;--",
  '<script>alert(1)</script>',
  '${lead.id}',
  '{zh}⟦{en}⟧',
  '%00',
  '$where',
  'a\r\nb: c',
]
const DAYS = [
  '2026-02-30',
  '2026-13-01',
  '0000-01-01',
  '0001-01-01',
  '9999-12-31',
  '2026-3-1',
  '2026-03-02T25:00',
  '9999-12-31T23:59-14:00',
  '0000-01-01T00:00+14:00',
  '+010000-01-01',
]
const NAMES = ['aaaaaaaaaaaaaaaaaaaaaaaaaa', 'ZZ-999999', 'SAMR-411003', 'cast-officer', '91411002MA9FK1017E']
const LETTERS = [
  '\u0007bell',
  '\u001b[31mred',
  '\u202egnp.exe',
  '\u200b',
  '\ufeff',
  '\uffff',
  '👮🏽‍♀️',
  'Z̷͎͗ạ̴̛',
  '𠮷野家',
  'مخالفة',
  '',
]

const NUMBERS = ['0', '-1', '1.5', '1e308', '9007199254740993', '10000000000000']
const SHAPES = ['null', 'true', '[]', '{}', '[[]]', '[{}]', '{"a":1}', '[null]', '{"toString":["a"]}', '""', '" "']
const TEXTS = [...WORDS, ...PLACES, ...DAYS, ...NAMES, ...LETTERS].map((one) => text(JSON.stringify(one), one))

const ALWAYS: readonly Junk[] = [
  ...[...NUMBERS, ...SHAPES].map((raw) => ({ name: raw, raw })),
  text('4,001 characters', '字'.repeat(4001)),
  { name: '300 items', raw: `[${Array.from({ length: 300 }, (_, n) => `"n${n}"`).join(',')}]` },
  ...FOREIGN,
]

/** Every how many-th text a field is given: all fields together see all of them. HOSTILE=all gives each field everything. */
const SHARE = process.env.HOSTILE === 'all' ? 1 : 4

/**
 * Values of every kind for the n-th field; most forms refuse most of them, and what a form lets through the house must bear.
 */
export const valuesFor = (n: number): readonly Junk[] => [
  ...ALWAYS,
  ...TEXTS.filter((_, index) => index % SHARE === n % SHARE),
]

/** Whole bodies that no address takes. */
export const BODIES: readonly Junk[] = [
  ...[
    '{',
    '{"input":}',
    '{"input":{},}',
    "{'input':{}}",
    'input=1',
    '{"input":{}}x',
    '{}{}',
    '\u0000',
    '<a/>',
    'NaN',
    '{"input":{"a":01}}',
    ' ',
    '',
  ].map((raw) => ({
    name: `not JSON: ${raw}`,
    raw,
  })),
  ...['null', '[]', '[{}]', '"x"', '1', 'true'].map((raw) => ({ name: `${raw} for an object`, raw })),
  ...[
    '{"unknown":1}',
    '{"input":{},"inputs":{}}',
    '{"input":null}',
    '{"input":[]}',
    '{"input":"{}"}',
    '{"at":null}',
    '{"at":1}',
    '{"at":"yesterday"}',
    '{"at":{}}',
    '{"reason":1}',
    '{"reason":""}',
    '{"reason":{"a":1}}',
  ].map((raw) => ({ name: raw, raw })),
  { name: '__proto__', raw: '{"__proto__":{"input":{}}}' },
  { name: 'constructor', raw: '{"constructor":{}}' },
  { name: 'input.__proto__', raw: '{"input":{"__proto__":{"x":1}}}' },
  { name: 'surrogate in reason', raw: '{"reason":"\\ud800"}' },
  { name: 'deep', raw: `{"input":{"x":${deep(10_000)}}}` },
  { name: 'deep objects', raw: `${'{"input":'.repeat(10_000)}1${'}'.repeat(10_000)}` },
  { name: 'never closed', raw: `{"input":${'['.repeat(10_000)}` },
  { name: 'long reason', raw: `{"reason":"${'字'.repeat(4001)}"}` },
]

export const LARGE: Junk = { name: 'more than 256 KB', raw: `{"input":{"x":"${'a'.repeat(256 * 1024)}"}}` }

/** Bytes that are not UTF-8. */
export const NOT_UTF8 = Buffer.from([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xff, 0xfe, 0x22, 0x7d])
