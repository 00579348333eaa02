import type { Finding } from './expect.js'
import type { Played, Playing } from './play.js'

const show = (value: unknown): string =>
  typeof value === 'string' ? value.replace(':00.000+08:00', '') : JSON.stringify(value)

const line = (one: Finding): string =>
  `      ${one.ok ? '✓' : '✗'} ${one.what}: ${show(one.expected)}${one.ok ? '' : `   实际 found: ${show(one.found)}`}`

const isExpected = ({ findings }: Played): boolean =>
  findings.some(({ what, ok }) => ok && (what === 'rejected' || what === 'denied'))

/** Where an act led: the state, or a refusal in its own sentence; one that the story expects is no failure. */
const outcomeText = (one: Played): string => {
  const { reply, records } = one
  if (!reply) return ''
  const { status, outcome, says } = reply
  if (status < 300) {
    const title = records.this?.state === outcome ? records.this.stateTitle : undefined
    return `  → ${title ? `${title.zh} ${title.en}` : outcome}`
  }
  const sentence = says ? `${says.zh} / ${says.en}` : outcome
  return isExpected(one)
    ? `  → 如预期被拒绝 / refused as expected: ${sentence}`
    : `  → 被拒绝 / refused: ${outcome} ${sentence}`
}

const momentText = ({ at }: Played): string => at.slice(0, 16).replace('T', ' ')

/** One entry as it is told while a story is played: when, who, what, where it led. */
export const tellPlayed = (one: Played): string => {
  const wrong = one.findings.filter((finding) => !finding.ok).length
  const act = one.title ? `${one.title.zh} / ${one.title.en}` : (one.do ?? '时间经过 / time passes')
  return `  ${momentText(one)}  ${one.by ? `${one.by} ` : ''}${act}${outcomeText(one)}${wrong ? `  ✗ ${wrong}` : ''}`
}

const heading = (one: Played): string =>
  `  ${one.branch ? `[${one.branch}] ` : ''}${String(one.n).padStart(3)}  ${momentText(one)}  ${one.by ?? '—'}  ${one.do ?? '（时间经过 time passes）'}${outcomeText(one)}`

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
