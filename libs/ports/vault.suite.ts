import { expect } from '@jest/globals'
import { suiteOf, type Features } from './suite.js'
import type { Vault } from './vault.js'

export interface VaultFixture {
  vault: Vault
  /** Every byte that the adapter keeps, its key excepted. */
  kept(): Promise<Uint8Array>
  /** Changes what is sealed for a pseudonym behind the adapter's back. */
  corrupt(pseudonym: string): Promise<void>
  /** As if the process had been killed just now: a second one opens what is on disk. */
  crash(): Promise<Vault>
  close(): Promise<void>
}

export interface VaultSuite {
  name: string
  make: () => Promise<VaultFixture>
  features: Features<'survivesCrash'>
}

/** Fictitious, like all persons here. */
const INFORMANT = { name: '虚构的张三', phone: '13900000000', idNumber: '110101190001010010' }
const DAY = '2026-03-07T16:00:00.000+08:00'
const REQUEST = { by: 'officer-1', with: 'officer-2', reason: '核发举报奖励', at: '2026-04-01T09:00:00.000+08:00' }

const contains = (bytes: Uint8Array, part: Uint8Array): boolean => Buffer.from(bytes).includes(Buffer.from(part))

/** What every keeper of informants' identities must prove (TSJB 37). */
export const testVault = ({ name, make, features }: VaultSuite): void =>
  suiteOf(`vault on ${name}`, features, ({ always, promised }) => {
    const using = (run: (vault: Vault, fixture: VaultFixture) => Promise<void>) => async () => {
      const fixture = await make()
      try {
        await run(fixture.vault, fixture)
      } finally {
        await fixture.close()
      }
    }

    always(
      'numbers pseudonyms within the year',
      using(async (vault) => {
        expect(await vault.deposit({ name: '甲' }, '2026-01-01T00:00:00.000+08:00', '0')).toBe('INF-2026-0001')
        expect(await vault.deposit({ name: '乙' }, '2026-12-31T23:59:59.999+08:00', '1')).toBe('INF-2026-0002')
        expect(await vault.deposit({ name: '丙' }, '2027-01-01T00:00:00.000+08:00', '2')).toBe('INF-2027-0001')
        expect(await vault.deposit({ name: '丁' }, '2026-06-01T00:00:00.000+08:00', '3')).toBe('INF-2026-0003')
      }),
    )

    always(
      'gives every report a pseudonym of its own, whoever made it, and the same request the same',
      using(async (vault) => {
        const pseudonym = await vault.deposit(INFORMANT, DAY, 'first')
        expect(await vault.deposit(INFORMANT, DAY, 'second')).toBe('INF-2026-0002')
        expect(await vault.deposit(INFORMANT, DAY, 'first')).toBe(pseudonym)
        expect(await vault.deposit({ name: '乙' }, DAY, 'first')).toBe('INF-2026-0003')
      }),
    )

    always(
      'says yes or no whether two pseudonyms are one person, however it is written down',
      using(async (vault) => {
        const pseudonym = await vault.deposit(INFORMANT, DAY, 'first')
        const { idNumber, name: called } = INFORMANT
        const written = { idNumber, phone: ' １３９00000000 ', name: `${called} `, email: undefined }
        const again = await vault.deposit(written, '2027-03-07T16:00:00.000+08:00', 'second')
        const other = await vault.deposit({ ...INFORMANT, phone: '13900000001' }, DAY, 'third')
        expect(await Promise.all([again, other, pseudonym].map((one) => vault.same(pseudonym, one)))).toEqual([
          true,
          false,
          true,
        ])
        expect(await vault.same('INF-2026-0009', 'INF-2026-0009')).toBe(false)
        expect(await vault.openings(pseudonym)).toEqual([])
      }),
    )

    always(
      'gives twenty deposits at once twenty pseudonyms',
      using(async (vault) => {
        const pseudonyms = await Promise.all(
          Array.from({ length: 20 }, (_, n) => vault.deposit({ name: `甲${n % 4}` }, DAY, `request ${n}`)),
        )
        const expected = Array.from({ length: 20 }, (_, n) => `INF-2026-${String(n + 1).padStart(4, '0')}`)
        expect([...pseudonyms].sort()).toEqual(expected)
        expect(await vault.same(pseudonyms[0]!, pseudonyms[4]!)).toBe(true)
        expect(await vault.same(pseudonyms[0]!, pseudonyms[5]!)).toBe(false)
      }),
    )

    always(
      'opens for two persons with a reason, and keeps every opening',
      using(async (vault) => {
        const pseudonym = await vault.deposit(INFORMANT, DAY, 'a')
        const second = { ...REQUEST, by: 'officer-3', reason: '法院依法调取', at: '2026-05-01T09:00:00.000+08:00' }
        expect(await vault.openings(pseudonym)).toEqual([])
        expect(await vault.open(pseudonym, REQUEST)).toEqual(INFORMANT)
        expect(await vault.open(pseudonym, second)).toEqual(INFORMANT)
        expect(await vault.openings(pseudonym)).toEqual([REQUEST, second])
        expect(await vault.openings('INF-2026-0002')).toEqual([])
      }),
    )

    always(
      'does not open for one person, without a reason, or what it does not hold',
      using(async (vault) => {
        const pseudonym = await vault.deposit(INFORMANT, DAY, 'a')
        const wrong = [
          { with: 'officer-1' },
          { with: ' Officer-1' },
          { by: '' },
          { with: ' ' },
          { reason: '' },
          { reason: ' \n' },
        ]
        for (const one of wrong) await expect(vault.open(pseudonym, { ...REQUEST, ...one })).rejects.toThrow('vault')
        await expect(vault.open('INF-2026-0009', REQUEST)).rejects.toThrow('INF-2026-0009')
        expect(await vault.openings(pseudonym)).toEqual([])
      }),
    )

    always(
      'never has an identity or a reason in plain text on disk',
      using(async (vault, fixture) => {
        const pseudonym = await vault.deposit(INFORMANT, DAY, 'a')
        await vault.open(pseudonym, REQUEST)
        const kept = await fixture.kept()
        expect(contains(kept, Buffer.from(pseudonym))).toBe(true)
        for (const secret of [...Object.values(INFORMANT), REQUEST.reason])
          for (const encoding of ['utf8', 'utf16le'] as const)
            expect(contains(kept, Buffer.from(secret, encoding))).toBe(false)
      }),
    )

    always(
      'seals the same identity differently each time',
      using(async (vault, fixture) => {
        const other = await make()
        const pseudonym = await vault.deposit(INFORMANT, DAY, 'a')
        await other.vault.deposit(INFORMANT, DAY, 'a')
        expect(Buffer.compare(await fixture.kept(), await other.kept())).not.toBe(0)
        expect(await vault.open(pseudonym, REQUEST)).toEqual(INFORMANT)
        await other.close()
      }),
    )

    always(
      'does not open what was changed',
      using(async (vault, fixture) => {
        const pseudonym = await vault.deposit(INFORMANT, DAY, 'a')
        await fixture.corrupt(pseudonym)
        await expect(vault.open(pseudonym, REQUEST)).rejects.toThrow(pseudonym)
      }),
    )

    promised(
      'survivesCrash',
      'knows after a crash whom it knew, and who looked',
      using(async (vault, fixture) => {
        const pseudonym = await vault.deposit(INFORMANT, DAY, 'a')
        await vault.open(pseudonym, REQUEST)
        const after = await fixture.crash()
        expect(await after.deposit(INFORMANT, DAY, 'a')).toBe(pseudonym)
        expect(await after.openings(pseudonym)).toEqual([REQUEST])
        expect(await after.deposit({ name: '乙' }, DAY, 'b')).toBe('INF-2026-0002')
        expect(await after.open(pseudonym, REQUEST)).toEqual(INFORMANT)
      }),
    )
  })
