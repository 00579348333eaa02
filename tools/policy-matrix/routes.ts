import 'reflect-metadata'
import { RequestMethod } from '@nestjs/common'
import { AT_INTAKE, CONTROLLERS } from '#shell'

type Metadata = { getMetadata(key: string, target: object): unknown }
const read = (key: string, target: object) => (Reflect as unknown as Metadata).getMetadata(key, target)

const joined = (...parts: readonly string[]): string =>
  `/${parts
    .join('/')
    .split('/')
    .filter(Boolean)
    .map((part) => part.replace(/^:(\w+)$/, '{$1}'))
    .join('/')}`

/** Every route that the house answers, as its controllers say themselves: GET /api/portal/clocks. */
export const routesThereAre = (): string[] =>
  [...CONTROLLERS, ...AT_INTAKE]
    .flatMap((controller) => {
      const base = String(read('path', controller) ?? '')
      const methods = Object.getOwnPropertyNames(controller.prototype)
        .filter((name) => name !== 'constructor')
        .map((name) => (controller.prototype as unknown as Record<string, object>)[name])
        .filter((one): one is object => typeof one === 'function' && read('path', one) !== undefined)
      return methods.flatMap((one) =>
        [read('path', one) as string | string[]]
          .flat()
          .map((path) => `${RequestMethod[read('method', one) as number]} ${joined(base, path)}`),
      )
    })
    .filter((one, n, all) => all.indexOf(one) === n)
    .sort()
