import { useEffect, useRef } from 'react'

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) ||
    target.closest('[role=combobox],[role=dialog],[role=menu],[role=listbox]') !== null)

/** `j` and `k` go down and up the lines of a list, `Enter` opens the one in focus; not while somebody types or composes. */
export const useLineKeys = (open: (index: number) => void) => {
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    const move = (event: KeyboardEvent): void => {
      if (event.isComposing || event.metaKey || event.ctrlKey || event.altKey || typing(event.target)) return
      const lines = [...(list.current?.querySelectorAll<HTMLElement>(':scope > li') ?? [])]
      const at = lines.indexOf(document.activeElement as HTMLElement)
      const step = { j: 1, k: -1 }[event.key]
      if (step !== undefined) lines[Math.min(lines.length - 1, Math.max(0, at + step))]?.focus()
      else if (event.key === 'Enter' && at >= 0) open(at)
    }
    window.addEventListener('keydown', move)
    return () => window.removeEventListener('keydown', move)
  }, [open])
  return list
}
