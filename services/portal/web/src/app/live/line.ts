import { ApiProblem, api, reply } from '../../api/client.js'
import { eventsIn, type Change, type Told } from './events.js'

/** How it stands with the server: what comes is told at once, asked for now and then, or the server is away. */
export type Standing = 'live' | 'asking' | 'away'

export interface Hears {
  standing: (standing: Standing) => void
  changed: (changes: readonly Change[]) => void
  /** Something was missed: everything is looked at again. */
  missed: () => void
}

/** Waits between tries; the last again and again. */
const AGAIN_MS = [1000, 2000, 5000, 10_000]
const ASK_MS = 15_000
/** A line that says nothing for so long is dead: the server says something four times a minute. */
const SILENT_MS = 40_000

/** Ends sooner when the network is back. */
const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((done) => {
    const end = () => {
      clearTimeout(timer)
      window.removeEventListener('online', end)
      signal.removeEventListener('abort', end)
      done()
    }
    const timer = setTimeout(end, ms)
    window.addEventListener('online', end)
    signal.addEventListener('abort', end)
  })

/** Keeps a person's line open until `signal` ends it, from where it broke; asks instead where no line is to be had. */
export const keepLine = async (hears: Hears, signal: AbortSignal): Promise<void> => {
  let place: string | undefined
  let failures = 0

  const take = ({ event, data, id }: Told): void => {
    place = id ?? place
    if (event === 'change') hears.changed([data as Change])
    if (event === 'again') hears.missed()
  }

  const listen = async (): Promise<void> => {
    const own = new AbortController()
    const stop = () => own.abort()
    signal.addEventListener('abort', stop, { once: true })
    window.addEventListener('offline', stop)
    let silent = setTimeout(stop, SILENT_MS)
    try {
      const headers: Record<string, string> = place === undefined ? {} : { 'last-event-id': place }
      const { body } = await reply('/api/portal/live', { headers, signal: own.signal })
      const [read, decoder] = [eventsIn(), new TextDecoder()]
      const reader = body!.getReader()
      hears.standing('live')
      failures = 0
      for (;;) {
        const { done, value } = await reader.read()
        if (done) return
        clearTimeout(silent)
        silent = setTimeout(stop, SILENT_MS)
        read(decoder.decode(value, { stream: true })).forEach(take)
      }
    } finally {
      clearTimeout(silent)
      signal.removeEventListener('abort', stop)
      window.removeEventListener('offline', stop)
    }
  }

  const asked = async (): Promise<void> => {
    const query = place === undefined ? '' : `?since=${encodeURIComponent(place)}`
    const told = await api<{ cursor: string; gap: boolean; changes: Change[] }>(`/api/portal/changes${query}`, {
      signal,
    })
    place = told.cursor
    hears.standing('asking')
    if (told.gap) hears.missed()
    else if (told.changes.length) hears.changed(told.changes)
  }

  while (!signal.aborted) {
    await listen().catch(async (error: unknown) => {
      if (signal.aborted) return
      // Too many windows: this one asks. Whatever else: the next try tells.
      if (error instanceof ApiProblem && error.body.status === 429) {
        await asked().catch(() => hears.standing('away'))
        await pause(ASK_MS, signal)
      } else if (!(error instanceof ApiProblem) && (++failures > 1 || !navigator.onLine)) hears.standing('away')
    })
    await pause(AGAIN_MS[Math.min(failures, AGAIN_MS.length - 1)]!, signal)
  }
}
