import type { Title } from '../api/types.js'
import { fieldWords } from './field-words.js'
import type { Node } from './schema.js'

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
    zh: node.title ?? common?.zh ?? name,
    en: en || common?.en || name,
  }
  const hint = node['x-hint'] ?? (more && node.format !== 'fen' ? { zh: '', en: more } : undefined)
  return { title, ...(hint && { hint }) }
}
