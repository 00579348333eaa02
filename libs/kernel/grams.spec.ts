import { describe, expect, it } from '@jest/globals'
import { alarmOf } from './alarm.js'
import { gramsOf, plain } from './grams.js'
import type { SummaryClock } from './service.js'
import { soughtBy } from './sought.js'

describe('pieces of a text', () => {
  it.each([
    ['锦发饰品店', ['锦发', '发饰', '饰品', '品店']],
    ['店', []],
    ['许市监〔2026〕12号', ['许市', '市监', '2026', '12']],
    ['MA9FK1', ['ma9f', 'a9fk', '9fk1']],
    ['Ｌ Ｖ 手袋', ['手袋']],
    ['LV手袋', ['lv', '手袋']],
    ['𠮷野家', ['𠮷野', '野家']],
    ['，。', []],
  ])('%s', (text, pieces) => expect(gramsOf(text)).toEqual(pieces))

  it('are the same whatever the width, capitals and signs', () => expect(plain('ＡＢ－（许）')).toBe('ab 许'))
})

describe('what a party is found by', () => {
  it('is never the number of a natural person, nor who is behind it', () =>
    expect(
      soughtBy(
        [{ name: '甲店', person: 'id.x.y', shop: '甲旗舰店', controller: '乙', uscc: 'U', address: '丙路' }, undefined],
        ['发卡'],
      ),
    ).toEqual({ name: ['甲店', '甲旗舰店'], uscc: ['U'], address: ['丙路'], goods: ['发卡'] }))
})

describe('when a clock is about to lapse', () => {
  const clock = (more: Partial<SummaryClock>): SummaryClock =>
    ({
      id: 'CLK-X',
      key: '',
      state: 'running',
      provisional: false,
      start: '2026-03-06T16:00:00.000+08:00',
      ...more,
    }) as SummaryClock
  it.each<[string, Partial<SummaryClock>, string | undefined]>([
    [
      'the day before its last safe day',
      { due: '2026-03-16', lastSafeDay: '2026-03-13' },
      '2026-03-12T00:00:00.000+08:00',
    ],
    ['of hours the last quarter', { due: '2026-03-07T16:00:00.000+08:00' }, '2026-03-07T10:00:00.000+08:00'],
    ['never while it stands still', { state: 'paused' }, undefined],
    ['never when it is over', { state: 'breached', due: '2026-03-01' }, undefined],
  ])('%s', (_what, more, at) => expect(alarmOf(clock(more))).toBe(at))
})
