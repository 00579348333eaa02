import { useRef, type KeyboardEvent } from 'react'

/** While a Chinese word is being composed nothing is looked for and no key means anything else. */
export const useComposing = () => {
  const composing = useRef(false)
  return {
    isComposing: (event?: KeyboardEvent): boolean => composing.current || event?.nativeEvent.isComposing === true,
    onCompositionStart: () => void (composing.current = true),
    onCompositionEnd: () => void (composing.current = false),
  }
}
