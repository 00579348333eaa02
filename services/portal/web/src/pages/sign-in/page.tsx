import { Button, Card, Form, Input } from 'antd'
import { useState } from 'react'
import { Link, useLocation, useSearchParams } from 'wouter'
import { ApiProblem } from '../../api/client.js'
import { OfficeChoice } from '../../app/offices.js'
import { useSession, type Credentials } from '../../app/session.js'
import { Failed, Refusal } from '../../app/states.js'
import { LanguageSwitch } from '../../app/who.js'
import { appWords } from '../../app/words.js'
import { useWords } from '../../words/language.js'
import { signInWords } from './words.js'

/** Only pages of our own: what an address names is not followed elsewhere. */
const own = (to: string | null): string => (to?.startsWith('/') && !to.startsWith('//') ? to : '/work')

const SignInForm = () => {
  const words = useWords(signInWords)
  const { signIn } = useSession()
  const [, go] = useLocation()
  const [search] = useSearchParams()
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const [choosing, setChoosing] = useState(false)
  const on = () => go(own(search.get('to')))
  const send = async (credentials: Credentials) => {
    setBusy(true)
    await signIn(credentials)
      .then(({ offices = [] }) => (offices.length > 1 ? setChoosing(true) : on()))
      .catch(setError)
    setBusy(false)
  }
  if (choosing) return <OfficeChoice then={on} />
  return (
    <Form layout="vertical" requiredMark={false} onFinish={(given: Credentials) => void send(given)}>
      <Form.Item name="user" label={words.user} rules={[{ required: true, message: words.needUser }]}>
        <Input autoFocus autoComplete="username" />
      </Form.Item>
      <Form.Item name="password" label={words.password} rules={[{ required: true, message: words.needPassword }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      {error instanceof ApiProblem ? <Refusal problem={error} /> : error ? <Failed error={error} /> : null}
      <Button type="primary" htmlType="submit" block loading={busy} style={{ marginTop: 16 }}>
        {words.signIn}
      </Button>
    </Form>
  )
}

export default function SignInPage() {
  const words = useWords(signInWords)
  const app = useWords(appWords)
  return (
    <main style={{ minHeight: '100%', display: 'grid', placeContent: 'center', padding: 16, background: '#e9eef5' }}>
      <Card style={{ width: 'min(400px, calc(100vw - 32px))' }}>
        <div style={{ display: 'flex', justifyContent: 'space-between', alignItems: 'baseline' }}>
          <h1 style={{ fontSize: 22, margin: '0 0 4px' }}>{words.title}</h1>
          <LanguageSwitch />
        </div>
        <p style={{ margin: '0 0 20px', color: '#4a5563' }}>{app.tagline}</p>
        <SignInForm />
        <p style={{ margin: '20px 0 0' }}>
          <Link href="/outside">{words.outside}</Link>
        </p>
      </Card>
    </main>
  )
}
