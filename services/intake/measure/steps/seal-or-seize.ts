import { field, firstOf, refuse, tellsIdentity, type Actor, type Refusal } from '#kernel'
import type { Rules } from '#rules'
import { titled } from '../../form.js'
import { MeasureTaken } from '../events.js'
import { sealClaims, sealedBefore, stillSealed } from '../held-goods.js'
import {
  approverWrong,
  goods,
  originIn,
  originInput,
  originNeeds,
  originUnseen,
  originWrong,
  urgent,
  type Origin,
} from '../origin.js'
import { measure, type Goods } from '../state.js'

const needsCityHead = (rules: Rules, origin: Origin | undefined): boolean =>
  origin?.ip !== undefined && rules.ip(origin.ip)?.seizure === 'city-head'

/** In matters of unfair competition the head of a city bureau approves, for its counties too (FBZ 16). */
const cityHeadMissing = (rules: Rules, actor: Actor, origin: Origin | undefined): Refusal | false =>
  needsCityHead(rules, origin) &&
  !(rules.may(actor.agency, 'approve-secret-seizure') && rules.officesIn('head').includes(actor.office)) &&
  refuse('ERR_NEED_CITY_HEAD', { ip: origin!.ip, agency: actor.agency, office: actor.office })

/** The bureau for which the actor may act: its own, or in matters for the city head also that of a county below. */
const actsFor = (rules: Rules, { agency }: Actor, origin: Origin | undefined): string => {
  const below = origin && needsCityHead(rules, origin) && rules.superiorOf(origin.agency)?.code === agency
  return below ? origin.agency : agency
}

/** Seals or seizes goods for thirty days, never what another authority holds already. */
export const sealOrSeize = measure.step({
  name: 'SealOrSeize',
  title: { zh: '查封扣押', en: 'Seal or seize' },
  law: ['QZF:18', 'QZF:19', 'QZF:23', 'QZF:25', 'PROC:36', 'FBZ:16'],
  from: ['new'],
  who: { may: 'take-measure', office: ['responsible', 'officer'] },
  makes: ({ goods }, _, { needs, actor }) => {
    const agency = originIn(needs)?.agency ?? actor.agency
    return [
      { title: '实施行政强制措施决定书', agency },
      { title: '场所/设施/财物清单', agency, fields: { goods } },
      { title: '封条', agency },
    ]
  },
  input: {
    ...originInput,
    ...field.group('措施', 'The measure', {
      kind: titled(field.oneOf('seal', 'seize'), '查封或者扣押', 'Seal or seize'),
      basis: titled(field.text, '法律依据', 'Legal basis', '《中华人民共和国商标法》第六十二条第一款第四项'),
      urgent,
    }),
    ...field.group('财物', 'The goods', {
      goods,
      sealedByOther: titled(
        field.name.optional(),
        '已由其他机关查封扣押',
        'Authority that holds the goods already',
        '许昌市公安局魏都分局',
      ),
    }),
  },
  emits: [MeasureTaken],
  needs: { ...originNeeds, sealed: ({ goods }: { goods: readonly Goods[] }) => sealedBefore(goods) },
  joins: (_, needs) => originIn(needs)?.dossier,
  claims: ({ goods }, _, { needs }) => sealClaims(goods, needs.sealed),
  claimed: 'ERR_DOUBLE_SEAL',
  decide: (input, _, { actor, rules, needs }) => {
    const origin = originIn(needs)
    const held = stillSealed(needs.sealed)
    const no =
      firstOf(originUnseen(input, origin, actsFor(rules, actor, origin)), cityHeadMissing(rules, actor, origin)) ??
      originWrong(input, origin, actsFor(rules, actor, origin)) ??
      firstOf(
        approverWrong(rules, actor, input.urgent, origin!),
        tellsIdentity({ goods: input.goods, basis: input.basis }),
        input.sealedByOther !== undefined && refuse('ERR_DOUBLE_SEAL', { authority: input.sealedByOther }),
        held.length > 0 && refuse('ERR_DOUBLE_SEAL', { measures: held.map(({ id }) => id) }),
      )
    if (no) return no
    const { agency, subject, ip } = origin!
    return MeasureTaken({
      ...input,
      agency,
      subject,
      ip: ip!,
      ...(actor.agency !== agency && { approvedBy: actor.agency }),
    })
  },
})
