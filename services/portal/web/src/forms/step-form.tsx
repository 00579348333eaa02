import { Alert, Button, Form } from 'antd'
import { useEffect, useId, useMemo, useRef, useState, type ReactNode } from 'react'
import { ApiProblem, Offline } from '../api/client.js'
import { useNow } from '../api/now.js'
import { useRecord, type RecordShown } from '../api/records.js'
import { Failed, Reading, Refusal } from '../app/states.js'
import { useTitle, useWords } from '../words/language.js'
import { AboutStep } from './about-step.js'
import { BesideFields } from './beside.js'
import { setWorldClock } from './clock.js'
import { Conflict } from './conflict.js'
import { FormRoom, keyOf, type Forming } from './context.js'
import { Fields } from './field.js'
import { useFormState, type FormOf } from './form-state.js'
import type { StepInfo } from './schema.js'
import type { Done } from './send.js'
import { RehearsalPanel } from './rehearsal.js'
import { stepIn, useSteps } from './steps.js'
import { Summary } from './summary.js'
import { useRehearsal } from './use-rehearsal.js'
import type { Values } from './values.js'
import { formWords } from './words.js'
import './forms.css'

export interface StepFormProps {
  /** `service/record`. */
  kind: string
  step: string
  /** The record it is taken on; left out, the step makes one. */
  id?: string
  /** What stands in the form before anybody types: parts of the input as it is sent. */
  prefill?: Values
  /** The matter that other records are chosen from, where there is no record yet. */
  dossier?: string | undefined
  /** What stands beneath a field, of what stands in the form. */
  beneath?: (field: string, values: Values) => ReactNode
  onDone?: (done: Done) => void
  onCancel?: () => void
}

const Sorry = ({ error, again }: { error: unknown; again: () => void }) => {
  const words = useWords(formWords)
  if (error instanceof ApiProblem) return <Refusal problem={error} />
  if (!(error instanceof Offline)) return <Failed error={error} />
  const button = <Button onClick={again}>{words.again}</Button>
  return <Alert type="warning" showIcon title={words.lost} action={button} />
}

/** What keeps the form from being done; after an attempt it is in focus. */
const OnTop = ({ tries, children }: { tries: number; children: ReactNode }) => {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!tries || !box.current?.childElementCount) return
    box.current.focus()
    box.current.scrollIntoView({ block: 'start' })
  }, [tries])
  return (
    <div ref={box} tabIndex={-1} className="form-top">
      {children}
    </div>
  )
}

/** A draft of before stands in the form. */
const DraftBack = ({ startAgain }: { startAgain: () => void }) => {
  const words = useWords(formWords)
  const again = (
    <Button size="small" onClick={startAgain}>
      {words.draftDrop}
    </Button>
  )
  return <Alert role="status" type="info" title={words.draftBack} style={{ marginBottom: 16 }} action={again} />
}

const STALE = 'STALE_VERSION'
const isStale = (error: unknown): error is ApiProblem => error instanceof ApiProblem && error.body.code === STALE
const hasIssues = (error: unknown): boolean => error instanceof ApiProblem && error.body.issues !== undefined

interface Open extends FormOf {
  record: RecordShown | undefined
  dossier: string | undefined
  onCancel: (() => void) | undefined
  beneath: StepFormProps['beneath'] | undefined
}

const OpenForm = ({ record, dossier, onCancel, beneath, ...given }: Open) => {
  const { step } = given
  const words = useWords(formWords)
  const title = useTitle()
  const form = useFormState(given)
  const prefix = useId()
  const { fields, values, faults, error, busy, set } = form
  const rehearsed = useRehearsal(step, given.id, fields, form)
  const told = useNow(record?.now === undefined)
  const now = record?.now ?? told
  setWorldClock(now)
  const seen = beneath ? values : undefined
  const forming = useMemo(
    (): Forming => ({
      set,
      faults: new Map(faults.map((fault) => [keyOf(fault.path), fault])),
      offered: step.given,
      dossier: record?.dossier ?? dossier,
      record: record?.id,
      now,
      prefix,
      beneath: beneath && seen && ((field: string) => beneath(field, seen)),
    }),
    [set, faults, step, record, dossier, now, prefix, beneath, seen],
  )
  return (
    <FormRoom value={forming}>
      <section aria-label={title(step.title, step.step)} className="form-room">
        <OnTop tries={form.tries}>
          {isStale(error) ? (
            <Conflict problem={error} busy={busy} send={form.send} onLeave={onCancel} />
          ) : (
            error !== undefined && !hasIssues(error) && <Sorry error={error} again={() => void form.send()} />
          )}
          {faults.length > 0 && (
            <Summary faults={faults} fields={fields} prefix={prefix} refused={error !== undefined} />
          )}
        </OnTop>
        <div className="form-columns">
          <AboutStep step={step} />
          <div className="form-fields">
            {form.restored && <DraftBack startAgain={form.startAgain} />}
            <Form layout="vertical" component={false} requiredMark={false}>
              {fields.length > 0 ? <Fields fields={fields} values={values} path={[]} /> : <p>{words.noFields}</p>}
            </Form>
            <BesideFields beside={form.beside} put={form.put} from={record?.since} />
          </div>
          <div className="form-rehearsal">
            <RehearsalPanel {...rehearsed} fields={fields} values={values} now={now} sealed={step.sealed.length > 0} />
          </div>
        </div>
        <div className="form-foot">
          <Button type="primary" loading={busy} onClick={() => void form.send()}>
            {title(step.title, step.step)}
          </Button>
          {onCancel && <Button onClick={onCancel}>{words.cancel}</Button>}
          {form.touched && <span className="field-hint">{words.draftKept}</span>}
        </div>
      </section>
    </FormRoom>
  )
}

/** The version that was looked at when the form was opened: what happens since is told before anything is done on it. */
const Looked = ({ record, ...given }: Omit<Open, 'version'> & { record: RecordShown }) => {
  const [version] = useState(record.version)
  return <OpenForm {...given} record={record} version={version} />
}

const nothing = () => {}

const Known = ({ info, ...props }: StepFormProps & { info: StepInfo | undefined }) => {
  const { kind, id, prefill, dossier, onDone = nothing, onCancel, beneath } = props
  const { noStep } = useWords(formWords)
  const record = useRecord(kind, id)
  if (!info) return <Alert type="error" title={noStep} />
  const common = { step: info, id, prefill, dossier, onDone, onCancel, beneath }
  if (id === undefined) return <OpenForm {...common} record={undefined} version={undefined} />
  return <Reading query={record}>{(shown) => <Looked {...common} record={shown} />}</Reading>
}

/** The form of any step of any record, made from its manifest: what it will make, its fields, its refusals and its drafts. */
export const StepForm = (props: StepFormProps) => {
  const steps = useSteps()
  return <Reading query={steps}>{(all) => <Known {...props} info={stepIn(all, props.kind, props.step)} />}</Reading>
}
