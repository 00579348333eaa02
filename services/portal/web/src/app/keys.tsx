import { Modal } from 'antd'
import { Fragment, useEffect, useState } from 'react'
import { isTaken } from '../lists/keys.js'
import { useWords } from '../words/language.js'
import { keyWords } from './key-words.js'
import './keys.css'

/** `?` on any page: which keys there are. */
export const Keys = () => {
  const words = useWords(keyWords)
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== '?' || event.isComposing || event.ctrlKey || event.metaKey || isTaken(event.target)) return
      event.preventDefault()
      setOpen(true)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
  const keys = [
    [['?'], words.help],
    [['Ctrl', 'K'], words.find],
    [['j', 'k'], words.lines],
    [['Enter'], words.open],
    [['Tab', 'Shift Tab'], words.next],
    [['←', '→', '↑', '↓'], words.days],
    [['Esc'], words.close],
  ] as const
  return (
    <Modal open={open} onCancel={() => setOpen(false)} footer={null} title={words.title} destroyOnHidden>
      <dl className="keys">
        {keys.map(([pressed, does]) => (
          <Fragment key={does}>
            <dt>
              {pressed.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </Fragment>
        ))}
      </dl>
    </Modal>
  )
}
