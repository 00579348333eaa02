import { lazy, Suspense, useCallback, useMemo } from 'react'
import { useLocation } from 'wouter'
import type { Waiting } from '../../api/overview.js'
import { Loading } from '../../app/states.js'
import { useListed, useTitle, useWords } from '../../words/language.js'
import { addressOf, Figure, Figures } from './figures.js'
import { overviewWords } from './words.js'

const Chart = lazy(() => import('../../charts/chart.js'))
const DRAWN = 10

const useNames = () => {
  const [title, listed] = [useTitle(), useListed()]
  return useMemo(
    () => ({
      holder: ({ holder }: Waiting) => listed(holder.map(({ agency, name }) => title(name, agency))) || '–',
      kind: ({ kind, kindTitle }: Waiting) => title(kindTitle, kind),
      state: ({ state, stateTitle }: Waiting) => title(stateTitle, state),
    }),
    [title, listed],
  )
}

const optionOf = (rows: readonly Waiting[], name: (row: Waiting) => string) => ({
  grid: { left: 8, right: 40, top: 8, bottom: 8, containLabel: true },
  xAxis: { type: 'value', minInterval: 1, splitLine: { show: false }, axisLabel: { show: false } },
  yAxis: {
    ...{ type: 'category', inverse: true, data: rows.map(name) },
    axisLabel: { width: 230, overflow: 'truncate' },
  },
  series: [
    {
      type: 'bar',
      color: '#1a4f96',
      barMaxWidth: 18,
      label: { show: true, position: 'right' },
      data: rows.map(({ n }) => n),
    },
  ],
})

/** By whom, which kind and state: how many, and for how long. */
export const Waits = ({ rows }: { rows: readonly Waiting[] }) => {
  const words = useWords(overviewWords)
  const names = useNames()
  const [, go] = useLocation()
  const drawn = useMemo(() => rows.slice(0, DRAWN), [rows])
  const option = useMemo(
    () => optionOf(drawn, (row) => `${names.state(row)} · ${names.kind(row)} · ${names.holder(row)}`),
    [drawn, names],
  )
  const choose = useCallback((at: number) => go(addressOf(drawn[at]!.list)), [drawn, go])
  return (
    <section className="panel">
      <h2>{words.waiting}</h2>
      <div className="panel-sides">
        <Suspense fallback={<Loading />}>
          <Chart option={option} height={Math.max(120, drawn.length * 30)} label={words.waiting} choose={choose} />
        </Suspense>
        <Figures
          name={words.waiting}
          rows={rows}
          columns={[
            { head: words.holder, cell: names.holder },
            { head: words.kind, cell: names.kind },
            { head: words.state, cell: names.state },
            {
              ...{ head: words.count, number: true },
              cell: (row) => <Figure n={row.n} list={row.list} label={`${names.holder(row)} ${names.state(row)}`} />,
            },
            { head: words.median, number: true, cell: ({ medianWeeks }) => words.weeks(medianWeeks) },
          ]}
        />
      </div>
    </section>
  )
}
