import type { Layout } from '../layout.js'
import { filed, jointScene, scene } from './case.js'
import { listingDecision, repairNotice } from './credit.js'
import { jointPlan } from './joint-plan.js'
import { notFiled, sourceSheet } from './lead.js'
import { coerciveMeasure, goodsList } from './measure.js'
import { agreement, confirmationRequest } from './mediation.js'
import { penaltyDecision, penaltyNotice } from './penalty.js'
import { penaltyRepairNotice } from './repair.js'
import { serviceProof } from './service.js'
import { transferLetter, transferReceipt } from './transfer.js'

/** Every paper that can be printed. */
export const LAYOUTS: readonly Layout[] = [
  sourceSheet,
  notFiled,
  filed,
  scene,
  jointScene,
  coerciveMeasure,
  goodsList,
  penaltyNotice,
  penaltyDecision,
  serviceProof,
  transferLetter,
  transferReceipt,
  agreement,
  confirmationRequest,
  listingDecision,
  repairNotice,
  penaltyRepairNotice,
  jointPlan,
]

/** How a paper of this title is laid out in a record of this kind; undefined: not at all. */
export const layoutOf = (title: string, kind: string): Layout | undefined =>
  LAYOUTS.find(({ paper, kinds }) => paper === title && (!kinds || kinds.includes(kind)))
