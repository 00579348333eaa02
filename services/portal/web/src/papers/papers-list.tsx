import { DownloadOutlined, EyeOutlined } from '@ant-design/icons'
import { Button, Modal } from 'antd'
import { useEffect, useState } from 'react'
import type { RecordShown } from '../api/records.js'
import { Failed, Reading } from '../app/states.js'
import { sayDay } from '../words/dates.js'
import { useLanguage, useListed, useTitle, useWords } from '../words/language.js'
import { readPdf, usePapers, type PaperRow } from './read.js'
import { papersWords } from './words.js'
import './papers.css'

type Printable = PaperRow & { href: string }

const nameOf = ({ title, number }: PaperRow): string => [title.zh, number].filter(Boolean).join(' ')

const keep = (url: string, paper: PaperRow): void => {
  const link = document.createElement('a')
  link.href = url
  link.download = `${nameOf(paper).replace(/[\\/:*?"<>|]/g, '_')}.pdf`
  link.click()
}

/** Reads the PDF for one purpose at a time; what was read is given back when the paper is left. */
const usePdf = ({ href }: Printable) => {
  const [url, setUrl] = useState<string>()
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  useEffect(() => () => void (url && URL.revokeObjectURL(url)), [url])
  const read = async (): Promise<string | undefined> => {
    if (url) return url
    setBusy(true)
    setError(undefined)
    try {
      const made = await readPdf(href)
      setUrl(made)
      return made
    } catch (fault) {
      setError(fault)
      return undefined
    } finally {
      setBusy(false)
    }
  }
  return { url, error, busy, read }
}

const Buttons = ({ paper }: { paper: Printable }) => {
  const words = useWords(papersWords)
  const title = useTitle()(paper.title)
  const { url, error, busy, read } = usePdf(paper)
  const [open, setOpen] = useState(false)
  const view = async () => void ((await read()) && setOpen(true))
  const download = async () => {
    const made = await read()
    if (made) keep(made, paper)
  }
  return (
    <>
      <div className="paper-buttons">
        <Button size="small" icon={<EyeOutlined />} loading={busy} aria-label={words.viewing(title)} onClick={view}>
          {words.view}
        </Button>
        <Button size="small" icon={<DownloadOutlined />} aria-label={words.keeping(title)} onClick={download}>
          {words.keep}
        </Button>
        <span role="status" className="spoken">
          {busy && words.making}
        </span>
      </div>
      {error !== undefined && <Failed error={error} />}
      <Modal
        open={open && url !== undefined}
        onCancel={() => setOpen(false)}
        footer={null}
        title={nameOf(paper)}
        width="min(920px, 96vw)"
        style={{ top: 24 }}
        destroyOnHidden
      >
        <iframe className="paper-sheet" src={`${url}#navpanes=0`} title={title} />
      </Modal>
    </>
  )
}

/** Why a paper cannot be printed: every field that is missing, and where a person enters it. */
const Lacking = ({ paper: { missing, characters } }: { paper: PaperRow }) => {
  const words = useWords(papersWords)
  const title = useTitle()
  const listed = useListed()
  if (characters?.length) return <p className="paper-lacking">{words.characters(listed(characters))}</p>
  if (!missing?.length) return null
  return (
    <details className="paper-lacking">
      <summary>{words.incomplete(missing.length)}</summary>
      <ul>
        {missing.map(({ field, title: name, where }) => (
          <li key={field}>
            <strong>{title(name)}</strong> <span className="field-hint">{title(where)}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

const isPrintable = (paper: PaperRow): paper is Printable => paper.printable && paper.href !== undefined

const Paper = ({ paper, now }: { paper: PaperRow; now?: string }) => {
  const title = useTitle()
  const { language } = useLanguage()
  return (
    <li className="paper-row">
      <div>
        <strong>{title(paper.title)}</strong> <span className="paper-number">{paper.number}</span>
        <div className="field-hint">
          {sayDay(paper.on, language, now)} · {title(paper.agencyName, paper.agency)}
        </div>
        <Lacking paper={paper} />
      </div>
      {isPrintable(paper) && <Buttons paper={paper} />}
    </li>
  )
}

/** The papers of a record as its reader may see them: title, number, day, who made it; printed ones open as PDF. */
export const PapersList = ({ record }: { record: RecordShown }) => {
  const words = useWords(papersWords)
  const query = usePapers(record)
  return (
    <Reading query={query}>
      {(papers) =>
        papers.length ? (
          <ul className="plain-list">
            {papers.map((paper) => (
              <Paper key={paper.id} paper={paper} now={record.now} />
            ))}
          </ul>
        ) : (
          <p className="field-hint">{words.none}</p>
        )
      }
    </Reading>
  )
}
