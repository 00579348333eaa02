import { Card } from 'antd'
import { useLocation, useParams, useSearchParams } from 'wouter'
import { NotMine } from '../../begin/begin.js'
import { prefillOf } from '../../begin/beginning.js'
import { StepForm } from '../../forms/step-form.js'
import { stepIn, useSteps } from '../../forms/steps.js'
import { useTitle } from '../../words/language.js'

/** Any step that begins a record; ids of the records that it builds on may stand in the address. */
export default function BeginPage() {
  const { service, record, step } = useParams<{ service: string; record: string; step: string }>()
  const [search] = useSearchParams()
  const [, go] = useLocation()
  const title = useTitle()
  const kind = `${service}/${record}`
  const info = stepIn(useSteps().data ?? [], kind, step)
  return (
    <Card style={{ maxWidth: 1440 }}>
      <h1 style={{ fontSize: 20, margin: '0 0 12px' }}>{title(info?.title, step)}</h1>
      {info && <NotMine info={info} />}
      <StepForm
        key={`${kind}/${step}`}
        kind={kind}
        step={step}
        prefill={prefillOf(info?.input, search)}
        dossier={search.get('in') ?? undefined}
        onDone={({ id }) => go(`/records/${kind}/${id}`)}
        onCancel={() => history.back()}
      />
    </Card>
  )
}
