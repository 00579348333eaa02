import './marked.css'

/** A text with what was looked for marked in it. */
export const Marked = ({ text, words }: { text: string; words: string }) => {
  const found = words
    .split(/\s+/u)
    .filter(Boolean)
    .map((word) => ({ word, at: text.toLowerCase().indexOf(word.toLowerCase()) }))
    .find(({ at }) => at >= 0)
  if (!found) return <>{text}</>
  const end = found.at + found.word.length
  return (
    <>
      {text.slice(0, found.at)}
      <mark>{text.slice(found.at, end)}</mark>
      {text.slice(end)}
    </>
  )
}
