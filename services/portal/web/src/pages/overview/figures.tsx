import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link } from 'wouter'
import type { ListOf } from '../../api/overview.js'
import { useLanguage, useWords } from '../../words/language.js'
import { overviewWords } from './words.js'

export const addressOf = (list: ListOf): string => `/search?${new URLSearchParams(list)}`

/** A figure that opens the list it counts; nothing opens none. */
export const Figure = ({ n, list, label }: { n: number; list: ListOf; label: string }) => {
  const { language } = useLanguage()
  const said = n.toLocaleString(language === 'zh' ? 'zh-CN' : 'en')
  if (n === 0) return <span className="zero">0</span>
  return (
    <Link href={addressOf(list)} aria-label={`${label} ${said}`}>
      {said}
    </Link>
  )
}

const FIRST = 12

interface Column<T> {
  head: string
  number?: boolean
  cell: (row: T) => ReactNode
}

/** A table of figures: the first lines, the others on demand, all of them on paper. */
export const Figures = <T,>({
  rows,
  columns,
  name,
}: {
  rows: readonly T[]
  columns: readonly Column<T>[]
  name: string
}) => {
  const words = useWords(overviewWords)
  const [all, setAll] = useState(false)
  return (
    <div className="scrolls" tabIndex={0} role="group" aria-label={name}>
      <table className="figures-table">
        <thead>
          <tr>
            {columns.map(({ head, number }) => (
              <th key={head} scope="col" className={number ? 'n' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, n) => (
            <tr key={n} className={n >= FIRST && !all ? 'only-paper' : undefined}>
              {columns.map(({ head, number, cell }) => (
                <td key={head} className={number ? 'n' : undefined}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > FIRST && (
        <Button type="link" size="small" className="on-screen" onClick={() => setAll(!all)}>
          {all ? words.less : words.all(rows.length)}
        </Button>
      )}
    </div>
  )
}
