import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, it } from '@jest/globals'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'install-'))
})
afterEach(() => rmSync(dir, { recursive: true }))

it('does not install through a link, which would empty the place it points to', () => {
  mkdirSync(join(dir, 'elsewhere'))
  writeFileSync(join(dir, 'elsewhere', 'kept'), '')
  symlinkSync('elsewhere', join(dir, 'node_modules'))
  writeFileSync(join(dir, 'package-lock.json'), '{}')
  // No npm is found there, whatever happens.
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve('tools/install.mjs')], {
    cwd: dir,
    env: { PATH: '' },
    encoding: 'utf8',
  })
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  expect(stderr).toContain('node_modules is a link')
  expect(readdirSync(join(dir, 'elsewhere'))).toEqual(['kept'])
})
