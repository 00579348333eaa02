import { Card, Drawer } from 'antd'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { useParams, useSearchParams } from 'wouter'
import { BeginFrom } from '../../begin/begin.js'
import { useRecord, type RecordShown } from '../../api/records.js'
import { PageMargins } from '../../app/page-margins.js'
import { Reading } from '../../app/states.js'
import { ChainCheck } from '../../chain/chain-check.js'
import { ClockList } from '../../clocks/clock-list.js'
import { clockWords } from '../../clocks/words.js'
import { useDossierRecords } from '../../forms/directory.js'
import { StepForm } from '../../forms/step-form.js'
import { PapersList } from '../../papers/papers-list.js'
import { useTitle, useWords } from '../../words/language.js'
import { MayDo, MayNotDo } from './actions.js'
import { Course } from './course.js'
import { Facts } from './facts.js'
import { Hands, RecordHead } from './head.js'
import { Matter } from './matter.js'
import { Outcome, type Act } from './outcome.js'
import { recordWords } from './words.js'
import './record.css'

const Part = ({ name, children }: { name: string; children: ReactNode }) => (
  <Card size="small" title={<h2>{name}</h2>} className="record-part">
    {children}
  </Card>
)

/** Reactions of other records follow within moments, and are told; where no line is open they are looked for once. */
const LOOK_MS = 2000

/** A step that may be taken; a form that is open stays open though the record moved on. */
const useOpened = (asked: string | undefined, { may }: RecordShown): string | undefined => {
  const opened = useRef<string>(undefined)
  opened.current = may.some(({ step }) => step === asked) || opened.current === asked ? asked : undefined
  return opened.current
}

const useActing = (record: RecordShown) => {
  const queries = useQueryClient()
  const there = useDossierRecords(record.dossier)?.map(({ id }) => id)
  const [search, setSearch] = useSearchParams()
  const step = useOpened(search.get('step') ?? undefined, record)
  const choose = (chosen: string | undefined) => setSearch(chosen === undefined ? {} : { step: chosen })
  const [act, setAct] = useState<Act>()
  useEffect(() => {
    if (!act) return undefined
    const own = [record.id, record.dossier]
    const look = () =>
      queries.invalidateQueries({ predicate: ({ queryKey }) => own.some((id) => queryKey.includes(id)) })
    const timer = setTimeout(() => void look(), LOOK_MS)
    return () => clearTimeout(timer)
  }, [act, queries, record.id, record.dossier])
  const onDone = (done: Act['done']) => {
    setAct({ done, step: step!, before: record, there })
    choose(undefined)
  }
  return { step, choose, act, onDone, close: () => setAct(undefined) }
}

const numberOf = ({ papers }: RecordShown): string | undefined => papers.find(({ number }) => number)?.number

/** After a step the next thing to do is in focus. */
const toNext = () => (document.getElementById('next-step') ?? document.getElementById('record-steps'))?.focus()

const TheRecord = ({ record }: { record: RecordShown }) => {
  const words = useWords(recordWords)
  const clocks = useWords(clockWords)
  const title = useTitle()
  const { step, choose, act, onDone, close } = useActing(record)
  const chosen = [...record.may, ...record.mayNot].find((one) => one.step === step)
  return (
    <div className="record">
      <PageMargins right={`${title(record.kindTitle, record.kind)} ${numberOf(record) ?? record.label}`} />
      <RecordHead record={record} />
      {act && <Outcome act={act} record={record} close={close} />}
      <section id="record-steps" tabIndex={-1} className="record-actions on-screen" aria-label={words.may}>
        <h2>{words.may}</h2>
        <MayDo record={record} choose={choose} />
        <MayNotDo record={record} />
        <BeginFrom on={record} />
      </section>
      <div className="record-columns">
        <div>
          <Part name={clocks.title}>
            <ClockList clocks={record.clocks} now={record.now} />
          </Part>
          <Part name={words.course}>
            <Course record={record} />
          </Part>
          <Part name={words.matter}>
            <Matter record={record} />
          </Part>
        </div>
        <div>
          {record.roles && (
            <Part name={words.hands}>
              <Hands record={record} />
            </Part>
          )}
          <Part name={words.papers}>
            <PapersList record={record} />
          </Part>
        </div>
        <div>
          {record.facts && (
            <Part name={words.facts}>
              <Facts record={record} />
            </Part>
          )}
          <Part name={words.chain}>
            <ChainCheck record={record} />
          </Part>
        </div>
      </div>
      <Drawer
        open={step !== undefined}
        onClose={() => choose(undefined)}
        title={title(chosen?.title, step)}
        size="min(1200px, 100vw)"
        destroyOnHidden
        focusable={{ focusTriggerAfterClose: !act }}
        afterOpenChange={(open) => !open && act && toNext()}
      >
        {step && (
          <StepForm kind={record.kind} id={record.id} step={step} onDone={onDone} onCancel={() => choose(undefined)} />
        )}
      </Drawer>
    </div>
  )
}

export default function RecordPage() {
  const { service, record, id } = useParams<{ service: string; record: string; id: string }>()
  const query = useRecord(`${service}/${record}`, id)
  return <Reading query={query}>{(shown) => <TheRecord key={shown.id} record={shown} />}</Reading>
}
