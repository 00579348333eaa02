import { useRef, type ReactNode } from 'react'
import { useListed, useTitle } from '../words/language.js'
import { foundIn, partsOf } from './marking.js'
import type { Marks } from './schema.js'
import './marks.css'

/** Under a field: which of the marked words stand in it, and why they matter. */
export const Found = ({ marks, text }: { marks: Marks; text: string }) => {
  const title = useTitle()
  const listed = useListed()
  const found = foundIn(text, marks.words)
  return (
    <div role="status" className="marked-found">
      {found.length > 0 && (
        <>
          <span aria-hidden>▲ </span>
          <span lang="zh-CN">{listed(found.map((word) => `“${word}”`))}</span> {title(marks)}
        </>
      )}
    </div>
  )
}

/** A text area whose marked words are underlined where they stand, by a copy of the text that lies behind it. */
export const MarkedArea = ({ marks, text, children }: { marks: Marks; text: string; children: ReactNode }) => {
  const behind = useRef<HTMLDivElement>(null)
  const follow = ({ target }: React.UIEvent) => {
    if (behind.current) behind.current.scrollTop = (target as HTMLElement).scrollTop
  }
  return (
    <>
      <div className="marked-area" onScrollCapture={follow}>
        <div ref={behind} className="marked-behind" aria-hidden>
          {partsOf(text, marks.words).map(({ part, marked }, index) =>
            marked ? <mark key={index}>{part}</mark> : <span key={index}>{part}</span>,
          )}
          {/* A last line that is empty is one all the same. */}
          {'\u200b'}
        </div>
        {children}
      </div>
      <Found marks={marks} text={text} />
    </>
  )
}
