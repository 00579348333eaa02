import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { api, ApiProblem } from '../api/client.js'
import { useTitle, useWords } from '../words/language.js'
import { liveWords } from './live/words.js'
import { useSession, type Credentials, type SignedIn } from './session.js'
import { Failed, Refusal } from './states.js'

/** Somebody else than the page belongs to. */
class OtherPerson extends Error {}

const Fault = ({ error }: { error: unknown }) => {
  const words = useWords(liveWords)
  if (error instanceof OtherPerson) return <Alert type="error" showIcon title={words.otherPerson} />
  return error instanceof ApiProblem ? <Refusal problem={error} /> : <Failed error={error} />
}

const Again = ({ who, leave }: { who: SignedIn; leave: () => void }) => {
  const words = useWords(liveWords)
  const { goOn } = useSession()
  const queries = useQueryClient()
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const again = async (given: Credentials) => {
    const next = await api<SignedIn>('/api/sign-in', { body: { ...given, office: who.office } })
    if (next.person !== who.person || next.agency !== who.agency) throw new OtherPerson()
    goOn(next)
    await queries.invalidateQueries()
  }
  const send = async (given: Credentials) => {
    setBusy(true)
    setError(undefined)
    await again(given).catch(setError)
    setBusy(false)
  }
  return (
    <Form layout="vertical" requiredMark={false} onFinish={(given: Credentials) => void send(given)}>
      <Form.Item name="user" label={words.user} rules={[{ required: true, message: words.needUser }]}>
        <Input autoFocus autoComplete="username" />
      </Form.Item>
      <Form.Item name="password" label={words.password} rules={[{ required: true, message: words.needPassword }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      {error !== undefined && <Fault error={error} />}
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8, marginTop: 16 }}>
        <Button type="primary" htmlType="submit" loading={busy}>
          {words.signIn}
        </Button>
        <Button onClick={leave}>{words.leave}</Button>
      </div>
    </Form>
  )
}

/** Above the page, which stays as it is with everything that was typed. */
export const Expired = () => {
  const words = useWords(liveWords)
  const title = useTitle()
  const { who, expired, signOut } = useSession()
  return (
    <Modal open={expired && who !== undefined} title={words.expired} footer={null} closable={false} destroyOnHidden>
      <p style={{ marginTop: 0 }}>
        {who?.name} · {title(who?.agencyName, who?.agency)} · {title(who?.officeTitle, who?.office)}
      </p>
      <p>{words.expiredTodo}</p>
      {who && <Again who={who} leave={signOut} />}
    </Modal>
  )
}
