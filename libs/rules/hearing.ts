import { wrong } from './faults.js'
import type { HearingFile } from './schemas.js'
import type { HearingAnswer, HearingQuestion } from './answers.js'
import type { Values } from './switches.js'

/** The SAMR figure, the Henan figure, or the lower of the two: over-granting is never unlawful (R-ADM-16a). */
const figureFor = (
  file: HearingFile,
  party: 'person' | 'organisation',
  choice: unknown,
): { figure: number; source: string } => {
  const all = Object.entries(file.figures).map(([key, one]) => ({ key, figure: one[party], source: one.source }))
  const chosen = all.find((one) => one.key === choice) ?? all.sort((a, b) => a.figure - b.figure)[0]!
  return { figure: chosen.figure, source: chosen.source }
}

/** Whether a hearing must be offered: by the kind of penalty, or by a fine or confiscation at or above the figure. */
export const hearingFor = (file: HearingFile, switches: Values, question: HearingQuestion): HearingAnswer => {
  const known = file.kinds.map((one) => one.key)
  const strange = question.kinds?.find((kind) => !known.includes(kind))
  if (strange !== undefined)
    throw wrong(
      `没有处罚种类 ${strange}：${known.join('、')}`,
      `there is no kind of penalty ${strange}: ${known.join(', ')}`,
    )
  const { party } = question
  const counted = party === 'individual-business' ? switches['hearing.individualBusiness'] : party
  const { figure, source } = figureFor(
    file,
    counted === 'organisation' ? 'organisation' : 'person',
    switches['hearing.threshold'],
  )
  const because = [
    ...(question.kinds ?? []),
    ...((question.fine ?? 0) >= figure ? ['fine'] : []),
    ...((question.confiscation ?? 0) >= figure ? ['confiscation'] : []),
  ]
  return { inScope: because.length > 0, because, figure, source }
}
