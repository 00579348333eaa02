import { SearchOutlined } from '@ant-design/icons'
import { Button, Grid } from 'antd'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useWords } from '../words/language.js'
import { paletteWords } from './words.js'

const Palette = lazy(() => import('./palette.js').then((room) => ({ default: room.Palette })))

/** Ctrl or ⌘ with K, or the button, from any page. */
export const OpenSearch = () => {
  const words = useWords(paletteWords)
  const wide = Grid.useBreakpoint().md !== false
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.isComposing || !(event.metaKey || event.ctrlKey) || event.key.toLowerCase() !== 'k') return
      event.preventDefault()
      setOpen((before) => !before)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
  return (
    <>
      <Button
        type="text"
        style={{ color: '#fff' }}
        aria-label={wide ? undefined : words.open}
        aria-keyshortcuts="Control+K Meta+K"
        icon={<SearchOutlined aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {wide && (
          <span>
            {words.open} <span aria-hidden>Ctrl K</span>
          </span>
        )}
      </Button>
      {open && (
        <Suspense>
          <Palette close={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
