/** Says on every generated page where it comes from. */
export const MADE = '<!-- npm run docs 生成，请勿手改 / made by npm run docs; do not edit -->'

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ').replaceAll('<', '&lt;')

/** A Markdown table; pipes, line breaks and angle brackets in cells are made harmless. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [
    `| ${head.join(' | ')} |`,
    `|${head.map(() => '---').join('|')}|`,
    ...rows.map((row) => `| ${row.map(cell).join(' | ')} |`),
  ].join('\n')

/** A page: its title, where it comes from, and its parts; empty parts are left out. */
export const page = (title: string, ...parts: readonly string[]): string =>
  `${[`# ${title}`, MADE, ...parts.filter((part) => part !== '')].join('\n\n')}\n`

/** JSON as it stands in a file. */
export const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

export const code = (text: string): string => `\`${text}\``

/** A period of validity; open to the right while in force. */
export const inForce = ({ validFrom, validTo }: { validFrom: string; validTo?: string | null }): string =>
  validTo ? `${validFrom} – ${validTo}` : `${validFrom} –`
