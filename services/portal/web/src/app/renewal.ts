import { useEffect } from 'react'
import { api } from '../api/client.js'
import { useSession, type SignedIn } from './session.js'

/** What shows that somebody is there. */
const SIGNS = ['pointerdown', 'keydown', 'wheel'] as const
const SOONEST_MS = 15_000
const LATEST_MS = 300_000

/** Asks for a new token while somebody works, well before the old one ends; after the longest session the password is asked again. */
export const useRenewal = (): void => {
  const { who, expired, goOn } = useSession()
  const awake = who !== undefined && !expired
  const left = who?.secondsLeft
  useEffect(() => {
    if (!awake) return undefined
    // Whoever opens the page is there.
    let active = true
    const seen = () => void (active = true)
    const renew = () => {
      if (!active) return
      active = false
      void api<SignedIn>('/api/sign-in/renew', { body: {} }).then(goOn, () => undefined)
    }
    const every = Math.min(LATEST_MS, Math.max(SOONEST_MS, ((left ?? 900) * 1000) / 3))
    const timer = setInterval(renew, every)
    for (const sign of SIGNS) window.addEventListener(sign, seen, { passive: true })
    return () => {
      clearInterval(timer)
      for (const sign of SIGNS) window.removeEventListener(sign, seen)
    }
  }, [awake, left, goOn])
}
