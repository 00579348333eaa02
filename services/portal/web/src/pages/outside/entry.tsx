import { StopOutlined, WarningOutlined } from '@ant-design/icons'
import { Tag } from 'antd'
import type { Title } from '../../api/types.js'
import { sayDay } from '../../words/dates.js'
import { useLanguage, useListed, useTitle, useWords } from '../../words/language.js'
import { outsideWords } from './words.js'

type Ground = 'penalty-revoked' | 'objection-upheld' | 'listing-revoked'

/** What stands in public: a penalty or a listing. */
export interface PublicEntry {
  party: { name: string; uscc?: string }
  agency?: Title
  on: string
  until?: string
  contested?: boolean
  ended?: { on: string; ground: Ground }
  decidedOn?: string
  number?: string
  ip?: Title
  kinds?: readonly { code: string; title?: Title }[]
  fine?: number
  confiscation?: number
  listedOn?: string
  conduct?: Title
}

const yuan = (fen: number): string => (fen / 100).toLocaleString('zh-CN', { maximumFractionDigits: 2 })

/** Kinds that an amount says better. */
const AMOUNTS = ['fine', 'confiscation']

const useContent = () => {
  const words = useWords(outsideWords)
  const title = useTitle()
  const listed = useListed()
  return ({ kinds = [], fine, confiscation }: PublicEntry): string =>
    listed([
      ...(fine ? [words.fine(yuan(fine))] : []),
      ...(confiscation ? [words.confiscation(yuan(confiscation))] : []),
      ...kinds.filter(({ code }) => !AMOUNTS.includes(code)).map((one) => title(one.title, one.code)),
    ])
}

type Fact = readonly [called: string, says: string | undefined]

const useFacts = () => {
  const words = useWords(outsideWords)
  const title = useTitle()
  const content = useContent()
  const { language } = useLanguage()
  const day = (on: string | undefined) => on && sayDay(on, language)
  return (entry: PublicEntry): Fact[] => [
    [words.uscc, entry.party.uscc],
    [words.agency, title(entry.agency)],
    [words.number, entry.number],
    [words.right, title(entry.ip)],
    [words.content, content(entry)],
    [words.conduct, title(entry.conduct)],
    [words.decidedOn, day(entry.decidedOn)],
    [words.listedOn, day(entry.listedOn)],
    [words.publishedOn, day(entry.on)],
    [words.shownUntil, day(entry.until)],
    [words.withdrawnOn, day(entry.ended?.on)],
    [words.why, entry.ended && words[entry.ended.ground]],
  ]
}

export const Entry = ({ entry }: { entry: PublicEntry }) => {
  const words = useWords(outsideWords)
  const facts = useFacts()
  return (
    <li className={entry.ended ? 'back' : ''}>
      <h2>
        {entry.party.name}
        {entry.ended && <Tag icon={<StopOutlined aria-hidden />}>{words.withdrawn}</Tag>}
        {entry.contested && (
          <Tag color="#9a5b00" icon={<WarningOutlined aria-hidden />}>
            {words.contested}
          </Tag>
        )}
      </h2>
      <dl className="outside-facts" style={{ margin: 0 }}>
        {facts(entry)
          .filter(([, says]) => says)
          .map(([called, says]) => (
            <div key={called}>
              <dt>{called}</dt>
              <dd>{says}</dd>
            </div>
          ))}
      </dl>
    </li>
  )
}
