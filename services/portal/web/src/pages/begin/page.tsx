import { Card } from 'antd'
import { useLocation, useParams, useSearchParams } from 'wouter'
import { StepForm } from '../../forms/step-form.js'

/** Any step that begins a record; ids of the records that it builds on may stand in the address. */
export default function BeginPage() {
  const { service, record, step } = useParams<{ service: string; record: string; step: string }>()
  const [search] = useSearchParams()
  const [, go] = useLocation()
  const kind = `${service}/${record}`
  return (
    <Card style={{ maxWidth: 960, margin: '0 auto' }}>
      <StepForm
        key={`${kind}/${step}`}
        kind={kind}
        step={step}
        prefill={Object.fromEntries(search)}
        onDone={({ id }) => go(`/records/${kind}/${id}`)}
        onCancel={() => history.back()}
      />
    </Card>
  )
}
