import { useEffect, useState } from 'react'

/** A text after it has stood still for a moment. */
export const useSettled = <T extends string | undefined>(text: T, ms: number): T => {
  const [settled, settle] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => settle(text), ms)
    return () => clearTimeout(timer)
  }, [text, ms])
  return settled
}
