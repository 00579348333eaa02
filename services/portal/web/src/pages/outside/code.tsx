import { CopyOutlined, PrinterOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { sayDay } from '../../words/dates.js'
import { useLanguage, useTitle, useWords } from '../../words/language.js'
import type { Received } from './use-submission.js'
import { outsideWords } from './words.js'

/** The access code, this once. */
export const Code = ({ received, again }: { received: Received; again: () => void }) => {
  const words = useWords(outsideWords)
  const title = useTitle()
  const { language } = useLanguage()
  const [, go] = useLocation()
  const [copied, setCopied] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const copy = () => void navigator.clipboard?.writeText(received.code).then(() => setCopied(true))
  return (
    <>
      <h2 ref={heading} tabIndex={-1} style={{ outline: 'none' }}>
        {words.receivedTitle}
      </h2>
      <p>
        {title(received.channelTitle)} ·{' '}
        {words.receivedBy(title(received.receivedBy), sayDay(received.receivedOn, language))}
      </p>
      <div className="outside-code">
        <span id="code-is">{words.codeIs}</span>
        <output aria-labelledby="code-is">{received.code}</output>
        <div className="outside-row on-screen" style={{ justifyContent: 'center' }}>
          <Button icon={<CopyOutlined aria-hidden />} onClick={copy}>
            {copied ? words.copied : words.copy}
          </Button>
          <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
            {words.print}
          </Button>
        </div>
      </div>
      <Alert type="warning" showIcon title={words.codeOnce} />
      <p>{received.complaint ? words.thenComplaint : words.thenReport}</p>
      <div className="outside-row on-screen">
        <Button onClick={() => go('/outside/status')}>{words.toStatus}</Button>
        <Button onClick={again}>{words.another}</Button>
      </div>
    </>
  )
}
