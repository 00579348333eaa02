import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Tag } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { api } from '../../api/client.js'
import type { Title } from '../../api/types.js'
import { useSession } from '../../app/session.js'
import { Nothing, Reading } from '../../app/states.js'
import { StepForm } from '../../forms/step-form.js'
import { sayDay } from '../../words/dates.js'
import { useLanguage, useTitle, useWords } from '../../words/language.js'
import { outsideWords } from './words.js'

interface Request {
  id: string
  label: string
  state: 'ASKED' | 'ANSWERED' | 'CLOSED'
  stateTitle?: Title
  agency?: Title
  at: string
}

const useRequests = () =>
  useQuery({
    queryKey: ['outside', 'identifications'],
    queryFn: () => api<{ now: string; requests: Request[] }>('/api/outside/identifications'),
  })

const One = ({ request, now }: { request: Request; now: string }) => {
  const words = useWords(outsideWords)
  const title = useTitle()
  const { language } = useLanguage()
  const [open, setOpen] = useState(false)
  const { id, label, state, stateTitle, agency, at } = request
  return (
    <li>
      <h2>
        {label}
        <Tag color={state === 'ASKED' ? '#9a5b00' : undefined}>{title(stateTitle, state)}</Tag>
      </h2>
      <p style={{ margin: '0 0 8px' }}>{words.askedBy(title(agency), sayDay(at, language, now))}</p>
      {state !== 'CLOSED' && !open && (
        <Button type={state === 'ASKED' ? 'primary' : 'default'} onClick={() => setOpen(true)}>
          {state === 'ASKED' ? words.answer : words.answerAgain}
        </Button>
      )}
      {open && (
        <StepForm
          kind="intake/identification"
          step="SubmitStatement"
          id={id}
          onDone={() => setOpen(false)}
          onCancel={() => setOpen(false)}
        />
      )}
    </li>
  )
}

const Requests = () => {
  const words = useWords(outsideWords)
  const query = useRequests()
  return (
    <Reading query={query}>
      {({ now, requests }) =>
        requests.length === 0 ? (
          <Nothing says={words.holdersNone} />
        ) : (
          <ul className="outside-entries">
            {requests.map((request) => (
              <One key={request.id} request={request} now={now} />
            ))}
          </ul>
        )
      }
    </Reading>
  )
}

/** What a right holder is asked to identify: its own requests, answered here. */
export const Holders = () => {
  const words = useWords(outsideWords)
  const { who } = useSession()
  const holder = who?.level === 'outside' && who.subject !== undefined
  return (
    <>
      <h1>{words.holdersTitle}</h1>
      <p className="outside-lead">{words.holdersHint}</p>
      {holder && <Requests />}
      {!holder && (
        <Alert
          type="info"
          showIcon
          title={who ? words.holdersOthers : words.holdersNeed}
          action={<Link href="/sign-in?to=/outside/holders">{words.holdersSignIn}</Link>}
        />
      )}
    </>
  )
}
