import type { Title } from '#kernel'

const title = (zh: string, en: string): Title => ({ zh, en })

const MEASURES = title('强制措施', 'Coercive measures')
const OFFICERS = title('办案人员', 'Officers')
const SUBJECT = title('当事人', 'Party')

/** What facts of a kind of record are called where a form of another record gives the same name to something else. */
const FACTS: Readonly<Record<string, Readonly<Record<string, Title>>>> = {
  'intake/lead': {
    channel: title('来源', 'Channel'),
    holder: title('承办单位', 'In the hands of'),
    registrar: title('登记单位', 'Registered by'),
    reporter: title('举报人编号（身份另行保密）', 'Number of the reporter (the identity is kept elsewhere)'),
    clue: title('线索内容', 'What was reported'),
    subject: SUBJECT,
    measures: MEASURES,
    officers: title('核查人员', 'Officers'),
    named: title('实名', 'Gave a name'),
    complaint: title('投诉', 'A complaint'),
  },
  'intake/administrative-case': {
    agency: title('办案机关', 'Agency'),
    approver: title('批准立案的负责人', 'Who approved the filing'),
    told: title('已告知当事人', 'The party was told'),
    leads: title('来源线索', 'Leads'),
    left: title('移送前所处阶段', 'Where it stood before the transfer'),
    measures: MEASURES,
    officers: OFFICERS,
    investigators: title('参与调查的人员', 'Who took part in the investigation'),
    examiners: title('审核人员', 'Who reviewed it'),
    subject: SUBJECT,
    fine: title('罚款', 'Fine'),
    kinds: title('处罚种类', 'Kinds of penalty'),
    act: title('违法行为', 'The act'),
    basis: title('数额依据', 'Amounts it rests on'),
    offence: title('涉嫌罪名', 'Suspected offence'),
    metrics: title('数额与数量', 'Figures'),
  },
  'intake/measure': { agency: title('实施机关', 'Agency'), subject: SUBJECT },
  'routing/transfer': {
    agency: title('移送机关', 'Sending agency'),
    basis: title('怎样发现', 'How it was found'),
    police: title('受移送公安机关', 'Police'),
    subject: title('涉嫌犯罪的单位或者个人', 'Suspect'),
  },
  'mediation/mediation': { organisation: title('调解组织', 'Mediation body') },
}

/** Entries for the lexicon of one kind of record. */
export const factTitles = (kind: string): [string, Title][] =>
  Object.entries(FACTS[kind] ?? {}).map(([name, called]) => [`fact:${name}`, called])
