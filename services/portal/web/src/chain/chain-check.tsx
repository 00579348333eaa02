import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Typography } from 'antd'
import { api } from '../api/client.js'
import type { RecordShown } from '../api/records.js'
import { Reading } from '../app/states.js'
import { useWords } from '../words/language.js'
import { checkChain, type Checked, type ShownChain } from './check.js'
import { chainWords } from './words.js'

/** A party is shown the head alone. */
interface Head {
  head: string
  commits?: undefined
}

type Answer = ShownChain | Head

const isWhole = (answer: Answer): answer is ShownChain => answer.commits !== undefined

const reckoned = async (path: string): Promise<{ head: string; checked?: Checked }> => {
  const [answer, { sm3 }] = await Promise.all([api<Answer>(path), import('sm-crypto-v2')])
  return { head: answer.head, ...(isWhole(answer) && { checked: checkChain(answer, (text) => sm3(text)) }) }
}

const SECTIONS = ['header', 'input', 'needs', 'events', 'papers'] as const

const Verdict = ({ checked }: { checked: Checked }) => {
  const words = useWords(chainWords)
  if (checked.holds)
    return (
      <Alert
        type="success"
        showIcon
        title={`✓ ${words.holds}`}
        description={words.reckoned(checked.commits, checked.texts, checked.digests)}
      />
    )
  const section = SECTIONS.find((name) => name === checked.section)
  const why = checked.why === 'section' ? words.section(section ? words[section] : '') : words[checked.why]
  return (
    <Alert
      type="error"
      showIcon
      title={`✕ ${words.broken(checked.seq)}`}
      description={
        <>
          {why} {words.tell}
        </>
      }
    />
  )
}

/** Reckons the chain of a record again, here, from what this reader may see of it. */
export const ChainCheck = ({ record }: { record: RecordShown }) => {
  const words = useWords(chainWords)
  const path = `/api/${record.kind}/${record.id}/chain`
  const query = useQuery({
    queryKey: ['chain', record.kind, record.id, record.chain.head],
    queryFn: () => reckoned(path),
  })
  return (
    <Reading query={query}>
      {({ head, checked }) => (
        <>
          {checked ? <Verdict checked={checked} /> : <p>{words.party}</p>}
          <div className="field-hint" style={{ marginTop: 8 }}>
            {words.head}
          </div>
          <Typography.Text copyable={{ text: head, tooltips: false }} className="digest">
            {head}
          </Typography.Text>
          <div>
            <Button
              size="small"
              style={{ marginTop: 8 }}
              loading={query.isFetching}
              onClick={() => void query.refetch()}
            >
              {words.again}
            </Button>
          </div>
        </>
      )}
    </Reading>
  )
}
