import type { Ask } from './door.js'
import type { Stage } from './stage.js'

/** Addresses that answer a reader: with names in braces, as the house's own description has them. */
export interface Route {
  path: string
  methods: readonly string[]
  open: boolean
}

type Described = Record<string, Record<string, { security?: readonly unknown[] }>>

/** Addresses that the description leaves out. */
const UNDESCRIBED: readonly Route[] = [
  ...['/', '/healthz', '/readyz', '/metrics', '/api/openapi.json'].map((path) => ({
    path,
    methods: ['GET'],
    open: true,
  })),
  { path: '/stories/{report}', methods: ['GET'], open: true },
  { path: '/api/problems/{code}', methods: ['GET'], open: true },
]

/** Every address of the house, from its own description. */
export const routesOf = (document: unknown): Route[] => {
  const described = (document as { paths: Described }).paths
  const told = Object.entries(described).map(([path, operations]) => ({
    path,
    methods: Object.keys(operations).map((name) => name.toUpperCase()),
    open: Object.values(operations).some(({ security }) => security?.length === 0),
  }))
  return [...told, ...UNDESCRIBED]
}

const bodied = (method: string): boolean => method !== 'GET' && method !== 'OPTIONS'

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND']

/** Real values for the names in an address. */
export const filled = (path: string, names: Readonly<Record<string, string>>): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => names[name] ?? 'none')

/** Every address with every method that it does not take. */
export const wrongMethods = (
  routes: readonly Route[],
  names: Readonly<Record<string, string>>,
  authorization: string,
): Ask[] =>
  routes.flatMap(({ path, methods }) =>
    METHODS.filter((method) => !methods.includes(method)).map((method) => ({
      method,
      path: filled(path, names),
      headers: { authorization, ...(bodied(method) ? { 'content-type': 'application/json' } : {}) },
      body: bodied(method) ? '{}' : undefined,
      why: 'wrong method',
    })),
  )

const IDS = [
  'x',
  'A'.repeat(26),
  '1'.repeat(26),
  'a'.repeat(25),
  'a'.repeat(27),
  'a'.repeat(2000),
  '..',
  '%2e%2e%2f%2e%2e',
  '%00',
  '%ff',
  '%',
  '%zz',
  '%F0%9F%91%AE',
  '__proto__',
  'constructor',
  '%22%27--',
  'a%2Fb',
  '{id}',
  '%E2%80%AE',
]

/** Junk for each name in each address. */
export const wrongNames = (
  routes: readonly Route[],
  names: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>>,
): Ask[] =>
  routes
    .filter(({ path }) => path.includes('{'))
    .flatMap(({ path, methods }) =>
      [...path.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) =>
        IDS.map((junk) => ({
          method: methods[0]!,
          path: filled(path, { ...names, [name!]: junk }),
          headers: methods[0] === 'POST' ? { 'content-type': 'application/json', ...headers } : headers,
          body: methods[0] === 'POST' ? '{}' : undefined,
          why: `junk for {${name}}`,
        })),
      ),
    )

/** What stands behind the question mark and is asked for by nobody: of the pages and the health checks it is nobody's business. */
const QUERIES = [
  '?x=1',
  '?__proto__[a]=1',
  '?constructor=1',
  '?key=%00&key=2',
  '?limit=1e9',
  '?limit=-1',
  '?limit=NaN',
  '?skip=1e99',
  '?skip=0.5',
  '?agency[]=A',
  '?agency=%F0%9F',
  '?agency=a&agency=b',
  '?start=2026-02-30',
  '?start=',
  '?start=9999-12-31&start=1',
  '?record=x/y&start=yesterday',
  `?q=${'a'.repeat(6000)}`,
]

export const wrongQueries = (
  routes: readonly Route[],
  names: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>>,
): Ask[] =>
  routes
    .filter(({ path, methods }) => path.startsWith('/api/') && methods.includes('GET'))
    .flatMap(({ path }) =>
      QUERIES.map((query) => ({ method: 'GET', path: filled(path, names) + query, headers, why: 'query junk' })),
    )

/** The operator's own door, with junk: as open to faults as the others. */
export const wrongOperations = ({ house, worlds }: Stage): Ask[] => {
  const bare = { 'x-operator-token': house.operatorToken, 'liandun-world': worlds[0]!.name }
  const headers = { ...bare, 'content-type': 'application/json' }
  const post = (path: string, ...bodies: string[]): Ask[] =>
    bodies.map((body) => ({ method: 'POST', path: `/api/operator${path}`, headers, body, why: 'operator' }))
  const get = (path: string): Ask => ({ method: 'GET', path: `/api/operator${path}`, headers: bare, why: 'operator' })
  return [
    ...post(
      '/worlds',
      '{}',
      'null',
      '{"name":""}',
      '{"name":1}',
      '{"name":"a","at":"x"}',
      '{"name":"a","at":"2026-02-30"}',
      '{"name":"a","switches":{"no.such":1}}',
      '{"name":"a","switches":{"calendar":[]}}',
      '{"name":"a","resume":"yes"}',
      '{"name":"a","x":1}',
      `{"name":"${'a'.repeat(201)}"}`,
    ),
    ...post(
      '/time',
      '{}',
      '{"to":"x"}',
      '{"to":1}',
      '{"to":"2020-01-01"}',
      '{"to":"0000-01-01"}',
      '{"to":"9999-12-31T23:59-14:00"}',
      '{"to":"2026-02-30"}',
    ),
    ...post('/quiet', '{"x":1}', '[]', 'null'),
    ...post('/redrive', '{}', '{"group":"none","record":""}', '{"group":"none","record":[]}'),
    ...[
      '/records/none/none/x',
      `/records/intake/lead/${'a'.repeat(26)}`,
      '/records/intake/lead/%00',
      '/records/__proto__/constructor/x',
      '/none',
      '/records',
      '/caused',
    ].map(get),
    { method: 'DELETE', path: '/api/operator/worlds/none', headers: bare, why: 'operator' },
    { method: 'DELETE', path: '/api/operator/worlds/main', headers: bare, why: 'operator' },
    { method: 'DELETE', path: '/api/operator/worlds/%00', headers: bare, why: 'operator' },
  ]
}

/** Everything that the operator's door answers, for somebody who is not the operator. */
export const notTheOperator = (authorization: string): Ask[] => {
  const tokens: Record<string, string>[] = [
    {},
    { 'x-operator-token': '' },
    { 'x-operator-token': 'operator-of-the-storie' },
    { 'x-operator-token': 'x'.repeat(8000) },
    { 'x-forwarded-for': '127.0.0.1' },
  ]
  const doors: [string, string][] = [
    ['GET', '/worlds'],
    ['POST', '/worlds'],
    ['GET', '/time'],
    ['POST', '/time'],
    ['POST', '/quiet'],
    ['GET', '/parked'],
    ['POST', '/redrive'],
    ['DELETE', '/worlds/main'],
    ['GET', '/caused/x'],
  ]
  return doors.flatMap(([method, path]) =>
    tokens.map((token) => ({
      method,
      path: `/api/operator${path}`,
      headers: { authorization, ...(method === 'POST' ? { 'content-type': 'application/json' } : {}), ...token },
      body: method === 'POST' ? '{}' : undefined,
      why: 'not the operator',
    })),
  )
}
