import { describe, expect, it } from '@jest/globals'
import { foundIn, partsOf } from './marking.js'

const WORDS = ['宣告无效', '无效', '归属']

describe('words that are marked as they are typed', () => {
  it('are cut out where they stand, a longer one whole', () => {
    expect(partsOf('商标归属甲方；\n乙方申请宣告无效。', WORDS)).toEqual([
      { part: '商标', marked: false },
      { part: '归属', marked: true },
      { part: '甲方；\n乙方申请', marked: false },
      { part: '宣告无效', marked: true },
      { part: '。', marked: false },
    ])
  })

  it('are named once each; a text without them, and an empty one, has none', () => {
    expect(foundIn('无效，归属，无效', WORDS)).toEqual(['无效', '归属'])
    expect(foundIn('停止侵权', WORDS)).toEqual([])
    expect(partsOf('', WORDS)).toEqual([])
  })
})
