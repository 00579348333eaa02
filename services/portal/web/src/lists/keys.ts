import { useEffect, useRef } from 'react'

/** Whether a key belongs to what is in focus: a field, a menu, an open window. */
export const isTaken = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) ||
    target.closest('[role=combobox],[role=dialog],[role=menu],[role=listbox]') !== null)

const LETTERS: Readonly<Record<string, number>> = { j: 1, k: -1 }
const ARROWS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

/** `j` and `k`, or the arrows once a line is in focus, go down and up the lines of a list, `Enter` opens the one in focus; not while somebody types or composes. */
export const useLineKeys = (open: (index: number) => void) => {
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    const move = (event: KeyboardEvent): void => {
      if (event.isComposing || event.metaKey || event.ctrlKey || event.altKey || isTaken(event.target)) return
      const lines = [...(list.current?.querySelectorAll<HTMLElement>(':scope > li') ?? [])]
      const at = lines.indexOf(document.activeElement as HTMLElement)
      const step = LETTERS[event.key] ?? (at >= 0 ? ARROWS[event.key] : undefined)
      if (step !== undefined) {
        event.preventDefault()
        lines[Math.min(lines.length - 1, Math.max(0, at + step))]?.focus()
      } else if (event.key === 'Enter' && at >= 0) open(at)
    }
    window.addEventListener('keydown', move)
    return () => window.removeEventListener('keydown', move)
  }, [open])
  return list
}
