import type { Title } from '../api/types.js'
import { fieldWords } from './field-words.js'
import type { Node } from './schema.js'

/** Units said in a title are said by the field itself: money is typed and shown in yuan. */
const FEN = /\uff08\u5206\uff09|\(fen\)| in fen\b|, in fen\b/g

const bare = (text: string): string => text.replace(FEN, '').trim()

/** A title without its unit, and whether it was that of money. */
export const bareTitle = (title: Title | undefined): { title: Title | undefined; money: boolean } => {
  if (!title) return { title, money: false }
  const plain = { zh: bare(title.zh), en: bare(title.en) }
  return { title: plain, money: plain.zh !== title.zh }
}

/** `Day of service; left out: today`: what it is called, then what else there is to know. */
const parted = (text: string): [string, string | undefined] => {
  const cut = text.indexOf(';')
  return cut < 0 ? [text, undefined] : [text.slice(0, cut), text.slice(cut + 1).trim()]
}

/** What a field is called in both languages, and its hint. */
export const nameOf = (name: string, node: Node): { title: Title; hint?: Title } => {
  const common = (fieldWords as Record<string, Title>)[name]
  const [en, more] = parted(node.description ?? '')
  const title = node['x-title'] ?? {
    zh: bare(node.title ?? common?.zh ?? name),
    en: bare(en || common?.en || name),
  }
  const hint = node['x-hint'] ?? (more && node.format !== 'fen' ? { zh: '', en: more } : undefined)
  return { title, ...(hint && { hint }) }
}
