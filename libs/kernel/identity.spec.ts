import { describe, expect, it } from '@jest/globals'
import { tellsIdentity, tellsSealed } from './identity.js'

/** Numbers and names are fictitious. */
describe('a text tells who reported', () => {
  it.each([
    ['pseudonym', '线索由INF-2026-0012提供'],
    ['pseudonym', '编号ＩＮＦ－２０２６－００１２'],
    ['id-number', '身份证41100219850312001X'],
    ['id-number', '411002 19850312 001X'],
    ['id-number', '证件411002850312001'],
    ['phone', '联系13800000000'],
    ['phone', '联系138-0000-0000'],
    ['phone', '电话１３８００００００００'],
    ['phone', '座机0374-2000000'],
    ['mail', 'zhang@example.com'],
    ['reporter', '举报人姓名：张三'],
    ['reporter', '举报人是该厂会计'],
    ['reporter', '举报人张某'],
    ['reporter', '线人李四，住在厂区'],
    ['reporter', '举报人 王五多次反映'],
    ['reporter', 'the informant is an accountant'],
    ['reporter', '根据周某举报，该店销售假冒商品'],
    ['reporter', '经王小二实名举报'],
  ])('%s: %s', (what, text) => {
    expect(tellsIdentity({ informantSafety: text })).toEqual({
      refused: 'ERR_IDENTITY',
      facts: { field: 'informantSafety', what },
    })
  })

  it.each([
    '举报人信息不得写入方案，不得透露举报人姓名',
    '对举报人的安全采取保护措施',
    '听取举报人陈述时单独进行，举报人周边安排警力',
    '依据商标法第六十条',
    '许昌恒远电力器材有限公司 91411003MA9FK20288',
    '2026年5月22日9时在建安区集合，扣押1200件',
    '账册第20260301号',
    '如有疑问拨打12315',
    '经群众举报，根据举报线索检查',
    '经许可投诉不成立',
  ])('and this does not: %s', (text) => {
    expect(tellsIdentity({ informantSafety: text, other: undefined })).toBeUndefined()
  })
})

describe('a number in a text about something else', () => {
  it.each([
    ['phone', '举报人电话13800000000'],
    ['phone', '举报人13800000000称'],
    ['phone', '本人手机号是138-0000-0000，请回电'],
    ['phone', '线人的联系方式：0374-2000000'],
    ['phone', '13800000000（举报人）'],
    ['id-number', '举报人身份证号码41100219850312001X'],
    ['mail', '我的 zhang@example.com'],
  ])('is the reporter’s where that is said: %s, %s', (what, clue) => {
    expect(tellsIdentity({ clue })).toMatchObject({ facts: { field: 'clue', what: what } })
  })

  it.each([
    '店招上印有电话0374-2000000，销售假冒商品',
    '直播间留的手机号13800000000',
    '快递单寄件人身份证41100219850312001X',
    '售后邮箱 shop@example.com',
    '举报人称该店电话0374-2000000',
  ])('is a clue else: %s', (clue) => {
    expect(tellsIdentity({ clue })).toBeUndefined()
  })
})

describe('a value that is sealed', () => {
  const secret = { name: '周某（虚构）', contact: '139-0000-0001' }

  it.each([
    [{ clue: '周某（虚构）说有假货' }, 'clue'],
    [{ items: ['账册', '电话 13900000001 的通话记录'] }, 'items.1'],
  ])('is told by %j', (open, field) => {
    expect(tellsSealed(secret, open)).toEqual({ refused: 'ERR_IDENTITY', facts: { field, what: 'reporter' } })
  })

  it('is not told by another text, nor found by a single character', () => {
    expect(tellsSealed(secret, { clue: '周边有假货', handler: true })).toBeUndefined()
    expect(tellsSealed({ name: '周' }, { clue: '周边有假货' })).toBeUndefined()
  })
})
