import { inflateSync } from 'node:zlib'

/** Reads the text of a PDF that pdfkit made, for specs: objects, their streams, and which code of a font is which character. */

interface Piece {
  head: string
  body: string
}

const inflated = (head: string, bytes: Buffer): string =>
  (head.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1')

const objectsIn = (pdf: Buffer): Map<string, Piece> => {
  const text = pdf.toString('latin1')
  const objects = new Map<string, Piece>()
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\n/g)) {
    const from = match.index + match[0].length
    const [end, stream] = [text.indexOf('\nendobj', from), text.indexOf('stream\n', from)]
    const length = Number(/\/Length (\d+)/.exec(text.slice(from, stream))?.[1])
    const has = stream !== -1 && stream < end && !Number.isNaN(length)
    const head = text.slice(from, has ? stream : end)
    const body = has ? inflated(head, pdf.subarray(stream + 7, stream + 7 + length)) : ''
    objects.set(match[1]!, { head, body })
  }
  return objects
}

const utf16 = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le')

/** pdfkit lists the characters of a font in the order of their codes. */
const charactersOf = (cmap: string): string[] =>
  [...cmap.matchAll(/<[0-9a-f]+> <[0-9a-f]+> \[([^\]]*)\]/gi)].flatMap(([, list]) =>
    [...list!.matchAll(/<([0-9a-f ]*)>/gi)].map(([, hex]) => utf16(hex!.replaceAll(' ', ''))),
  )

const fontsOf = (objects: Map<string, Piece>): Map<string, string[]> => {
  const fonts = new Map<string, string[]>()
  for (const { head } of objects.values())
    for (const [, name, id] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const cmap = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id!)?.head ?? '')?.[1]
      if (cmap !== undefined) fonts.set(name!, charactersOf(objects.get(cmap)!.body))
    }
  return fonts
}

const saidIn = (content: string, fonts: Map<string, string[]>): string => {
  let characters: string[] = []
  let said = ''
  for (const [, font, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font !== undefined) characters = fonts.get(font) ?? []
    for (const [, hex] of (shown ?? '').matchAll(/<([0-9a-f]+)>/gi))
      said += hex!.replace(/..../g, (code) => characters[parseInt(code, 16)] ?? '?')
  }
  return said
}

/** All text in the order in which it was set, without breaks of lines or pages. */
export const pdfText = (bytes: Uint8Array): string => {
  const objects = objectsIn(Buffer.from(bytes))
  const fonts = fontsOf(objects)
  return [...objects.values()].map(({ body }) => (body.includes(' Tf') ? saidIn(body, fonts) : '')).join('')
}
