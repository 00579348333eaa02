import type { Title } from '../../api/types.js'

/** One event of a line of server-sent events. */
export interface Told {
  id?: string
  event: string
  data: unknown
}

/** A record that changed; of a party's own record only which one. */
export interface Change {
  id: string
  kind: string
  dossier?: string
  version?: number
  own?: boolean
  stepTitle?: Title
}

const blockOf = (block: string): Told | undefined => {
  const fields = new Map(
    block.split('\n').flatMap((line) => {
      const at = line.indexOf(': ')
      return at > 0 ? [[line.slice(0, at), line.slice(at + 2)] as const] : []
    }),
  )
  const [event, data, id] = [fields.get('event'), fields.get('data'), fields.get('id')]
  if (event === undefined || data === undefined) return undefined
  return { event, data: JSON.parse(data) as unknown, ...(id !== undefined && { id }) }
}

/** Reads events out of text that comes in pieces. */
export const eventsIn = () => {
  let rest = ''
  return (piece: string): Told[] => {
    const blocks = (rest + piece).split('\n\n')
    rest = blocks.pop()!
    return blocks.flatMap((block) => blockOf(block) ?? [])
  }
}
