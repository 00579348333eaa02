import { expect } from '@jest/globals'
import type { Blobs } from './blobs.js'
import { suiteOf, type Features } from './suite.js'

export interface BlobsFixture {
  blobs: Blobs
  /** Changes one stored byte behind the adapter's back. */
  corrupt(name: string): Promise<void>
  /** How many are kept. */
  size(): Promise<number>
  /** As if the process had been killed just now: a second one opens what is on disk. */
  crash(): Promise<Blobs>
  close(): Promise<void>
}

export interface BlobsSuite {
  name: string
  make: () => Promise<BlobsFixture>
  features: Features<'survivesCrash'>
}

const text = (words: string): Uint8Array => new TextEncoder().encode(words)

/** GB/T 32905-2016, appendix A.1 and A.2. */
const SAMPLES: [Uint8Array, string][] = [
  [text('abc'), '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
  [text('abcd'.repeat(16)), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
]
const ABC = SAMPLES[0]![1]

/** What every keeper of papers and evidence must prove. */
export const testBlobs = ({ name, make, features }: BlobsSuite): void =>
  suiteOf(`blobs on ${name}`, features, ({ always, promised }) => {
    const using = (run: (blobs: Blobs, fixture: BlobsFixture) => Promise<void>) => async () => {
      const fixture = await make()
      try {
        await run(fixture.blobs, fixture)
      } finally {
        await fixture.close()
      }
    }

    always(
      'names bytes by their SM3 and gives them back',
      using(async (blobs) => {
        for (const [bytes, hash] of SAMPLES) {
          expect(await blobs.put(bytes)).toBe(hash)
          expect(await blobs.put(bytes, hash)).toBe(hash)
          expect(await blobs.get(hash)).toEqual(bytes)
          expect(await blobs.has(hash)).toBe(true)
        }
      }),
    )

    always(
      'keeps every byte, none and many',
      using(async (blobs) => {
        for (const bytes of [
          new Uint8Array(),
          Uint8Array.from({ length: 256 }, (_, n) => n),
          new Uint8Array(3_000_000).fill(7),
        ]) {
          const got = await blobs.get(await blobs.put(bytes))
          expect(got?.length).toBe(bytes.length)
          expect(Buffer.compare(got ?? Buffer.from('x'), bytes)).toBe(0)
        }
      }),
    )

    always(
      'knows nothing of other names',
      using(async (blobs) => {
        for (const other of [ABC, '', '../../etc/passwd', ABC.toUpperCase(), `${ABC}0`]) {
          expect(await blobs.get(other)).toBeUndefined()
          expect(await blobs.has(other)).toBe(false)
        }
      }),
    )

    always(
      'keeps nothing that is not what it was said to be',
      using(async (blobs, fixture) => {
        await expect(blobs.put(text('abd'), ABC)).rejects.toThrow(ABC)
        expect(await blobs.has(ABC)).toBe(false)
        expect(await fixture.size()).toBe(0)
      }),
    )

    always(
      'says so when stored bytes were changed, and does not take that for the same bytes again',
      using(async (blobs, fixture) => {
        await blobs.put(text('abc'))
        await fixture.corrupt(ABC)
        await expect(blobs.get(ABC)).rejects.toThrow(ABC)
        await expect(blobs.put(text('abc'))).rejects.toThrow(ABC)
        await expect(blobs.get(ABC)).rejects.toThrow(ABC)
      }),
    )

    always(
      'keeps one of equal bytes put at the same time',
      using(async (blobs, fixture) => {
        const names = await Promise.all(Array.from({ length: 20 }, () => blobs.put(text('abc'))))
        expect(new Set(names)).toEqual(new Set([ABC]))
        expect(await blobs.get(ABC)).toEqual(text('abc'))
        expect(await fixture.size()).toBe(1)
      }),
    )

    promised(
      'survivesCrash',
      'has after a crash what was put',
      using(async (blobs, fixture) => {
        await blobs.put(text('abc'))
        const after = await fixture.crash()
        expect(await after.get(ABC)).toEqual(text('abc'))
        expect(await after.put(text('abc'))).toBe(ABC)
      }),
    )
  })
