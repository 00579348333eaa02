import type { Finding } from './expect.js'
import type { Played, Playing } from './play.js'

const show = (value: unknown): string =>
  typeof value === 'string' ? value.replace(':00.000+08:00', '') : JSON.stringify(value)

const line = (one: Finding): string =>
  `      ${one.ok ? '✓' : '✗'} ${one.what}: ${show(one.expected)}${one.ok ? '' : `   实际 found: ${show(one.found)}`}`

const heading = (one: Played): string =>
  `  ${one.branch ? `[${one.branch}] ` : ''}${String(one.n).padStart(3)}  ${one.at.slice(0, 16).replace('T', ' ')}  ${one.by ?? '—'}  ${one.do ?? '（时间经过 time passes）'}${one.reply ? `  → ${one.reply.outcome}` : ''}`

/** The report as text: every entry, or the failed ones alone. */
export const textReport = (playing: Playing, options: { failedOnly?: boolean } = {}): string => {
  const { story, entries, counts, ok } = playing
  const shown = options.failedOnly ? entries.filter((one) => one.findings.some((finding) => !finding.ok)) : entries
  const lines = shown.flatMap((one) => [
    heading(one),
    ...one.findings.filter((finding) => !options.failedOnly || !finding.ok).map(line),
  ])
  const total = `${ok ? '✓' : '✗'} ${story.story} ${story.title.zh} / ${story.title.en}: ${counts.entries} 条 entries, ${counts.branches} 分支 branches, ${counts.findings} 项 checks, ${counts.failed} 不符 failed`
  return [...lines, total].join('\n')
}
