import { SearchOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Input, Modal } from 'antd'
import { useState, type KeyboardEvent } from 'react'
import { useLocation } from 'wouter'
import { readList, type ListedRecord } from '../api/lists.js'
import { useSettled } from '../api/settled.js'
import { useSaid } from '../app/said.js'
import { useComposing } from '../lists/composing.js'
import { keepWords } from '../lists/kept.js'
import { Marked } from '../lists/marked.js'
import { useTitle, useWords } from '../words/language.js'
import './palette.css'
import { paletteWords } from './words.js'

const MOST = 8
const PAUSE_MS = 200

const Choice = ({ hit, sought, chosen, choose }: ChoiceProps) => {
  const title = useTitle()
  return (
    <li id={`palette-${hit.id}`} role="option" aria-selected={chosen} onMouseDown={choose}>
      <strong>
        <Marked text={hit.label} words={sought} />
      </strong>{' '}
      <span className="work-kind">
        {title(hit.kindTitle, hit.kind)} · {title(hit.stateTitle, hit.state)}
      </span>
      {hit.matched
        ?.filter(({ text }) => text !== hit.label)
        .map(({ field, text, title: called }) => (
          <div key={field + text} className="work-kind">
            {title(called, field)} <Marked text={text} words={sought} />
          </div>
        ))}
    </li>
  )
}

interface ChoiceProps {
  hit: ListedRecord
  sought: string
  chosen: boolean
  choose: () => void
}

const useHits = (text: string) => {
  const typed = text.trim()
  const sought = useSettled(typed, PAUSE_MS)
  const enabled = sought === typed && [...sought].length > 1
  const { data, error } = useQuery({
    queryKey: ['palette', sought],
    queryFn: ({ signal }) => readList({}, sought, { limit: MOST, skip: 0 }, signal),
    enabled,
    staleTime: 10_000,
  })
  return enabled ? { sought, found: data, error } : { sought }
}

/** A record found by a few characters, from any page. What is typed while a word is composed looks for nothing. */
export const Palette = ({ close }: { close: () => void }) => {
  const words = useWords(paletteWords)
  const said = useSaid()
  const [, go] = useLocation()
  const [text, setText] = useState('')
  const [composed, setComposed] = useState('')
  const [at, setAt] = useState(0)
  const { isComposing, ...composing } = useComposing()
  const { sought, found, error } = useHits(composed)
  const hits = found?.rows ?? []
  const open = (address: string) => {
    close()
    go(address)
  }
  const all = () => {
    keepWords(text.trim())
    open('/search')
  }
  const write = (value: string) => {
    setText(value)
    if (!isComposing()) setComposed(value)
    setAt(0)
  }
  const press = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      setAt((before) => Math.min(Math.max(0, hits.length - 1), Math.max(0, before + step)))
    } else if (event.key === 'Enter') {
      if (hits[at]) open(`/records/${hits[at].kind}/${hits[at].id}`)
      else all()
    }
  }
  return (
    <Modal open onCancel={close} footer={null} title={words.open} width={640} destroyOnHidden>
      <Input
        autoFocus
        size="large"
        prefix={<SearchOutlined aria-hidden />}
        aria-label={words.words}
        placeholder={words.words}
        role="combobox"
        aria-expanded={hits.length > 0}
        aria-controls="palette-hits"
        aria-activedescendant={hits[at] ? `palette-${hits[at].id}` : undefined}
        value={text}
        onChange={({ target }) => write(target.value)}
        onKeyDown={press}
        onCompositionStart={composing.onCompositionStart}
        onCompositionEnd={({ currentTarget }) => {
          composing.onCompositionEnd()
          setComposed((currentTarget as HTMLInputElement).value)
        }}
      />
      <ul id="palette-hits" className="palette" role="listbox" aria-label={words.results}>
        {hits.map((hit, n) => (
          <Choice
            key={hit.id}
            {...{ hit, sought, chosen: n === at }}
            choose={() => open(`/records/${hit.kind}/${hit.id}`)}
          />
        ))}
      </ul>
      <div className="palette-foot" role="status">
        {found ? (
          hits.length ? (
            <a href="/search" onClick={(event) => (event.preventDefault(), all())}>
              {words.all} ({found.total})
            </a>
          ) : (
            words.nothing
          )
        ) : (
          (error && said(error)) || words.hint
        )}
      </div>
    </Modal>
  )
}
