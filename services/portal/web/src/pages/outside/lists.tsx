import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Pagination } from 'antd'
import { useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import { api } from '../../api/client.js'
import { Nothing, Reading } from '../../app/states.js'
import { useWords } from '../../words/language.js'
import { Entry, type PublicEntry } from './entry.js'
import { outsideWords } from './words.js'

interface Page {
  total: number
  entries: readonly PublicEntry[]
}

const SIZE = 20
type List = 'penalties' | 'listings'

/** Without a name the list; with one its search, whose name stands in the body and in no address. */
const read = (list: List, name: string | undefined, page: number): Promise<Page> => {
  const skip = (page - 1) * SIZE
  return name === undefined
    ? api<Page>(`/api/outside/${list}?limit=${SIZE}&skip=${skip}`)
    : api<Page>(`/api/outside/${list}`, { body: { name, limit: SIZE, skip } })
}

const Search = ({ looked, look }: { looked: string | undefined; look: (name: string | undefined) => void }) => {
  const words = useWords(outsideWords)
  const [form] = Form.useForm<{ name: string }>()
  const all = () => {
    form.resetFields()
    look(undefined)
  }
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={({ name }) => look(name.trim())}>
      <Form.Item
        name="name"
        label={words.find}
        extra={words.findHint}
        style={{ maxWidth: 420, marginBottom: 8 }}
        rules={[{ required: true, whitespace: true, min: 2, message: words.findShort }]}
      >
        <Input autoComplete="off" maxLength={60} />
      </Form.Item>
      <div className="outside-row" style={{ marginTop: 0 }}>
        <Button type="primary" htmlType="submit">
          {words.find}
        </Button>
        {looked !== undefined && <Button onClick={all}>{words.clear}</Button>}
      </div>
    </Form>
  )
}

const Tabs = ({ list }: { list: List }) => {
  const words = useWords(outsideWords)
  return (
    <nav
      aria-label={words.listsTitle}
      style={{ display: 'flex', flexWrap: 'wrap', gap: '4px 20px', margin: '8px 0 16px' }}
    >
      {(['penalties', 'listings'] as const).map((one) => (
        <Link
          key={one}
          href={`/outside/${one}`}
          aria-current={one === list ? 'page' : undefined}
          style={one === list ? { fontWeight: 600, borderBottom: '3px solid #1a4f96', color: '#1b2430' } : {}}
        >
          {words[one]}
        </Link>
      ))}
    </nav>
  )
}

/** A public list: penalties, or serious dishonesty; what was taken back says so. */
export const Lists = ({ list }: { list: List }) => {
  const words = useWords(outsideWords)
  const [search, setSearch] = useSearchParams()
  const page = Math.max(1, Number(search.get('page')) || 1)
  const turn = (to: number) => setSearch(to > 1 ? { page: String(to) } : {})
  const [looked, setLooked] = useState<string>()
  const query = useQuery({ queryKey: ['outside', list, looked, page], queryFn: () => read(list, looked, page) })
  const look = (name: string | undefined) => {
    setLooked(name)
    turn(1)
  }
  return (
    <>
      <h1>{words.listsTitle}</h1>
      <Tabs list={list} />
      <Search looked={looked} look={look} />
      <Reading query={query}>
        {({ total, entries }) => (
          <>
            <p role="status" style={{ margin: '16px 0 0' }}>
              {words.total(total)}
            </p>
            {entries.length === 0 && <Nothing says={looked === undefined ? words.none : words.noneFound} />}
            <ul className="outside-entries">
              {entries.map((entry, n) => (
                <Entry key={n} entry={entry} />
              ))}
            </ul>
            {total > SIZE && (
              <Pagination current={page} total={total} pageSize={SIZE} showSizeChanger={false} onChange={turn} />
            )}
          </>
        )}
      </Reading>
      <p className="field-hint">{words.person}</p>
    </>
  )
}
