import { useWords } from '../words/language.js'
import { appWords } from './words.js'

/** A text as a style sheet writes it. */
export const cssText = (text: string): string =>
  `"${text.replace(/[\\"<\p{C}]/gu, (sign) => `\\${sign.codePointAt(0)!.toString(16)} `)}"`

const FONT = "font: 9pt 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif; color: #333"

/** A sheet that is printed: what stands at its top left and right. Of several the last one of the page counts. */
export const PageMargins = ({ left, right }: { left?: string; right?: string }) => {
  const words = useWords(appWords)
  const boxes = [
    left !== undefined && `@top-left { content: ${cssText(left)}; ${FONT} }`,
    right !== undefined && `@top-right { content: ${cssText(right)}; ${FONT} }`,
    `@bottom-center { content: ${cssText(words.sheet)} counter(page) ${cssText(words.sheetOf)} counter(pages) ${cssText(words.sheets)}; ${FONT} }`,
  ]
  return <style>{`@page { ${boxes.filter(Boolean).join(' ')} }`}</style>
}
