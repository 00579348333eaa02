import { clockIn, refuse, type RecordView, type Refusal } from '#kernel'
import type { TransferFacts } from './facts.js'

/** Who verified may not decide (ERR_SOD). */
export const decidedBy = ({ officers, author }: TransferFacts): readonly string[] =>
  author ? [...officers, author] : officers

/** A remedy against a paper needs the paper: it is acknowledged first. */
export const awaits = ({ unserved }: TransferFacts, of: string): Refusal | undefined =>
  unserved.some((paper) => paper.of === of) ? refuse('ERR_GUARD', { guard: 'not-served', of }) : undefined

export const breached = (record: Pick<RecordView, 'clocks'>, id: string): boolean =>
  clockIn(record, id)?.state === 'breached'
