import { closeSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { readInstant, type Instant } from '#kernel'
import type { Time } from '#ports'

const WIDTH = 29

const readKept = (file: number): Instant | undefined => {
  const bytes = Buffer.alloc(WIDTH)
  const length = readSync(file, bytes, 0, WIDTH, 0)
  return length === WIDTH ? readInstant(bytes.toString('latin1')) : undefined
}

/** A manual clock that stands where it stood when the process ended: every setting is written in place before anyone sees it. */
export const keptTime = (path: string, start: Instant): Required<Time> & { close(): void } => {
  mkdirSync(dirname(path), { recursive: true })
  const file = openSync(path, 'a+', 0o600)
  closeSync(file)
  const kept = openSync(path, 'r+')
  let now = readKept(kept) ?? start
  return {
    now: () => now,
    set: (at) => {
      if (at < now) throw new RangeError(`time never goes back: it is ${now}, asked for ${at}`)
      writeSync(kept, Buffer.from(at, 'latin1'), 0, WIDTH, 0)
      now = at
    },
    close: () => closeSync(kept),
  }
}
