import { useQueryClient } from '@tanstack/react-query'
import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { api, signAs } from '../api/client.js'
import type { Me, Title } from '../api/types.js'
import { forgetDrafts } from '../forms/draft.js'

/** Somebody who is signed in; kept for this tab alone. */
export interface SignedIn extends Me {
  token: string
  demonstration?: Title
}

export interface Credentials {
  user: string
  password: string
  office?: string
}

interface Session {
  who: SignedIn | undefined
  /** The token was no longer taken; the page stays as it is until somebody signs in again. */
  expired: boolean
  signIn: (credentials: Credentials) => Promise<SignedIn>
  /** Goes on with another token of the same person: another office, or a fresh one. */
  goOn: (who: SignedIn) => void
  signOut: () => void
}

const KEPT = 'liandun.session'
const Context = createContext<Session | undefined>(undefined)

const kept = (): SignedIn | undefined => {
  const text = sessionStorage.getItem(KEPT)
  return text === null ? undefined : (JSON.parse(text) as SignedIn)
}

export const SessionRoom = ({ children }: { children: ReactNode }) => {
  const queries = useQueryClient()
  const [who, setWho] = useState(kept)
  const [expired, setExpired] = useState(false)
  // Children ask in their own effects, which run before those of this room.
  signAs(who?.token, () => setExpired(true))
  useEffect(() => {
    if (who) sessionStorage.setItem(KEPT, JSON.stringify(who))
    else sessionStorage.removeItem(KEPT)
  }, [who])
  const goOn = useCallback((next: SignedIn) => {
    // What is asked again at once is asked with it, before anything is drawn.
    signAs(next.token, () => setExpired(true))
    setWho(next)
    setExpired(false)
  }, [])
  const signIn = useCallback(
    async (credentials: Credentials) => {
      const next = await api<SignedIn>('/api/sign-in', { body: credentials })
      goOn(next)
      return next
    },
    [goOn],
  )
  const signOut = useCallback(() => {
    if (who) {
      forgetDrafts(who.person)
      // Gone from here in any case; where the house is away the token ends by itself.
      void api('/api/sign-out', { body: {} }).catch(() => undefined)
    }
    setWho(undefined)
    setExpired(false)
    queries.clear()
  }, [queries, who])
  const session = useMemo(() => ({ who, expired, signIn, goOn, signOut }), [who, expired, signIn, goOn, signOut])
  return <Context value={session}>{children}</Context>
}

export const useSession = (): Session => useContext(Context)!

/** Whoever is signed in; only for pages behind the sign-in. */
export const useMe = (): SignedIn => useSession().who!
