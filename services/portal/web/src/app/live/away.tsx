import { DisconnectOutlined } from '@ant-design/icons'
import { useWords } from '../../words/language.js'
import { liveWords } from './words.js'

/** Above every page while the server cannot be reached. */
export const Away = () => {
  const words = useWords(liveWords)
  return (
    <div
      role="status"
      className="on-screen"
      style={{
        position: 'sticky',
        top: 0,
        zIndex: 900,
        padding: '6px 16px',
        textAlign: 'center',
        background: '#fff6e6',
        color: '#5f3800',
        borderBottom: '2px solid #9a5b00',
      }}
    >
      <DisconnectOutlined aria-hidden /> <strong>{words.away}</strong> {words.awayTodo}
    </div>
  )
}
