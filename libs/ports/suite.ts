import { afterAll, describe, it } from '@jest/globals'

/** What an adapter says of a feature: it has it, or why it does not. */
export type Feature = true | string

export type Features<Name extends string> = Record<Name, Feature>

export interface Suite<Name extends string> {
  /** Runs the test where the feature is promised; else it is counted and named with the reason, never passed over. */
  promised(feature: Name, title: string, run: () => Promise<void>): void
  always(title: string, run: () => Promise<void>): void
}

/** One port's suite on one adapter. */
export const suiteOf = <Name extends string>(
  title: string,
  features: Features<Name>,
  write: (suite: Suite<Name>) => void,
): void =>
  describe(title, () => {
    const skipped: string[] = []
    let proven = 0
    const prove = (run: () => Promise<void>) => async () => {
      await run()
      proven += 1
    }
    const promised = (feature: Name, name: string, run: () => Promise<void>): void => {
      const says = features[feature]
      if (says === true) return it(name, prove(run))
      skipped.push(`${name} (${feature}: ${says})`)
      it.skip(`${name} — not promised: ${says}`, run)
    }
    write({ promised, always: (name, run) => it(name, prove(run)) })
    afterAll(() => {
      process.stderr.write([`${title}: ${proven} proven, ${skipped.length} not promised`, ...skipped, ''].join('\n  '))
    })
  })

/** Waits until it holds; after `ms` it gives up and lets the assertion that follows speak. */
export const until = async (holds: () => boolean | Promise<boolean>, ms = 5000): Promise<void> => {
  const end = performance.now() + ms
  while (!(await holds()) && performance.now() < end) await pause(5)
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
