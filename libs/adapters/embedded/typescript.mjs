import { existsSync } from 'node:fs'
import { register } from 'node:module'
import { fileURLToPath, URL } from 'node:url'
import { transformFile } from '@swc/core'

/** `node --import` this to run TypeScript of the workspace in a process of its own: for specs that kill it. */
if (!import.meta.url.endsWith('?hooks')) register(`${import.meta.url}?hooks`)

const libs = new URL('../../', import.meta.url)

const SERVICES = ['intake', 'routing', 'mediation', 'credit', 'portal']

const fileOf = (specifier, parent) => {
  const [, room, file = 'index'] = /^#([a-z]+)(?:\/(.+))?$/.exec(specifier) ?? []
  if (SERVICES.includes(room)) return new URL(`../services/${room}/service.ts`, libs)
  if (room) return new URL(`${room === 'embedded' ? 'adapters/embedded' : room}/${file}.ts`, libs)
  return specifier.startsWith('.') && parent ? new URL(specifier.replace(/\.js$/, '.ts'), parent) : undefined
}

export const resolve = async (specifier, context, next) => {
  const file = fileOf(specifier, context.parentURL)
  return file?.pathname.endsWith('.ts') && existsSync(file)
    ? { url: file.href, shortCircuit: true }
    : next(specifier, context)
}

export const load = async (url, context, next) => {
  if (!url.endsWith('.ts')) return next(url, context)
  const { code } = await transformFile(fileURLToPath(url), {
    jsc: {
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
      target: 'es2022',
    },
    module: { type: 'es6' },
  })
  return { format: 'module', source: code, shortCircuit: true }
}
