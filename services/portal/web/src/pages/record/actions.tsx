import { Button, Dropdown } from 'antd'
import type { MayNotStep, MayStep, RecordShown } from '../../api/records.js'
import type { StepInfo } from '../../forms/schema.js'
import { stepIn, useSteps } from '../../forms/steps.js'
import { byPress, isOpen } from '../../clocks/light.js'
import { useLanguage, useListed, useTitle, useWords } from '../../words/language.js'
import { withDays } from '../../words/dates.js'
import { recordWords } from './words.js'

/** Steps that the most pressing periods wait for come first. */
export const awaitedFirst = ({ may, clocks, id }: RecordShown): { step: MayStep; awaited: boolean }[] => {
  const awaited = clocks
    .filter((clock) => isOpen(clock) && clock.state !== 'paused')
    .sort(byPress)
    .flatMap(({ waitsFor }) => waitsFor.filter(({ on }) => !on || on.record === id).map(({ step }) => step))
  const rank = ({ step }: MayStep): number => (awaited.includes(step) ? awaited.indexOf(step) : awaited.length)
  return [...may].sort((a, b) => rank(a) - rank(b)).map((step) => ({ step, awaited: awaited.includes(step.step) }))
}

const SHOWN = 6

const Paper = ({ info }: { info: StepInfo | undefined }) => {
  const title = useTitle()
  const listed = useListed()
  if (!info?.makes?.length) return null
  return (
    <span className="step-paper"> · {listed(info.makes.map((paper) => title(info.paperTitles?.[paper], paper)))}</span>
  )
}

interface Choosing {
  record: RecordShown
  choose: (step: string) => void
}

/** What may be done now, as buttons that are verbs of the law, with the paper's name beside. */
export const MayDo = ({ record, choose }: Choosing) => {
  const words = useWords(recordWords)
  const title = useTitle()
  const steps = useSteps().data
  const all = awaitedFirst(record)
  if (!all.length) return <p className="field-hint">{words.mayNothing}</p>
  const more = all.slice(SHOWN)
  return (
    <div className="record-steps">
      {all.slice(0, SHOWN).map(({ step: { step, title: called }, awaited }, index) => (
        <Button
          key={step}
          id={index === 0 ? 'next-step' : undefined}
          type={awaited && index === 0 ? 'primary' : 'default'}
          onClick={() => choose(step)}
        >
          {title(called, step)}
          <Paper info={stepIn(steps, record.kind, step)} />
        </Button>
      ))}
      {more.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: more.map(({ step: { step, title: called } }) => ({ key: step, label: title(called, step) })),
            onClick: ({ key }) => choose(key),
          }}
        >
          <Button>{words.more(more.length)}</Button>
        </Dropdown>
      )}
    </div>
  )
}

const STATE = 'ERR_STATE'

const NotNow = ({ step, now }: { step: MayNotStep; now: string | undefined }) => {
  const title = useTitle()
  const { language } = useLanguage()
  return (
    <li>
      <span className="not-now">{title(step.title, step.step)}</span> — {withDays(step[language], language, now)}
      {step.code !== STATE && <span className="field-hint"> {title(step.todo)}</span>}
    </li>
  )
}

/** What may not be done now: why not, and who could or when; first what this state is for. */
export const MayNotDo = ({ record }: { record: RecordShown }) => {
  const words = useWords(recordWords)
  const steps = useSteps().data
  const near = record.mayNot.filter(
    ({ step, code }) => code !== STATE && (stepIn(steps, record.kind, step)?.from.includes(record.state) ?? true),
  )
  const far = record.mayNot.filter((one) => !near.includes(one))
  if (!record.mayNot.length) return null
  return (
    <details className="may-not" open={near.length > 0 && near.length <= SHOWN}>
      <summary>
        {words.mayNot} ({record.mayNot.length})
      </summary>
      <ul>
        {near.map((step) => (
          <NotNow key={step.step} step={step} now={record.now} />
        ))}
      </ul>
      {far.length > 0 && (
        <details>
          <summary>{words.otherStates(far.length)}</summary>
          <ul>
            {far.map((step) => (
              <NotNow key={step.step} step={step} now={record.now} />
            ))}
          </ul>
        </details>
      )}
    </details>
  )
}
