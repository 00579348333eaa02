import { SettingOutlined } from '@ant-design/icons'
import { Button, Checkbox, Popover } from 'antd'
import { useState } from 'react'
import { useWords } from '../words/language.js'
import { listWords } from './words.js'
import './look.css'

/** How a list is looked at: close together or not, and without which of its columns. */
interface Kept {
  dense: boolean
  without: readonly string[]
}

const ROOMY: Kept = { dense: false, without: [] }
const placeOf = (list: string): string => `liandun.look.${list}`

const keptLook = (list: string): Kept => {
  try {
    return { ...ROOMY, ...(JSON.parse(localStorage.getItem(placeOf(list)) ?? '{}') as Partial<Kept>) }
  } catch {
    return ROOMY
  }
}

/** Remembered on this machine, for each list by itself. */
export const useLook = (list: string) => {
  const [kept, setKept] = useState(() => keptLook(list))
  const keep = (more: Partial<Kept>): void => {
    const next = { ...kept, ...more }
    localStorage.setItem(placeOf(list), JSON.stringify(next))
    setKept(next)
  }
  const names = ['work-lines', kept.dense && 'work-compact', ...kept.without.map((name) => `without-${name}`)]
  return { ...kept, keep, className: names.filter(Boolean).join(' ') }
}

export type Look = ReturnType<typeof useLook>

interface Columns {
  look: Look
  /** Columns that may be left out, by the class that they have. */
  columns: readonly { value: string; label: string }[]
}

export const LookSettings = ({ look, columns }: Columns) => {
  const words = useWords(listWords)
  const shown = columns.map(({ value }) => value).filter((name) => !look.without.includes(name))
  const leaveOut = (chosen: readonly string[]) =>
    look.keep({ without: columns.map(({ value }) => value).filter((name) => !chosen.includes(name)) })
  const choice = <Checkbox.Group className="look-columns" value={shown} options={[...columns]} onChange={leaveOut} />
  return (
    <>
      <Checkbox checked={look.dense} onChange={({ target }) => look.keep({ dense: target.checked })}>
        {words.compact}
      </Checkbox>
      <Popover trigger="click" placement="bottomLeft" title={words.columns} content={choice}>
        <Button icon={<SettingOutlined aria-hidden />}>{words.columns}</Button>
      </Popover>
    </>
  )
}
