import { Link } from 'wouter'
import type { ListedRecord } from '../../api/lists.js'
import { Marked } from '../../lists/marked.js'
import { sayDay } from '../../words/dates.js'
import { useLanguage, useListed, useTitle, useWords } from '../../words/language.js'
import { addressOf } from '../work/line.js'
import { searchWords } from './words.js'

/** What was found in it that its name does not show. */
const Matched = ({ hit, sought }: { hit: ListedRecord; sought: string }) => {
  const title = useTitle()
  const more = (hit.matched ?? []).filter(({ text }) => text !== hit.label && text !== hit.numbers?.[0])
  return more.map((one) => (
    <span key={`${one.field} ${one.text}`} className="work-kind">
      {title(one.title, one.field)} <Marked text={one.text} words={sought} />
    </span>
  ))
}

/** A record of a list: whose it is, how it stands, who has it, since when. */
export const Hit = ({ hit, sought, now }: { hit: ListedRecord; sought: string; now: string }) => {
  const words = useWords(searchWords)
  const { language } = useLanguage()
  const [title, listed] = [useTitle(), useListed()]
  const day = (at: string | undefined): string => (at ? sayDay(at, language, now) : '')
  return (
    <li className="work-line hit-line" tabIndex={-1}>
      <div className="work-matter">
        <div>
          <Link href={addressOf(hit)} className="work-name">
            <Marked text={hit.label} words={sought} />
          </Link>
          {hit.numbers?.[0] && (
            <span className="work-kind work-number">
              <Marked text={hit.numbers[0]} words={sought} />
            </span>
          )}
        </div>
        <div className="hit-matched">
          <Matched hit={hit} sought={sought} />
        </div>
      </div>
      <div className="work-due look-kind">
        <span>{title(hit.kindTitle, hit.kind)}</span>
        <span className="work-kind">{title(hit.stateTitle, hit.state)}</span>
      </div>
      <div className="work-due look-holder">
        {listed((hit.holder ?? []).map(({ agency, name }) => title(name, agency)))}
      </div>
      <div className="work-due look-days">
        {hit.began && (
          <span>
            {words.began} {day(hit.began)}
          </span>
        )}
        {hit.at && (
          <span className="work-kind">
            {words.last} {day(hit.at)}
          </span>
        )}
      </div>
    </li>
  )
}
