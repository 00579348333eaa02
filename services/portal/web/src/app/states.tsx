import { Alert, Button, Empty, Result, Spin } from 'antd'
import type { ReactNode } from 'react'
import { ApiProblem, Offline } from '../api/client.js'
import { useLanguage, useWords } from '../words/language.js'
import { appWords } from './words.js'

export const Loading = () => {
  const { loading } = useWords(appWords)
  return (
    <div role="status" style={{ padding: 48, textAlign: 'center' }}>
      <Spin /> <span style={{ marginInlineStart: 8 }}>{loading}</span>
    </div>
  )
}

/** An empty list says what would appear here and how. */
export const Nothing = ({ says, children }: { says: string; children?: ReactNode }) => (
  <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={says} style={{ padding: 32 }}>
    {children}
  </Empty>
)

/** What the API refused: why, and what can be done. Of what was written wrongly each place says so itself. */
export const Refusal = ({ problem: { body } }: { problem: ApiProblem }) => {
  const { language } = useLanguage()
  const words = useWords(appWords)
  const said = [...new Set(body.issues?.map((issue) => issue[language]))]
  const [only] = said
  if (said.length === 1) return <Alert type="error" showIcon title={only} />
  const places = (
    <ul style={{ margin: 0, paddingInlineStart: 20 }}>
      {said.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  )
  return (
    <Alert
      type="error"
      showIcon
      title={said.length ? words.wrongPlaces(said.length) : body[language]}
      description={said.length ? places : body.todo[language]}
    />
  )
}

/** Any fault of a reading, with the way on. */
export const Failed = ({ error, again }: { error: unknown; again?: () => void }) => {
  const words = useWords(appWords)
  const button = again && <Button onClick={again}>{words.again}</Button>
  if (error instanceof ApiProblem) return <Refused problem={error}>{button}</Refused>
  const offline = error instanceof Offline
  return (
    <Result
      status="warning"
      title={offline ? words.offline : words.failed}
      subTitle={offline ? words.offlineTodo : words.failedTodo}
      extra={button}
    />
  )
}

const Refused = ({ problem, children }: { problem: ApiProblem; children?: ReactNode }) => (
  <div style={{ padding: 24, display: 'grid', gap: 16, justifyItems: 'start' }}>
    <Refusal problem={problem} />
    {children}
  </div>
)

/** What a query shows: loading, its fault, or what it read. */
export const Reading = <T,>({
  query,
  children,
}: {
  query: { data: T | undefined; error: unknown; isPending: boolean; refetch: () => unknown }
  children: (data: T) => ReactNode
}) => {
  if (query.data !== undefined) return <>{children(query.data)}</>
  if (query.isPending) return <Loading />
  return <Failed error={query.error} again={() => void query.refetch()} />
}
