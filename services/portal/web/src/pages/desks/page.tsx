import { useQueries, type UseQueryResult } from '@tanstack/react-query'
import { Alert, Card, Tabs } from 'antd'
import { Link, useLocation, useParams } from 'wouter'
import { api } from '../../api/client.js'
import { readList } from '../../api/lists.js'
import type { Work } from '../../api/work.js'
import { Begin } from '../../begin/begin.js'
import { useMe } from '../../app/session.js'
import { Nothing, Reading } from '../../app/states.js'
import { ExportButton } from '../../lists/export-button.js'
import { useWorkSheet } from '../work/sheet.js'
import { useWords } from '../../words/language.js'
import { DESKS, desksOf, sorted, type Desk, type Section } from './desks.js'
import { Hit } from '../search/hit.js'
import '../work/work.css'
import '../search/search.css'
import { DeskLines } from './lines.js'
import { deskWords } from './words.js'

const MOST = 100
const LATEST = 10
const kindsOf = ({ sections }: Desk): readonly string[] => [...new Set(sections.map(({ kind }) => kind))]

interface AllOf<T> {
  data: T[] | undefined
  error: Error | null
  isPending: boolean
  refetch: () => void
}

/** What was asked of each kind, together: all of it or nothing yet. */
const together = <T,>(found: readonly UseQueryResult<T>[]): AllOf<T> => ({
  data: found.every(({ data }) => data) ? found.map(({ data }) => data!) : undefined,
  error: found.find(({ error }) => error)?.error ?? null,
  isPending: found.some(({ isPending }) => isPending),
  refetch: () => found.forEach(({ refetch }) => void refetch()),
})

/** Everything of the desk's kinds that this agency has in hand or waits for. */
const useLines = (kinds: readonly string[]) =>
  useQueries({
    queries: kinds.map((kind) => ({
      queryKey: ['work', 'desk', kind],
      queryFn: () => api<Work>(`/api/portal/work?group=all&limit=${MOST}&kind=${kind}`),
    })),
    combine: together,
  })

/** The newest of the desk's kinds that this agency may know, whoever has them. */
const useLatest = (kinds: readonly string[]) =>
  useQueries({
    queries: kinds.map((kind) => ({
      queryKey: ['records', 'desk', kind],
      queryFn: () => readList({ kind }, '', { limit: LATEST, skip: 0 }),
    })),
    combine: together,
  })

const SectionCard = ({ section, rows }: { section: Section; rows: Work['rows'] }) => {
  const words = useWords(deskWords)
  const heading = <h2 className="desk-heading">{words[section.word] as string}</h2>
  if (!rows.length)
    return (
      <div className="desk-empty">
        {heading} <span>{words.none}</span>
      </div>
    )
  return (
    <Card size="small" title={heading} extra={<span className="numbers">{rows.length}</span>}>
      <DeskLines rows={rows} />
    </Card>
  )
}

/** What has ended, or is in other hands: the newest, and where the others are found. */
const Others = ({ kinds, listed }: { kinds: readonly string[]; listed: ReadonlySet<string> }) => {
  const words = useWords(deskWords)
  const { data } = useLatest(kinds)
  const rows = (data ?? []).flatMap(({ now, rows: those }) => those.map((hit) => ({ hit, now })))
  const others = rows.filter(({ hit }) => !listed.has(hit.id))
  if (!others.length) return null
  return (
    <section style={{ marginTop: 24 }}>
      <h2 className="desk-heading">{words.others}</h2>
      <ul className="work-lines" style={{ margin: '8px 0' }}>
        {others.map(({ hit, now }) => (
          <Hit key={hit.id} hit={hit} sought="" now={now} />
        ))}
      </ul>
      <Link href="/search">{words.findAll}</Link>
    </section>
  )
}

const Sections = ({ desk, found }: { desk: Desk; found: readonly Work[] }) => {
  const words = useWords(deskWords)
  const sheet = useWorkSheet()
  const rows = found.flatMap((work) => work.rows)
  const left = found.reduce((sum, { total }) => sum + total, 0) - rows.length
  return (
    <>
      {left > 0 && (
        <Alert
          type="info"
          showIcon
          style={{ marginBottom: 16 }}
          title={words.left(left)}
          action={<Link href="/work?group=all">{words.allWork}</Link>}
        />
      )}
      {rows.length > 0 && (
        <div className="on-screen" style={{ marginBottom: 12 }}>
          <ExportButton
            {...sheet}
            title={words[desk.name] as string}
            filters={[]}
            read={() => Promise.resolve({ now: found[0]!.now, total: rows.length, rows })}
          />
        </div>
      )}
      {rows.length ? (
        <div className="desk-sections">
          {sorted(desk.sections, rows).map(({ section, rows: those }) => (
            <SectionCard key={section.word} section={section} rows={those} />
          ))}
        </div>
      ) : (
        <Nothing says={words.noneAtAll} />
      )}
      <Others kinds={kindsOf(desk)} listed={new Set(rows.map(({ id }) => id))} />
    </>
  )
}

const DeskPage = ({ desk }: { desk: Desk }) => {
  const kinds = kindsOf(desk)
  const lines = useLines(kinds)
  return (
    <>
      <div style={{ marginBottom: 16 }}>
        <Begin kinds={kinds} />
      </div>
      <Reading query={lines}>{(found) => <Sections desk={desk} found={found} />}</Reading>
    </>
  )
}

/** What one kind of office has before it, in the order in which it is done. */
export default function DesksPage() {
  const words = useWords(deskWords)
  const { agencyKind } = useMe()
  const { desk } = useParams<{ desk?: string }>()
  const [, go] = useLocation()
  const names = desksOf(agencyKind)
  const open = names.find((name) => name === desk) ?? names[0]
  if (open === undefined) return <Nothing says={words.noDesk} />
  return (
    <>
      <h1 style={{ fontSize: 20, margin: '0 0 8px' }}>{words.desks}</h1>
      <Tabs
        activeKey={open}
        onChange={(name) => go(`/desks/${name}`)}
        items={names.map((name) => ({
          key: name,
          label: words[DESKS[name]!.name] as string,
          children: name === open && <DeskPage key={name} desk={DESKS[name]!} />,
        }))}
      />
    </>
  )
}
