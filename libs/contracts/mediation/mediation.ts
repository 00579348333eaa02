import { contract, field } from '#kernel'
import { z } from 'zod'

/** One payment of an agreement; `no` counts from 1; `due` is null where no day was agreed. */
export const instalment = z.strictObject({ no: field.count.min(1), amount: field.fen, due: field.day.nullable() })

/** 受理: both sides agree to mediate; `ownership` matters run on CLK-MED-OWN, all others on CLK-MED. */
export const MediationAccepted = contract(
  1,
  'MediationAccepted',
  { zh: '受理调解', en: 'Mediation accepted' },
  { organisation: field.agency, ip: field.name, ownership: field.yes },
)

/** The agreement stands; CLK-JC-APPLY counts from `effectiveOn`. `lastPerformanceDay` is null where no day was agreed. */
export const AgreementSigned = contract(
  1,
  'AgreementSigned',
  { zh: '签订调解协议', en: 'Agreement signed' },
  {
    signedOn: field.day,
    effectiveOn: field.day,
    lastPerformanceDay: field.day.nullable(),
    amount: field.fen,
    instalments: field.list(instalment),
    /** Who is paid. */
    payee: field.oneOf('requester', 'respondent'),
    /** What is to be done once, besides payment. */
    duties: field.list(field.name),
    /** 确权 words found in the text (rulebook invariant 11). */
    titleWords: field.list(field.name),
  },
)

/** `remaining` is what is still owed in fen; `left` names what else is still to be done; `all`: nothing is left. */
export const Performed = contract(
  1,
  'Performed',
  { zh: '履行', en: 'Performed' },
  {
    what: field.name,
    amount: field.fen,
    remaining: field.fen,
    left: field.list(field.name),
    all: field.yes,
    /** The application for confirmation that names this mediation, if there is one. */
    confirmation: field.id.optional(),
  },
)

/** `instalment` counts from 1; 0 is a duty other than payment. */
export const Breached = contract(
  1,
  'Breached',
  { zh: '违约', en: 'Breached' },
  { instalment: field.count, duty: field.name.optional(), confirmation: field.id.optional() },
)

/** A clue of a violation goes to `agency`, which opens a lead; the mediation goes on untouched (R-MED-14). */
export const ClueFound = contract(
  1,
  'ClueFound',
  { zh: '发现违法线索', en: 'Clue of a violation found' },
  { agency: field.agency, subject: field.subject, ip: field.name, act: field.text, receivedOn: field.day },
)
