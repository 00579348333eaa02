import type { publicity } from '#contracts'
import type { Title } from '#kernel'

/** Classes of dishonest conduct (GB22, FG36); their terms are clocks of the rules. */
export const CLASSES = {
  minor: { zh: '轻微', en: 'Minor' },
  ordinary: { zh: '一般', en: 'Ordinary' },
  serious: { zh: '严重', en: 'Serious' },
} as const satisfies Record<(typeof publicity.CLASSES)[number], Title>

export type PublicityClass = keyof typeof CLASSES

/** A heavier penalty is serious, any other ordinary; minor are penalties on the spot, which have no case of their own. */
export const classOf = (heavy: boolean): PublicityClass => (heavy ? 'serious' : 'ordinary')
