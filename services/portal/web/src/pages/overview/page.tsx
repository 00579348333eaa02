import { PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { api } from '../../api/client.js'
import type { ClockFigures, Overview } from '../../api/overview.js'
import { Nothing, Reading } from '../../app/states.js'
import { sayInstant } from '../../words/dates.js'
import { useLanguage, useListed, useTitle, useWords } from '../../words/language.js'
import { Figure, Figures } from './figures.js'
import './overview.css'
import { Trend } from './trend.js'
import { Waits } from './waits.js'
import { overviewWords } from './words.js'

const MARKS = ['running', 'paused', 'breached', 'late', 'lapsed'] as const
const HEADS = { running: 'running', paused: 'paused', breached: 'breached', late: 'late', lapsed: 'ended2' } as const

const Totals = ({ totals }: { totals: Overview['totals'] }) => {
  const words = useWords(overviewWords)
  const { language } = useLanguage()
  const said = (n: number) => n.toLocaleString(language === 'zh' ? 'zh-CN' : 'en')
  return (
    <div className="figures">
      {(['open', 'closed'] as const).map((name) => (
        <div key={name} className="figure">
          {words[name]}
          <strong className="numbers">
            <Figure n={totals[name]} list={{ is: name }} label={words[name]} />
          </strong>
        </div>
      ))}
      {(['breached', 'lapsed'] as const).map((name) => (
        <div key={name} className="figure">
          {words[name]}
          <strong className="numbers">
            <a href="#clocks">{said(totals[name])}</a>
          </strong>
        </div>
      ))}
    </div>
  )
}

/** What runs, stands still, was missed: by agency and period. */
const Clocks = ({ rows }: { rows: readonly ClockFigures[] }) => {
  const words = useWords(overviewWords)
  const [title, listed] = [useTitle(), useListed()]
  return (
    <section className="panel" id="clocks">
      <h2>{words.clocks}</h2>
      <Figures
        name={words.clocks}
        rows={rows}
        columns={[
          {
            head: words.holder,
            cell: ({ holder }) => listed(holder.map(({ agency, name }) => title(name, agency))) || '–',
          },
          { head: words.clock, cell: ({ clock, title: called }) => title(called, clock) },
          ...MARKS.map((mark) => ({
            ...{ head: words[HEADS[mark]], number: true },
            cell: (row: ClockFigures) => (
              <Figure
                n={row[mark]}
                list={{ ...row.list, mark }}
                label={`${title(row.title, row.clock)} ${words[HEADS[mark]]}`}
              />
            ),
          })),
        ]}
      />
    </section>
  )
}

const Told = ({ overview }: { overview: Overview }) => {
  const words = useWords(overviewWords)
  const { totals, clocks, waiting, trend, now } = overview
  if (totals.open + totals.closed === 0) return <Nothing says={words.none} />
  return (
    <>
      <Totals totals={totals} />
      <Waits rows={waiting} />
      <Clocks rows={clocks} />
      <Trend weeks={trend} now={now} />
    </>
  )
}

/** What a head looks at: how much is open, what was missed, where cases wait, how it goes. */
export default function OverviewPage() {
  const words = useWords(overviewWords)
  const { language } = useLanguage()
  const overview = useQuery({ queryKey: ['overview'], queryFn: () => api<Overview>('/api/portal/overview') })
  return (
    <>
      <div style={{ display: 'flex', alignItems: 'baseline', gap: 16, flexWrap: 'wrap', marginBottom: 12 }}>
        <h1 style={{ fontSize: 20, margin: 0 }}>{words.title}</h1>
        {overview.data && (
          <span style={{ color: '#4a5563' }}>
            {words.at} {sayInstant(overview.data.now, language)}
          </span>
        )}
        <Button className="on-screen" icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
          {words.print}
        </Button>
      </div>
      <Reading query={overview}>{(told) => <Told overview={told} />}</Reading>
    </>
  )
}
