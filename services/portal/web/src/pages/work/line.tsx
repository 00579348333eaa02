import { Button, Dropdown, Tooltip } from 'antd'
import { InfoCircleOutlined, MoreOutlined } from '@ant-design/icons'
import { Link, useLocation } from 'wouter'
import type { WorkLine } from '../../api/work.js'
import { LIGHTS } from '../../app/theme.js'
import { useTitle, useWords } from '../../words/language.js'
import { workWords } from './words.js'

const SHOWN = 1

export const addressOf = ({ kind, id }: Pick<WorkLine, 'kind' | 'id'>): string => `/records/${kind}/${id}`

/** What is overdue says by how much; that it is, is the same word. */
const Standing = ({ line: { light, lightTitle, clock } }: { line: WorkLine }) => {
  const title = useTitle()
  const { sign, colour } = LIGHTS[light]
  const left = clock?.leftTitle && <strong className="numbers">{title(clock.leftTitle)}</strong>
  return (
    <div className="work-light" style={{ color: colour }}>
      <span>
        <span aria-hidden>{sign} </span>
        {light === 'red' && left ? left : title(lightTitle)}
      </span>
      {light !== 'red' && left}
    </div>
  )
}

const Matter = ({ line }: { line: WorkLine }) => {
  const title = useTitle()
  return (
    <div className="work-matter">
      <div>
        <Link href={addressOf(line)} className="work-name">
          {line.label}
        </Link>
        <span className="work-kind">
          {title(line.kindTitle, line.kind)} · {title(line.stateTitle, line.state)}
          {line.number !== undefined && <span className="work-number"> · {line.number}</span>}
        </span>
      </div>
      <div className="work-says">{title(line.says)}</div>
    </div>
  )
}

const Due = ({ line: { clock, more } }: { line: WorkLine }) => {
  const words = useWords(workWords)
  const title = useTitle()
  if (!clock) return <div className="work-due look-due">{words.noDate}</div>
  const law = [title(clock.lawTitle, clock.law), clock.article].filter(Boolean).join(' ')
  return (
    <div className="work-due look-due">
      <span>
        {title(clock.title, clock.id)}{' '}
        {law && (
          <Tooltip title={law}>
            <InfoCircleOutlined role="img" aria-label={law} />
          </Tooltip>
        )}
      </span>
      {clock.dueTitle && <span className="numbers">{title(clock.dueTitle)}</span>}
      {more.length > 0 && <span className="work-more">{words.moreClocks(more.length)}</span>}
    </div>
  )
}

const Steps = ({ line }: { line: WorkLine }) => {
  const words = useWords(workWords)
  const title = useTitle()
  const [, go] = useLocation()
  const address = (step: string) => `${addressOf(line)}?step=${step}`
  const rest = line.may.slice(SHOWN)
  return (
    <div className="work-steps look-steps">
      {line.may.slice(0, SHOWN).map((one) => (
        <Link key={one.step} href={address(one.step)} asChild>
          <Button size="small" type={one.awaited ? 'primary' : 'default'}>
            {title(one.title, one.step)}
          </Button>
        </Link>
      ))}
      {rest.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: rest.map((one) => ({ key: one.step, label: title(one.title, one.step) })),
            onClick: ({ key }) => go(address(key)),
          }}
        >
          <Button size="small" aria-label={words.more} icon={<MoreOutlined aria-hidden />} />
        </Dropdown>
      )}
    </div>
  )
}

/** What is to be done in one sentence, until when, and the steps at hand. */
export const Line = ({ line }: { line: WorkLine }) => (
  <li className="work-line" tabIndex={-1}>
    <Standing line={line} />
    <Matter line={line} />
    <Due line={line} />
    <Steps line={line} />
  </li>
)
