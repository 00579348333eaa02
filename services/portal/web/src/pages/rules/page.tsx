import { Button, Input, Segmented } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { Link, useLocation, useSearchParams } from 'wouter'
import { Nothing, Reading } from '../../app/states.js'
import { clockWords } from '../../clocks/words.js'
import { useTitle, useWords } from '../../words/language.js'
import { ClockEntry, ClockLine } from './clock-entry.js'
import { PaperEntry, PaperLine, SwitchEntry, SwitchLine, ThresholdEntry, ThresholdLine } from './other-entries.js'
import { useLaw, type Law } from './read.js'
import { sought, underArticle } from './sought.js'
import { rulesWords } from './words.js'
import './rules.css'

type Table = keyof Law
const TABLES: readonly Table[] = ['clocks', 'thresholds', 'documents', 'switches']
const SHOWN = 40

interface Entry {
  name: string
  line: ReactNode
  body: () => ReactNode
}

const ENTRIES: { [T in Table]: (one: Law[T][number]) => Entry } = {
  clocks: (clock) => ({ name: clock.id, line: <ClockLine clock={clock} />, body: () => <ClockEntry clock={clock} /> }),
  thresholds: (row) => ({ name: row.id, line: <ThresholdLine row={row} />, body: () => <ThresholdEntry row={row} /> }),
  documents: (paper) => ({
    name: paper.code,
    line: <PaperLine paper={paper} />,
    body: () => <PaperEntry paper={paper} />,
  }),
  switches: (one) => ({ name: one.name, line: <SwitchLine one={one} />, body: () => <SwitchEntry one={one} /> }),
}

/** One line per rule; the one that the address names is open. */
const Entries = ({ table, entries, open }: { table: Table; entries: readonly Entry[]; open: string | undefined }) => {
  const words = useWords(rulesWords)
  const [search] = useSearchParams()
  const [most, setMost] = useState(SHOWN)
  const kept = search.size ? `?${search}` : ''
  const at = entries.findIndex(({ name }) => name === open)
  const shown = entries.slice(0, Math.max(most, at + 1))
  useEffect(() => void document.getElementById(`rule-${open}`)?.scrollIntoView(), [open])
  if (!entries.length) return <Nothing says={words.none} />
  return (
    <>
      <ul className="rule-list">
        {shown.map(({ name, line, body }, n) => {
          const isOpen = name === open
          const id = entries.findIndex((one) => one.name === name) === n ? `rule-${name}` : undefined
          return (
            <li key={`${name} ${n}`} id={id} className={isOpen ? 'open' : ''}>
              <Link
                href={isOpen ? `/rules/${table}${kept}` : `/rules/${table}/${encodeURIComponent(name)}${kept}`}
                aria-expanded={isOpen}
                className="rule-line"
              >
                {line}
              </Link>
              {isOpen && <div className="rule-body">{body()}</div>}
            </li>
          )
        })}
      </ul>
      {shown.length < entries.length && (
        <Button onClick={() => setMost(most + SHOWN)}>
          {words.more(Math.min(SHOWN, entries.length - shown.length))}
        </Button>
      )}
    </>
  )
}

const TableOf = ({ table, open, asked }: { table: Table; open: string | undefined; asked: string }) => {
  const words = useWords(rulesWords)
  const query = useLaw(table)
  return (
    <Reading query={query}>
      {(rows) => {
        const found = sought<object>(rows, asked) as Law[Table]
        const entryOf = ENTRIES[table] as (one: Law[Table][number]) => Entry
        return (
          <>
            <p className="rule-count" role="status">
              {words.found(found.length)}
            </p>
            <Entries key={`${table} ${asked}`} table={table} entries={found.map(entryOf)} open={open} />
          </>
        )
      }}
    </Reading>
  )
}

/** Every rule under an article that a step or a page cites. */
const Article = ({ cited }: { cited: string }) => {
  const words = useWords(rulesWords)
  const title = useTitle()
  const clock = useWords(clockWords)
  const [clocks, thresholds] = [useLaw('clocks'), useLaw('thresholds')]
  const stands = underArticle(cited)
  return (
    <Reading query={clocks}>
      {(rows) => {
        const [found, figures] = [rows.filter(stands), thresholds.data?.filter(stands) ?? []]
        const [one] = [...found, ...figures]
        const [law, article] = cited.split(':')
        return (
          <>
            <h2 className="rule-under">
              {words.under(article ? clock.law(title(one?.lawTitle, law), article) : title(one?.lawTitle, law))}
            </h2>
            {!found.length && !figures.length && <Nothing says={words.none} />}
            {found.map((row, n) => (
              <section key={`${row.id} ${n}`} className="rule-body">
                <ClockLine clock={row} />
                <ClockEntry clock={row} />
              </section>
            ))}
            {figures.map((row, n) => (
              <section key={`${row.id} ${n}`} className="rule-body">
                <ThresholdLine row={row} />
                <ThresholdEntry row={row} />
              </section>
            ))}
            <Link href="/rules/clocks">{words.all}</Link>
          </>
        )
      }}
    </Reading>
  )
}

/** What is typed, told to the address when the input method has finished. */
const Find = ({ asked, ask }: { asked: string; ask: (text: string) => void }) => {
  const words = useWords(rulesWords)
  return (
    <Input.Search
      key={asked}
      defaultValue={asked}
      aria-label={words.find}
      placeholder={words.find}
      allowClear
      maxLength={80}
      onSearch={(text) => ask(text.trim())}
    />
  )
}

export default function RulesPage() {
  const words = useWords(rulesWords)
  const [here, go] = useLocation()
  const [search] = useSearchParams()
  const [, , part = 'clocks', ...rest] = here.split('/')
  const name = rest.length ? decodeURIComponent(rest.join('/')) : undefined
  const table = TABLES.find((one) => one === part) ?? 'clocks'
  const asked = search.get('q') ?? ''
  const to = (next: Table, text: string) => go(`/rules/${next}${text ? `?q=${encodeURIComponent(text)}` : ''}`)
  return (
    <div className="rules">
      <h1>{words.title}</h1>
      <p className="rule-lead">{words.lead}</p>
      {part === 'law' && name !== undefined ? (
        <Article cited={name} />
      ) : (
        <>
          <div className="rule-bar">
            <Segmented
              aria-label={words.tables}
              value={table}
              options={TABLES.map((one) => ({ value: one, label: words[one] }))}
              onChange={(next) => to(next, asked)}
            />
            <Find asked={asked} ask={(text) => to(table, text)} />
          </div>
          <TableOf table={table} open={name} asked={asked} />
        </>
      )}
    </div>
  )
}
