import { accountOf, field, firstOf, refuse, type Actor, type Refusal, type Subject } from '#kernel'
import type { Rules } from '#rules'
import { z } from 'zod'
import { speaksFor } from '../../parties.js'
import { barredBy, DISPUTES, TRACKS, type DisputeKind, type Track } from '../disputes.js'
import { MediationRequested } from '../events.js'
import { mediation } from '../state.js'

/** The authority's decision that infringement exists (GZ81 64). */
const INFRINGEMENT_DECISION = '行政裁决书'

interface Asked {
  organisation: string
  track: Track
  ip: string
  dispute: DisputeKind
  granted: boolean
}

/** An authority mediates what it is competent for (1.4), a mediation body everything else; patents go to the patent authority. */
const wrongBody = ({ organisation, track, ip }: Asked, patent: boolean, rules: Rules): Refusal | false => {
  const kind = rules.agency(organisation)?.kind
  const competent = kind !== undefined && rules.competent(ip, 'mediation').includes(kind)
  const authority = rules.may(organisation, 'decide-penalty')
  const able =
    track === 'administrative' ? authority && (!patent || rules.may(organisation, 'mediate-patent')) : !authority
  return !(competent && able) && refuse('ERR_GUARD', { guard: 'mediation-body', organisation, track, ip })
}

const notMediable = ({ dispute, track }: Asked): Refusal | false => {
  const rule = barredBy(dispute, track)
  return rule !== undefined && refuse('ERR_NOT_MEDIABLE', { dispute, track, rule })
}

/** A patent dispute before the authority: damages alone need its decision, the provisional fee needs the grant (R-MED-01). */
const notReady = ({ dispute, granted }: Asked, enclosures: Record<string, readonly string[]>): Refusal | undefined =>
  firstOf(
    dispute === 'damages' &&
      !enclosures[INFRINGEMENT_DECISION]?.length &&
      refuse('ERR_DOC_MISSING', { missing: [INFRINGEMENT_DECISION] }),
    dispute === 'provisional-fee' && !granted && refuse('ERR_GUARD', { guard: 'patent-not-granted' }),
  )

/** The requester itself, or the body that is asked, for it. */
const mayAsk = (actor: Actor, { requester, organisation }: { requester: Subject; organisation: string }): boolean =>
  actor.subject === undefined ? actor.agency === organisation : speaksFor(actor, [requester])

/** One side asks a mediation body or an authority to mediate; the body may enter the request for it. */
export const requestMediation = mediation.step({
  name: 'RequestMediation',
  title: { zh: '请求调解', en: 'Request mediation' },
  law: ['GZ81:63', 'GZ81:64', 'TJF:17'],
  from: ['new'],
  who: { may: 'request-mediation', office: ['party', 'intake', 'mediator', 'officer'] },
  makes: '调解请求书',
  input: {
    ...field.group('双方', 'The two sides', {
      requester: field.subject.meta({ title: '请求人', description: 'Who asks' }),
      respondent: field.subject.meta({ title: '被请求人', description: 'The other side' }),
    }),
    ...field.group('纠纷', 'The dispute', {
      ip: field.ipType.meta({ title: '知识产权类型', description: 'Kind of right' }),
      dispute: field.choice(DISPUTES).meta({ title: '纠纷类型', description: 'Kind of dispute' }),
      granted: field.yes.default(false).meta({ title: '专利已授权', description: 'The patent is granted' }),
    }),
    ...field.group('向谁请求', 'Who is asked', {
      track: field
        .oneOf(...TRACKS)
        .meta({ title: '调解类型', description: 'Administrative, people’s or commercial mediation' }),
      organisation: field.agencyThat('mediate').meta({
        title: '调解组织或者机关',
        description: 'Who is asked to mediate',
      }),
      invitedBy: field
        .agencyThat('confirm')
        .optional()
        .meta({ title: '邀请调解的法院', description: 'Court that invited the mediation' }),
    }),
    ...field.group('材料和卷宗', 'Material and dossier', {
      enclosures: z
        .record(field.name, field.list(field.name, 1))
        .default({})
        .meta({ title: '附件', description: 'Enclosures by title', examples: [{ 商标注册证: ['附件 1'] }] }),
      dossier: field.dossier.optional().meta({ title: '所属卷宗', description: 'Dossier of the matter it belongs to' }),
    }),
  },
  joins: ({ dossier }) => dossier,
  emits: [MediationRequested],
  decide: (input, _, { actor, rules }) => {
    const ip = rules.ip(input.ip)
    const patent = input.track === 'administrative' && ip?.patent === true
    return (
      firstOf(
        accountOf(input.requester) === accountOf(input.respondent) &&
          accountOf(input.requester) !== undefined &&
          refuse('ERR_GUARD', { guard: 'two-parties' }),
        !mayAsk(actor, input) && refuse('ERR_GUARD', { guard: 'requester' }),
        notMediable(input),
        wrongBody(input, patent, rules),
        patent && notReady(input, input.enclosures),
      ) ?? MediationRequested({ ...input, patent })
    )
  },
})
