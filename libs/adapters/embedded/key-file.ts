import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { keyDamaged } from './refused.js'

const BYTES = 32

const flush = (path: string, flags: string, bytes?: Uint8Array): void => {
  const file = openSync(path, flags, 0o600)
  try {
    if (bytes) writeSync(file, bytes)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

const make = (path: string): void => {
  mkdirSync(dirname(path), { recursive: true })
  flush(`${path}.new`, 'w', randomBytes(BYTES))
  renameSync(`${path}.new`, path)
  if (process.platform !== 'win32') flush(dirname(path), 'r')
}

/** The 32 secret bytes of a file that only its owner may read; drawn and written when there is none. */
export const keyFile = (path: string): Uint8Array => {
  if (!existsSync(path)) make(path)
  const key = readFileSync(path)
  if (key.length !== BYTES) throw keyDamaged(path, key.length, BYTES)
  return new Uint8Array(key)
}
