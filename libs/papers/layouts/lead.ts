import { channel, day, ip, moment, officer, person, said, text, word, type Format } from '../formats.js'
import { layout, may, must, where } from '../layout.js'
import { partyNamed, partyRows } from './party.js'

/** Told where it was not known by name what is wrong: the kind of right alone. */
const content: Format = (value, names, source) => {
  const right = names.rules.ip(String(value))?.title.zh
  return right === undefined ? text(value, names, source) : `涉嫌侵犯他人${right}权利`
}

/** F1. Who reported stands in no paper: only whether somebody gave a name. */
export const sourceSheet = layout({
  paper: '案件来源登记表',
  kinds: ['intake/lead'],
  fields: {
    ...partyNamed,
    partyNumber: may(['证照号码', 'Number'], 'facts.subject.uscc'),
    channel: must(
      ['案件来源', 'Channel'],
      'facts.channel',
      where('“登记线索”的来源渠道', 'the channel in “Register a lead”'),
      { as: channel },
    ),
    registered: must(['登记时间', 'Registered'], 'at', where('“登记线索”的办理时间', 'the date of “Register a lead”'), {
      as: moment,
    }),
    received: may(['收到日期', 'Received'], 'facts.receivedOn', day),
    named: may(
      ['提供人', 'Given by'],
      'facts.named',
      said({ true: '具名。身份信息另行密封保存，不载入本表', false: '未具名，或者由机关发现、移送、交办' }),
    ),
    ip: may(['权利类型', 'Right'], ['facts.ip', 'now.ip'], ip),
    content: must(
      ['案源内容', 'What is reported'],
      ['facts.clue', 'facts.act', 'facts.ip', 'now.ip'],
      where(
        '“登记线索”的线索内容，或“线索分类”的知识产权类型',
        'the clue in “Register a lead”, or the right in “Classify the lead”',
      ),
      { as: content },
    ),
    registrar: must(
      ['登记人', 'Registered by'],
      'by.person',
      where('“登记线索”的办理人', 'who takes “Register a lead”'),
      { as: person },
    ),
  },
  blocks: [
    {
      form: [
        [
          ['案件来源', '{channel}'],
          ['登记时间', '{registered}'],
        ],
        [
          ['来源提供人', '{named}'],
          ['收到日期', '⟦{received}⟧'],
        ],
        ...partyRows,
        [['权利类型', '⟦{ip}⟧']],
        [['案源内容', '{content}', 120]],
        [
          ['登记人', '{registrar}'],
          ['登记机关', '{agency}'],
        ],
        [['办案机构负责人意见', '　\n\n签名：　　　　　　　　　　　　年　　月　　日', 62]],
        [['部门负责人意见', '　\n\n签名：　　　　　　　　　　　　年　　月　　日', 62]],
        [['备注', '']],
      ],
    },
  ],
})

const DECLINED = where('“不予立案”的理由', 'the ground in “Decline to file”')

/** F7 for a lead that becomes no case. */
export const notFiled = layout({
  paper: '立案/不予立案审批表',
  kinds: ['intake/lead'],
  printed: '不予立案审批表',
  fields: {
    ...partyNamed,
    partyNumber: may(['证照号码', 'Number'], 'facts.subject.uscc'),
    channel: must(
      ['案件来源', 'Channel'],
      'facts.channel',
      where('“登记线索”的来源渠道', 'the channel in “Register a lead”'),
      { as: channel },
    ),
    clue: may(['线索内容', 'Clue'], ['facts.clue', 'facts.act']),
    ip: may(['权利类型', 'Right'], 'facts.ip', ip),
    ground: must(['不予立案理由', 'Ground'], 'input.ground', DECLINED, { as: word('ground') }),
    reason: may(['说明', 'Explanation'], 'input.reason'),
    officers: must(
      ['核查人员', 'Verified by'],
      'facts.officers',
      where('“开始核查”的核查人员', 'who verifies, in “Start verification”'),
      { as: officer },
    ),
    approver: must(['批准人', 'Approved by'], 'by.person', DECLINED, { as: person }),
    approved: may(['批准日期', 'Approved on'], 'at', day),
  },
  blocks: [
    {
      form: [
        [
          ['案件来源', '{channel}'],
          ['权利类型', '⟦{ip}⟧'],
        ],
        ...partyRows,
        [['线索内容', '⟦{clue}⟧', 90]],
        [['核查情况及不予立案理由', '{ground}⟦\n{reason}⟧', 110]],
        [['核查人员', '{officers}']],
        [['办案机构负责人意见', '　\n\n签名：　　　　　　　　　　　　年　　月　　日', 62]],
        [['部门负责人意见', '不予立案。\n\n签名：{approver}　　　　　　　　{approved}', 62]],
      ],
    },
  ],
})
