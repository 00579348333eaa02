import { useQueries } from '@tanstack/react-query'
import { Card, Tabs } from 'antd'
import { useLocation, useParams } from 'wouter'
import { api } from '../../api/client.js'
import type { Work } from '../../api/work.js'
import { Begin } from '../../begin/begin.js'
import { useMe } from '../../app/session.js'
import { Nothing, Reading } from '../../app/states.js'
import { useWords } from '../../words/language.js'
import { DESKS, desksOf, sorted, type Desk, type Section } from './desks.js'
import { DeskLines } from './lines.js'
import { deskWords } from './words.js'

const MOST = 100
const kindsOf = ({ sections }: Desk): readonly string[] => [...new Set(sections.map(({ kind }) => kind))]

/** Everything of the desk's kinds that this agency has in hand or waits for. */
const useLines = (kinds: readonly string[]) =>
  useQueries({
    queries: kinds.map((kind) => ({
      queryKey: ['work', 'desk', kind],
      queryFn: () => api<Work>(`/api/portal/work?group=all&limit=${MOST}&kind=${kind}`),
    })),
    combine: (found) => ({
      data: found.every(({ data }) => data) ? found.flatMap(({ data }) => data!.rows) : undefined,
      error: found.find(({ error }) => error)?.error ?? null,
      isPending: found.some(({ isPending }) => isPending),
      refetch: () => found.forEach(({ refetch }) => void refetch()),
    }),
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
    <Card
      size="small"
      style={{ marginBottom: 16 }}
      title={heading}
      extra={<span className="numbers">{rows.length}</span>}
    >
      <DeskLines rows={rows} />
    </Card>
  )
}

const DeskPage = ({ desk }: { desk: Desk }) => {
  const words = useWords(deskWords)
  const kinds = kindsOf(desk)
  const lines = useLines(kinds)
  return (
    <>
      <div style={{ marginBottom: 16 }}>
        <Begin kinds={kinds} />
      </div>
      <Reading query={lines}>
        {(rows) =>
          rows.length ? (
            sorted(desk.sections, rows).map(({ section, rows: those }) => (
              <SectionCard key={section.word} section={section} rows={those} />
            ))
          ) : (
            <Nothing says={words.noneAtAll} />
          )
        }
      </Reading>
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
