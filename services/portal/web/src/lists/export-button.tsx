import { DownloadOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useSaid } from '../app/said.js'
import { useLanguage, useWords } from '../words/language.js'
import type { Value } from './cells.js'
import { exportSheet, type Sheet } from './export.js'
import { listWords } from './words.js'

const PAGE = 100
const MOST = 1000

interface Page<T> {
  now: string
  total: number
  rows: readonly T[]
}

interface Exporting<T> {
  title: string
  /** The filter in words. */
  filters: readonly string[]
  heads: readonly string[]
  line: (row: T, now: string) => readonly Value[]
  read: (page: { limit: number; skip: number }) => Promise<Page<T>>
}

const readAll = async <T,>(read: Exporting<T>['read']): Promise<Page<T>> => {
  let all = await read({ limit: PAGE, skip: 0 })
  while (all.rows.length < Math.min(all.total, MOST)) {
    const next = await read({ limit: PAGE, skip: all.rows.length })
    if (!next.rows.length) break
    all = { ...all, rows: [...all.rows, ...next.rows] }
  }
  return all
}

/** Every line of the list, not only those of the page, with the words of its filter above them. */
export const ExportButton = <T,>({ title, filters, heads, line, read }: Exporting<T>) => {
  const words = useWords(listWords)
  const { language } = useLanguage()
  const { message } = App.useApp()
  const said = useSaid()
  const [busy, setBusy] = useState(false)
  const make = async () => {
    const { now, total, rows } = await readAll(read)
    const about: Sheet['about'] = [
      [words.filters, filters.join(language === 'zh' ? '；' : '; ') || words.none],
      [words.exported, { at: now }],
      [words.count, rows.length],
    ]
    await exportSheet({ title, about, heads, lines: rows.map((row) => line(row, now)) })
    if (rows.length < total) void message.warning(words.firstOnly(rows.length))
  }
  const run = () => {
    setBusy(true)
    make()
      .catch((error: unknown) => void message.error(said(error)))
      .finally(() => setBusy(false))
  }
  return (
    <Button icon={<DownloadOutlined aria-hidden />} loading={busy} onClick={run}>
      {busy ? words.exporting : words.export}
    </Button>
  )
}
