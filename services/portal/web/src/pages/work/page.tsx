import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Pagination, Radio, Select } from 'antd'
import { useCallback } from 'react'
import { useLocation } from 'wouter'
import { api } from '../../api/client.js'
import { GROUPS, type Group, type Work } from '../../api/work.js'
import { Nothing, Reading } from '../../app/states.js'
import { PAGE_SIZE, useAddress } from '../../lists/address.js'
import { ExportButton } from '../../lists/export-button.js'
import { useLineKeys } from '../../lists/keys.js'
import { LookSettings, useLook, type Look } from '../../lists/look.js'
import { Narrowed } from '../../lists/narrowed.js'
import { listWords } from '../../lists/words.js'
import { useTitle, useWords } from '../../words/language.js'
import { addressOf, Line } from './line.js'
import { useWorkSheet } from './sheet.js'
import { workWords } from './words.js'
import './work.css'

const EMPTY = {
  all: 'noneAll',
  today: 'noneToday',
  soon: 'noneSoon',
  others: 'noneOthers',
  paused: 'nonePaused',
} as const

type Address = ReturnType<typeof useAddress<'group' | 'kind' | 'clock'>>

const readWork = (query: URLSearchParams, page: { limit: number; skip: number }): Promise<Work> => {
  const asked = new URLSearchParams(query)
  for (const [name, value] of Object.entries(page)) asked.set(name, `${value}`)
  return api<Work>(`/api/portal/work?${asked}`)
}

const Groups = ({ work, group, change }: { work: Work; group: Group; change: Address['change'] }) => {
  const words = useWords(workWords)
  return (
    <Radio.Group
      aria-label={words.groups}
      optionType="button"
      buttonStyle="solid"
      value={group}
      onChange={({ target }) => change({ group: target.value as string })}
      options={GROUPS.map((name) => ({ value: name, label: `${words[name]} ${work.counts[name]}` }))}
    />
  )
}

const Narrowing = ({ work, address: { values, change } }: { work: Work; address: Address }) => {
  const words = useWords(workWords)
  const title = useTitle()
  const kinds = work.kinds.map(({ kind, title: called }) => ({ value: kind, label: title(called, kind) }))
  const clocks = work.clocks.map(({ clock, title: called }) => ({ value: clock, label: title(called, clock) }))
  const common = { allowClear: true, popupMatchSelectWidth: false, style: { minWidth: 130 } } as const
  return (
    <>
      <Select
        {...common}
        aria-label={words.kind}
        placeholder={words.allKinds}
        value={values.kind}
        options={kinds}
        onChange={(kind) => change({ kind })}
      />
      <Select
        {...common}
        aria-label={words.clock}
        placeholder={words.allClocks}
        value={values.clock}
        options={clocks}
        onChange={(clock) => change({ clock })}
      />
    </>
  )
}

const useFilterWords = (work: Work, { values }: Address, group: Group): string[] => {
  const words = useWords(workWords)
  const title = useTitle()
  return [
    words[group],
    ...work.kinds.filter(({ kind }) => kind === values.kind).map((one) => title(one.title, one.kind)),
    ...work.clocks.filter(({ clock }) => clock === values.clock).map((one) => title(one.title, one.clock)),
  ]
}

const Bar = ({ work, address, group, look }: BarProps) => {
  const words = useWords(workWords)
  const sheet = useWorkSheet()
  return (
    <div className="work-bar on-screen">
      <Groups work={work} group={group} change={address.change} />
      <Narrowing work={work} address={address} />
      <LookSettings
        look={look}
        columns={[
          { value: 'due', label: words.clock },
          { value: 'steps', label: words.steps },
        ]}
      />
      <ExportButton
        {...sheet}
        title={words.title}
        filters={useFilterWords(work, address, group)}
        read={(asked) => readWork(address.query, asked)}
      />
    </div>
  )
}

const OnPaper = ({ work, address, group }: Pick<BarProps, 'work' | 'address' | 'group'>) => (
  <Narrowed filters={useFilterWords(work, address, group)} />
)

interface BarProps {
  work: Work
  address: Address
  group: Group
  look: Look
}

const Lines = ({ work, look, group }: { work: Work; look: Look; group: Group }) => {
  const words = useWords(workWords)
  const [, go] = useLocation()
  const open = useCallback((index: number) => work.rows[index] && go(addressOf(work.rows[index])), [work, go])
  const list = useLineKeys(open)
  if (!work.rows.length) return <Nothing says={words[EMPTY[group]]} />
  return (
    <ul ref={list} className={look.className}>
      {work.rows.map((line) => (
        <Line key={line.id} line={line} />
      ))}
    </ul>
  )
}

const Foot = ({ total, page, change }: { total: number; page: number; change: Address['change'] }) => {
  const [words, lists] = [useWords(workWords), useWords(listWords)]
  return (
    <div className="work-foot">
      <span>
        {lists.total(total)}
        {total > PAGE_SIZE && <span className="on-paper"> · {lists.page(page)}</span>}
        <span className="on-screen"> · {words.keys}</span>
      </span>
      {total > PAGE_SIZE && (
        <Pagination
          size="small"
          current={page}
          pageSize={PAGE_SIZE}
          total={total}
          showSizeChanger={false}
          onChange={(next) => change({ page: `${next}` })}
        />
      )}
    </div>
  )
}

/** 我的待办: what waits on me, what I wait for, what is about to lapse, by due date. */
export default function WorkPage() {
  const words = useWords(workWords)
  const address = useAddress(['group', 'kind', 'clock'])
  const look = useLook('work')
  const group = GROUPS.find((name) => name === address.values.group) ?? 'all'
  const { query, page, skip, change } = address
  const work = useQuery({
    queryKey: ['work', query.toString(), page],
    queryFn: () => readWork(query, { limit: PAGE_SIZE, skip }),
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <h1 style={{ fontSize: 20, margin: '0 0 12px' }}>{words.title}</h1>
      <Reading query={work}>
        {(found) => (
          <>
            <Bar {...{ work: found, address, group, look }} />
            <OnPaper {...{ work: found, address, group }} />
            <Lines work={found} look={look} group={group} />
            <Foot total={found.total} page={page} change={change} />
          </>
        )}
      </Reading>
    </>
  )
}
