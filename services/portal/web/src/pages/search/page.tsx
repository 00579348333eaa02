import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Alert, Input, Pagination, Select } from 'antd'
import { useCallback, useState } from 'react'
import { useLocation } from 'wouter'
import { FILTERS, readList, useChoices, type Listed, type ListedRecord } from '../../api/lists.js'
import { useMe } from '../../app/session.js'
import { Nothing, Reading } from '../../app/states.js'
import { PAGE_SIZE, useAddress } from '../../lists/address.js'
import { dated } from '../../lists/cells.js'
import { useComposing } from '../../lists/composing.js'
import { ExportButton } from '../../lists/export-button.js'
import { keepWords, keptWords } from '../../lists/kept.js'
import { useLineKeys } from '../../lists/keys.js'
import { LookSettings, useLook } from '../../lists/look.js'
import { Narrowed } from '../../lists/narrowed.js'
import { listWords } from '../../lists/words.js'
import { useListed, useTitle, useWords } from '../../words/language.js'
import { addressOf } from '../work/line.js'
import '../work/work.css'
import { FilterBar, useFilterWords } from './filters.js'
import { Hit } from './hit.js'
import './search.css'
import { searchWords } from './words.js'

const ADDRESS = [...FILTERS, 'sort'] as const
type Asked = Partial<Record<(typeof ADDRESS)[number], string>>

/** The newest first, or those that end first; it stands in the address. */
const Order = ({
  sort,
  change,
}: {
  sort: string | undefined
  change: (next: { sort: string | undefined }) => void
}) => {
  const words = useWords(searchWords)
  return (
    <Select
      aria-label={words.order}
      popupMatchSelectWidth={false}
      value={sort === 'due' ? 'due' : 'newest'}
      options={[
        { value: 'newest', label: words.newest },
        { value: 'due', label: words.dueFirst },
      ]}
      onChange={(next: string) => change({ sort: next === 'due' ? next : undefined })}
    />
  )
}

/** Looks for what is written once it is sent, never while a word is composed. */
const SearchBox = ({ sought, seek }: { sought: string; seek: (words: string) => void }) => {
  const words = useWords(searchWords)
  const { isComposing, ...composing } = useComposing()
  const [text, setText] = useState(sought)
  return (
    <Input.Search
      className="on-screen"
      {...composing}
      autoFocus
      allowClear
      size="large"
      maxLength={100}
      aria-label={words.words}
      placeholder={words.words}
      enterButton={words.find}
      value={text}
      onChange={({ target }) => setText(target.value)}
      onSearch={(value, event) => {
        if (event?.type === 'keydown' && isComposing(event as never)) return
        seek(value.trim())
      }}
      style={{ maxWidth: 640, marginBottom: 12 }}
    />
  )
}

const Found = ({ found, sought, className }: { found: Listed; sought: string; className: string }) => {
  const words = useWords(searchWords)
  const [, go] = useLocation()
  const open = useCallback((index: number) => found.rows[index] && go(addressOf(found.rows[index])), [found, go])
  const list = useLineKeys(open)
  if (!found.rows.length) return <Nothing says={sought ? words.nothing : words.none} />
  return (
    <>
      {found.more && <Alert type="warning" showIcon title={words.more} style={{ marginBottom: 12 }} />}
      <ul ref={list} className={className}>
        {found.rows.map((hit) => (
          <Hit key={hit.id} hit={hit} sought={sought} now={found.now} />
        ))}
      </ul>
    </>
  )
}

const useSheet = (filters: readonly string[], values: Asked, sought: string) => {
  const words = useWords(searchWords)
  const [title, listed] = [useTitle(), useListed()]
  return {
    title: words.records,
    filters: [...(sought ? [`${words.find}: ${sought}`] : []), ...filters],
    heads: [words.number, words.matter, words.kind, words.state, words.holder, words.began, words.last],
    line: (row: ListedRecord) => [
      listed(row.numbers ?? []),
      row.label,
      title(row.kindTitle, row.kind),
      title(row.stateTitle, row.state),
      listed((row.holder ?? []).map(({ agency, name }) => title(name, agency))),
      dated(row.began?.slice(0, 10)),
      dated(row.at?.slice(0, 10)),
    ],
    read: (page: { limit: number; skip: number }) => readList(values, sought, page),
  }
}

const Foot = ({ found, sought, page, change }: FootProps) => {
  const [words, lists] = [useWords(searchWords), useWords(listWords)]
  return (
    <div className="work-foot">
      <span role="status">{sought ? words.found(found.total) : lists.total(found.total)}</span>
      {found.total > PAGE_SIZE && <span className="on-paper">{lists.page(page)}</span>}
      {found.total > PAGE_SIZE && (
        <Pagination
          size="small"
          current={page}
          pageSize={PAGE_SIZE}
          total={found.total}
          showSizeChanger={false}
          onChange={(next) => change({ page: `${next}` })}
        />
      )}
    </div>
  )
}

interface FootProps {
  found: Listed
  sought: string
  page: number
  change: (next: { page: string }) => void
}

/** Every record that this person may know: by words, by filters, or both. */
export default function SearchPage() {
  const words = useWords(searchWords)
  const { level } = useMe()
  const { values: asked, page, skip, change, query } = useAddress(ADDRESS)
  const { sort, ...values } = asked
  const look = useLook('records')
  const [sought, setSought] = useState(keptWords)
  const choices = useChoices().data
  const filters = useFilterWords(choices, values)
  const sheet = useSheet(filters, asked, sought)
  const found = useQuery({
    queryKey: ['records', query.toString(), sought, page],
    queryFn: () => readList(asked, sought, { limit: PAGE_SIZE, skip }),
    placeholderData: keepPreviousData,
  })
  const seek = (next: string) => {
    keepWords(next)
    setSought(next)
    change({ page: undefined })
    if (next === sought) void found.refetch()
  }
  return (
    <>
      <h1 style={{ fontSize: 20, margin: '0 0 12px' }}>{words.title}</h1>
      <SearchBox sought={sought} seek={seek} />
      {level !== 'outside' && <FilterBar choices={choices} values={values} change={change} />}
      <Reading query={found}>
        {(list) => (
          <>
            <Narrowed filters={sheet.filters} />
            <div className="work-bar on-screen">
              {!sought && level !== 'outside' && <Order sort={sort} change={change} />}
              <LookSettings
                look={look}
                columns={[
                  { value: 'kind', label: words.kind },
                  { value: 'holder', label: words.holder },
                  { value: 'days', label: words.last },
                ]}
              />
              <ExportButton {...sheet} />
            </div>
            <Found found={list} sought={sought} className={look.className} />
            <Foot found={list} sought={sought} page={page} change={change} />
          </>
        )}
      </Reading>
    </>
  )
}
