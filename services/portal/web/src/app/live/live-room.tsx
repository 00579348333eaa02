import { useQueryClient, type Query } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import { useSession } from '../session.js'
import type { Change } from './events.js'
import { keepLine, type Standing } from './line.js'
import { Away } from './away.js'

/** What is asked for while somebody types, and the time. */
const STANDS = ['rehearsal', 'now']
/** Read anew at once, then no more often than this. */
const EVERY_MS = 1500

const concerns =
  (changes: readonly Change[] | undefined) =>
  ({ queryKey }: Query): boolean => {
    if (STANDS.includes(String(queryKey[0]))) return false
    const names = queryKey.map(String)
    const ofOne = names.find((name) => /^[a-z2-7]{26}$/.test(name))
    if (!changes || ofOne === undefined) return true
    return changes.some(({ id, dossier }) => id === ofOne || dossier === ofOne)
  }

/** Gathers what comes at once, so that each list is read once. */
const gathering = (read: (changes: readonly Change[] | undefined) => void) => {
  let waiting: Change[] | undefined = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const run = () => {
    timer = undefined
    if (waiting?.length === 0) return
    const changes = waiting
    waiting = []
    read(changes)
    timer = setTimeout(run, EVERY_MS)
  }
  return {
    add: (changes: readonly Change[] | undefined) => {
      waiting = changes && waiting ? [...waiting, ...changes] : undefined
      timer ??= setTimeout(run, 0)
    },
    stop: () => clearTimeout(timer),
  }
}

/** Pages behind the sign-in are kept up to date; whoever is cut off is told. */
export const LiveRoom = ({ children }: { children: ReactNode }) => {
  const { who, expired } = useSession()
  const queries = useQueryClient()
  const [standing, setStanding] = useState<Standing>('live')
  const listens = who !== undefined && !expired
  const as = listens ? `${who.agency} ${who.office} ${who.person}` : undefined
  useEffect(() => {
    if (as === undefined) return undefined
    const control = new AbortController()
    const news = gathering((changes) => void queries.invalidateQueries({ predicate: concerns(changes) }))
    let cutOff = false
    void keepLine(
      {
        standing: (now) => {
          // Whatever failed while the server was away is asked again.
          if (cutOff && now !== 'away') news.add(undefined)
          cutOff = now === 'away'
          setStanding(now)
        },
        changed: (changes) => news.add(changes),
        missed: () => news.add(undefined),
      },
      control.signal,
    )
    return () => {
      control.abort()
      news.stop()
      setStanding('live')
    }
  }, [as, queries])
  return (
    <>
      {standing === 'away' && <Away />}
      {children}
    </>
  )
}
