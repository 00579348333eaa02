import { describe, expect, it } from '@jest/globals'
import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { testBlobs } from '../../ports/blobs.suite.js'
import { openBlobs } from './blobs.js'
import { Scratch } from './fixture.js'

const files = (dir: string): string[] =>
  existsSync(dir)
    ? readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(dir, name)).isFile())
    : []

const make = async () => {
  const scratch = new Scratch()
  const dir = join(scratch.dir, 'blobs')
  return {
    blobs: openBlobs(dir),
    corrupt: async (name: string) => {
      const path = join(dir, name.slice(0, 2), name.slice(2))
      const bytes = readFileSync(path)
      chmodSync(path, 0o644)
      writeFileSync(path, bytes.fill((bytes[0] ?? 0) ^ 1, 0, 1))
    },
    size: async () => files(dir).length,
    crash: async () => openBlobs(dir),
    close: () => scratch.close(),
  }
}

testBlobs({ name: 'embedded', make, features: { survivesCrash: true } })

describe('embedded blobs', () => {
  it('are files that nobody may write', async () => {
    const scratch = new Scratch()
    const name = await openBlobs(scratch.dir).put(Buffer.from('abc'))
    expect((statSync(join(scratch.dir, name.slice(0, 2), name.slice(2))).mode & 0o777).toString(8)).toBe('444')
    await scratch.close()
  })
})
