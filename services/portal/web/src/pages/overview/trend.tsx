import { lazy, Suspense, useCallback, useMemo } from 'react'
import { useLocation } from 'wouter'
import type { Week } from '../../api/overview.js'
import { Loading } from '../../app/states.js'
import { sayDay } from '../../words/dates.js'
import { useLanguage, useWords } from '../../words/language.js'
import { addressOf, Figure, Figures } from './figures.js'
import { overviewWords } from './words.js'

const Chart = lazy(() => import('../../charts/chart.js'))

/** Two lines told apart by their marks and dashes as well as by colour. */
const optionOf = (weeks: readonly Week[], opened: string, ended: string) => ({
  grid: { left: 36, right: 12, top: 36, bottom: 28 },
  legend: { top: 0, left: 0 },
  tooltip: { trigger: 'axis' },
  xAxis: { type: 'category', data: weeks.map(({ week }) => week.slice(5)) },
  yAxis: { type: 'value', minInterval: 1 },
  series: [
    {
      ...{ name: opened, type: 'line', symbol: 'circle', symbolSize: 7 },
      ...{ color: '#1a4f96', data: weeks.map((one) => one.opened) },
    },
    {
      ...{ name: ended, type: 'line', symbol: 'rect', symbolSize: 7, lineStyle: { type: 'dashed' } },
      ...{ color: '#9a5b00', data: weeks.map((one) => one.closed) },
    },
  ],
})

/** Begun and closed, week by week; each point and each figure opens its list. */
export const Trend = ({ weeks, now }: { weeks: readonly Week[]; now: string }) => {
  const words = useWords(overviewWords)
  const { language } = useLanguage()
  const [, go] = useLocation()
  const option = useMemo(() => optionOf(weeks, words.opened, words.ended), [weeks, words])
  const choose = useCallback(
    (at: number, series: number) => go(addressOf(weeks[at]!.lists[series === 0 ? 'opened' : 'closed'])),
    [weeks, go],
  )
  const latest = useMemo(() => weeks.toReversed(), [weeks])
  return (
    <section className="panel">
      <h2>{words.trend}</h2>
      <div className="panel-sides">
        <Suspense fallback={<Loading />}>
          <Chart option={option} height={300} label={words.trend} choose={choose} />
        </Suspense>
        <Figures
          name={words.table}
          rows={latest}
          columns={[
            { head: words.week, cell: ({ week }) => sayDay(week, language, now) },
            {
              ...{ head: words.opened, number: true },
              cell: ({ opened, lists, week }) => (
                <Figure n={opened} list={lists.opened} label={`${week} ${words.opened}`} />
              ),
            },
            {
              ...{ head: words.ended, number: true },
              cell: ({ closed, lists, week }) => (
                <Figure n={closed} list={lists.closed} label={`${week} ${words.ended}`} />
              ),
            },
          ]}
        />
      </div>
    </section>
  )
}
