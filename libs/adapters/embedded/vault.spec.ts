import { describe, expect, it } from '@jest/globals'
import { copyFileSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { testVault } from '../../ports/vault.suite.js'
import { Scratch } from './fixture.js'
import { StoreError } from './refused.js'
import { closeDatabase, openDatabase } from './sqlite.js'
import { EmbeddedVault } from './vault.js'

const placeIn = (dir: string, name = 'vault') => ({
  path: join(dir, `${name}.sqlite`),
  keyPath: join(dir, 'vault.key'),
})

const flip = (path: string, pseudonym: string): void => {
  const database = openDatabase(path)
  const row = database.prepare('SELECT sealed FROM informants WHERE pseudonym = ?').get(pseudonym) as {
    sealed: Uint8Array
  }
  const changed = Uint8Array.from(row.sealed, (byte, n) => (n === 20 ? byte ^ 1 : byte))
  database.prepare('UPDATE informants SET sealed = ? WHERE pseudonym = ?').run(changed, pseudonym)
  closeDatabase(database)
}

const make = async () => {
  const scratch = new Scratch()
  const place = placeIn(scratch.dir)
  const open = (path = place.path) => {
    const vault = new EmbeddedVault({ ...place, path })
    scratch.onClose(async () => vault.close())
    return vault
  }
  return {
    vault: open(),
    kept: async () => new Uint8Array(readFileSync(place.path)),
    corrupt: async (pseudonym: string) => flip(place.path, pseudonym),
    crash: async () => {
      const copy = join(scratch.dir, 'after.sqlite')
      copyFileSync(place.path, copy)
      return open(copy)
    },
    close: () => scratch.close(),
  }
}

testVault({ name: 'embedded', make, features: { survivesCrash: true } })

const REQUEST = { by: 'a', with: 'b', reason: 'r', at: '2026-04-01T09:00:00.000+08:00' }

describe('embedded vault', () => {
  it('makes a key that only its owner may read', async () => {
    const scratch = new Scratch()
    const place = placeIn(scratch.dir)
    await new EmbeddedVault(place).close()
    expect((statSync(place.keyPath).mode & 0o777).toString(8)).toBe('600')
    expect(readFileSync(place.keyPath).length).toBe(32)
    await scratch.close()
  })

  it('does not start anew when the key of a vault in use is lost, cut short or another one', async () => {
    const scratch = new Scratch()
    const place = placeIn(scratch.dir)
    const vault = new EmbeddedVault(place)
    const pseudonym = await vault.deposit({ name: '甲' }, '2026-03-07T16:00:00.000+08:00', 'a')
    await vault.close()
    rmSync(place.keyPath)
    expect(() => new EmbeddedVault(place)).toThrow(/密钥文件 .* \/ The key file/)
    expect(() => new EmbeddedVault(place)).toThrow(StoreError)
    writeFileSync(place.keyPath, 'short')
    expect(() => new EmbeddedVault(place)).toThrow('32')
    const other = new EmbeddedVault({ ...place, key: new Uint8Array(32) })
    await expect(other.open(pseudonym, REQUEST)).rejects.toThrow(pseudonym)
    await other.close()
    await scratch.close()
  })
})
