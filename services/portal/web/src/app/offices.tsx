import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useCallback, useState } from 'react'
import { api } from '../api/client.js'
import { useTitle, useWords } from '../words/language.js'
import { liveWords } from './live/words.js'
import { useMe, useSession, type SignedIn } from './session.js'
import { Failed } from './states.js'

/** Acts in another office of the same account; everything is read again, for other offices may other things. */
export const useOffice = (): ((office: string) => Promise<void>) => {
  const { goOn } = useSession()
  const queries = useQueryClient()
  return useCallback(
    async (office) => {
      goOn(await api<SignedIn>('/api/sign-in/office', { body: { office } }))
      await queries.invalidateQueries()
    },
    [goOn, queries],
  )
}

/** Right after signing in, for whoever holds several offices. */
export const OfficeChoice = ({ then }: { then: () => void }) => {
  const words = useWords(liveWords)
  const title = useTitle()
  const act = useOffice()
  const { offices = [], office } = useMe()
  const [error, setError] = useState<unknown>()
  const choose = (code: string) => void (code === office ? Promise.resolve() : act(code)).then(then, setError)
  return (
    <div>
      <h2 style={{ fontSize: 16, margin: '0 0 4px' }}>{words.chooseOffice}</h2>
      <p style={{ margin: '0 0 12px', color: '#4a5563' }}>{words.chooseOfficeTodo}</p>
      <div style={{ display: 'grid', gap: 8 }}>
        {offices.map((one, n) => (
          <Button key={one.code} block size="large" autoFocus={n === 0} onClick={() => choose(one.code)}>
            {title(one.title, one.code)}
          </Button>
        ))}
      </div>
      {error !== undefined && <Failed error={error} />}
    </div>
  )
}
