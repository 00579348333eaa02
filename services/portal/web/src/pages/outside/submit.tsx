import { Alert, Button, Form, Steps } from 'antd'
import { useEffect, useId, useMemo, useRef, useState, type ReactNode } from 'react'
import { ApiProblem } from '../../api/client.js'
import { Failed, Reading, Refusal } from '../../app/states.js'
import { FormRoom, keyOf, type Forming } from '../../forms/context.js'
import { Fields } from '../../forms/field.js'
import type { StepInfo } from '../../forms/schema.js'
import { stepIn, useSteps } from '../../forms/steps.js'
import { Summary } from '../../forms/summary.js'
import { useWords } from '../../words/language.js'
import { Answers } from './answers.js'
import { Code } from './code.js'
import { useSubmission, type Received, type Submission } from './use-submission.js'
import { outsideWords } from './words.js'
import '../../forms/forms.css'

/** What stands in the way, on top and in focus after each try. */
const InTheWay = ({ submission, prefix }: { submission: Submission; prefix: string }) => {
  const { faults, fields, tries, error } = submission
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (box.current?.childElementCount) box.current.focus()
  }, [tries, error])
  return (
    <div ref={box} tabIndex={-1} className="form-top">
      {error instanceof ApiProblem && !error.body.issues && <Refusal problem={error} />}
      {faults.length > 0 && <Summary faults={faults} fields={fields} prefix={prefix} refused={error !== undefined} />}
    </div>
  )
}

const Write = ({ submission, next }: { submission: Submission; next: () => void }) => {
  const words = useWords(outsideWords)
  const prefix = useId()
  const { fields, values, set, faults } = submission
  const forming = useMemo(
    (): Forming => ({
      ...{ set, prefix, offered: [], dossier: undefined, record: undefined, now: undefined },
      faults: new Map(faults.map((fault) => [keyOf(fault.path), fault])),
      beneath: (field) => field === 'reporter' && <Alert type="info" showIcon title={words.identity} />,
    }),
    [set, faults, prefix, words],
  )
  const chosen = fields.length > 1
  return (
    <FormRoom value={forming}>
      <InTheWay submission={submission} prefix={prefix} />
      <Form layout="vertical" component={false} requiredMark={false}>
        <Fields fields={fields} values={values} path={[]} />
      </Form>
      {chosen && (
        <div className="outside-row">
          <Button type="primary" size="large" onClick={() => submission.check() && next()}>
            {words.next}
          </Button>
        </div>
      )}
    </FormRoom>
  )
}

const Check = ({ submission, back, send }: { submission: Submission; back: () => void; send: () => void }) => {
  const words = useWords(outsideWords)
  const { error } = submission
  return (
    <>
      <h2>{words.checkTitle}</h2>
      <p className="outside-lead">{words.checkHint}</p>
      {error instanceof ApiProblem ? <Refusal problem={error} /> : error ? <Failed error={error} /> : null}
      <Answers fields={submission.fields} values={submission.values} />
      <div className="outside-row">
        <Button type="primary" size="large" loading={submission.busy} onClick={send}>
          {words.send}
        </Button>
        <Button size="large" onClick={back}>
          {words.back}
        </Button>
      </div>
    </>
  )
}

const Framed = ({ at, children }: { at: number; children: ReactNode }) => {
  const words = useWords(outsideWords)
  const titles = [words.stepWrite, words.stepCheck, words.stepCode]
  return (
    <>
      <h1>{words.submitTitle}</h1>
      <Steps
        className="on-screen"
        size="small"
        responsive={false}
        current={at}
        items={titles.map((title) => ({ title }))}
        style={{ margin: '8px 0 20px', maxWidth: 520 }}
      />
      {children}
    </>
  )
}

/** The check is a page of its own to the browser: its “back” leads to what was written, which is kept nowhere else. */
const useChecking = () => {
  const [checking, check] = useState(false)
  useEffect(() => {
    const left = () => check(false)
    window.addEventListener('popstate', left)
    return () => window.removeEventListener('popstate', left)
  }, [])
  const next = () => {
    window.history.pushState(null, '')
    check(true)
  }
  return { checking, next, back: () => window.history.back() }
}

/** The browser asks before something is lost that is kept nowhere else. */
const useAsksBeforeLeaving = (something: boolean): void => {
  useEffect(() => {
    if (!something) return undefined
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [something])
}

const Submitting = ({ step, again }: { step: StepInfo; again: () => void }) => {
  const submission = useSubmission(step)
  const { checking, next, back } = useChecking()
  const [received, receive] = useState<Received>()
  useAsksBeforeLeaving(received !== undefined || Object.keys(submission.values).length > 0)
  const send = async () => receive(await submission.send())
  useEffect(() => void window.scrollTo(0, 0), [checking, received])
  if (received)
    return (
      <Framed at={2}>
        <Code received={received} again={again} />
      </Framed>
    )
  return (
    <Framed at={checking ? 1 : 0}>
      {checking ? (
        <Check submission={submission} back={back} send={() => void send()} />
      ) : (
        <Write submission={submission} next={next} />
      )}
    </Framed>
  )
}

/** A complaint or report of somebody without an account: write, check, and the code. */
export const Submit = () => {
  const steps = useSteps()
  const [n, setN] = useState(0)
  return (
    <Reading query={steps}>
      {(all) => (
        <Submitting key={n} step={stepIn(all, 'intake/lead', 'SubmitLead')!} again={() => setN((now) => now + 1)} />
      )}
    </Reading>
  )
}
