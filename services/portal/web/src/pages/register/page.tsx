import { Alert, Card } from 'antd'
import { useLocation } from 'wouter'
import { StepForm } from '../../forms/step-form.js'
import type { Values } from '../../forms/values.js'
import { useWords } from '../../words/language.js'
import { Likely } from './likely.js'
import { registerWords } from './words.js'

/** Beneath the target whether it has come before, beneath the reporter where the name goes. */
const Beneath = ({ field, values }: { field: string; values: Values }) => {
  const words = useWords(registerWords)
  if (field === 'subject') return <Likely values={values} />
  if (field === 'reporter') return <Alert type="info" showIcon title={words.identity} style={{ marginBottom: 16 }} />
  return null
}
const beneath = (field: string, values: Values) => <Beneath field={field} values={values} />

/** The clerk's page: the channel first, then the fields of that channel, and whether the same has come before. */
export default function RegisterPage() {
  const words = useWords(registerWords)
  const [, go] = useLocation()
  return (
    <Card style={{ maxWidth: 1440 }}>
      <h1 style={{ fontSize: 20, margin: '0 0 8px' }}>{words.title}</h1>
      <p style={{ color: '#4a5563', margin: '0 0 16px' }}>{words.lead}</p>
      <StepForm
        kind="intake/lead"
        step="RegisterLead"
        beneath={beneath}
        onDone={({ id }) => go(`/records/intake/lead/${id}`)}
      />
    </Card>
  )
}
