import { machineMs, type Asked, type Open, type Seen, type Told, type Wish } from './protocol.js'

const tell = (told: Told): void => void process.send?.(told)

let seen: Seen[] = []

/** Told in one message per turn of the event loop. */
export const tellSeen = (record: string, version: number): void => {
  if (!seen.length)
    setImmediate(() => {
      tell({ seen })
      seen = []
    })
  seen.push([record, version, machineMs()])
}

const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

/** Serves the process that forked this one, and ends with it. */
export const serve = (open: (wish: Wish) => Promise<Open>): void => {
  let opened: Open
  const answer = async (asked: Asked): Promise<Told> => {
    if ('open' in asked) {
      opened = await open(asked.open)
      return { ready: true }
    }
    if ('command' in asked) {
      const { id, command } = asked
      return opened.handle(command).then(
        (done) => ({ id, answer: done }),
        (error: Error) => ({ id, fault: String(error.stack) }),
      )
    }
    if ('counts' in asked) return { id: asked.id, counts: { ...(await opened.counts()), cpuSeconds: cpuSeconds() } }
    await opened.stop()
    return process.exit()
  }
  process.on('message', (asked: Asked) => void answer(asked).then(tell))
  process.once('disconnect', () => process.exit())
}
