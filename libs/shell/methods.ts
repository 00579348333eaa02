import 'reflect-metadata'
import { RequestMethod } from '@nestjs/common'
import { AT_INTAKE, CONTROLLERS } from './controllers.js'

/** A name in braces stands for one part of an address, `*` for all that follows. */
export interface Route {
  method: string
  path: string
}

type Metadata = { getMetadata(key: string, target: object): unknown }
const said = (key: string, target: object) => (Reflect as unknown as Metadata).getMetadata(key, target)

const joined = (...parts: readonly string[]): string =>
  `/${parts
    .join('/')
    .split('/')
    .filter(Boolean)
    .map((part) => part.replace(/^:(\w+)$/, '{$1}'))
    .join('/')}`

const routesOf = (controller: (typeof CONTROLLERS | typeof AT_INTAKE)[number]): Route[] => {
  const base = String(said('path', controller) ?? '')
  const answering = Object.values(Object.getOwnPropertyDescriptors(controller.prototype))
    .map(({ value }) => value as unknown)
    .filter((one): one is object => typeof one === 'function' && said('method', one) !== undefined)
  return answering.flatMap((one) =>
    [said('path', one) as string | string[]].flat().map((path) => ({
      method: RequestMethod[said('method', one) as number]!,
      path: joined(base, path),
    })),
  )
}

/** Every route that the house answers, as its controllers say themselves. */
export const ROUTES: readonly Route[] = [...CONTROLLERS, ...AT_INTAKE].flatMap(routesOf)

/** Answered by what is registered beside the controllers. */
const DOCS: Route = { method: 'GET', path: '/api/docs' }

const shapeOf = (path: string): string => path.replace(/\{\w+\}/g, '{}')
const patternOf = (shape: string): RegExp =>
  new RegExp(`^${shape.replaceAll('.', '\\.').replaceAll('*', '.+').replaceAll('{}', '[^/]+')}$`)
/** How many parts of an address stand there as they are. */
const literals = (shape: string): number => shape.split('/').filter((part) => !['', '{}', '*'].includes(part)).length

const methodsAt = (shape: string, routes: readonly Route[]): string[] =>
  [...new Set(routes.filter(({ path }) => shapeOf(path) === shape).map(({ method }) => method))]
    .sort((a, b) => (a === 'GET' ? -1 : b === 'GET' ? 1 : a < b ? -1 : 1))
    .flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))

const addressesOf = (routes: readonly Route[]) =>
  [...new Set(routes.map(({ path }) => shapeOf(path)))]
    .sort((a, b) => literals(b) - literals(a))
    .map((shape) => ({ pattern: patternOf(shape), methods: methodsAt(shape, routes) }))

const ADDRESSES = addressesOf([...ROUTES, DOCS])

/** What an address takes; empty when there is none. Of several that fit the one that says most of it counts. */
export const allowedOn = (url: string): readonly string[] =>
  ADDRESSES.find(({ pattern }) => pattern.test(url.split('?')[0]!))?.methods ?? []
