import { describe, expect, it } from '@jest/globals'
import { sm3 } from 'sm-crypto-v2'
import { chainOf, contentOf, digestsOf, GENESIS, saltOf, SECTIONS, type Texts } from '#kernel/hash'
import { canonical } from '#kernel/json'
import { checkChain, type ShownChain, type ShownLink } from './check.js'

const KEY = 'a key of the service'
const ID = 'upx25prz5qmt64b3ftayorioui'

const textsOf = (n: number): Texts => ({
  header: canonical({ record: ID, message: `message-${n}`, step: 'FileCase', at: '2026-03-10T11:00:00.000+08:00' }),
  input: canonical({ 名称: `锦发饰品店 ${n}` }),
  needs: canonical({ other: n }),
  events: canonical([{ id: `e${n}`, type: 'CaseFiled', data: { n } }]),
  papers: '',
})

/** A link as the kernel digests and chains it, shown with the texts of all sections but those kept back. */
const linkOf = (seq: number, prevHash: string, kept: readonly string[]): ShownLink => {
  const [texts, message] = [textsOf(seq), `message-${seq}`]
  const digests = digestsOf(KEY, message, texts)
  const content = contentOf(digests)
  const shown = SECTIONS.filter((name) => texts[name] !== '' && !kept.includes(name))
  return {
    ...{ seq, message, prevHash, content, hash: chainOf(prevHash, seq, content) },
    digests: Object.fromEntries(SECTIONS.map((name, n) => [name, digests[n]!])),
    sections: Object.fromEntries(shown.map((name) => [name, { text: texts[name], salt: saltOf(KEY, message, name) }])),
  }
}

const chain = (length = 3, kept: readonly string[] = ['needs']): ShownChain => {
  const commits: ShownLink[] = []
  for (let seq = 1; seq <= length; seq++) commits.push(linkOf(seq, commits.at(-1)?.hash ?? GENESIS, kept))
  return { id: ID, genesis: GENESIS, order: SECTIONS, head: commits.at(-1)?.hash ?? GENESIS, commits }
}

const changed = (whole: ShownChain, seq: number, change: (link: ShownLink) => Partial<ShownLink>): ShownChain => ({
  ...whole,
  commits: whole.commits.map((link) => (link.seq === seq ? { ...link, ...change(link) } : link)),
})

const check = (whole: ShownChain) => checkChain(whole, sm3)

describe('a chain reckoned in the browser', () => {
  it('holds as the kernel wrote it, from texts where they are shown and from digests where not', () => {
    expect(check(chain())).toEqual({ holds: true, commits: 3, texts: 9, digests: 15 })
    expect(check(chain(3, SECTIONS))).toEqual({ holds: true, commits: 3, texts: 0, digests: 15 })
    expect(check(chain(0))).toEqual({ holds: true, commits: 0, texts: 0, digests: 0 })
  })

  it('names the commit whose text was changed, by one character', () => {
    const { input, ...others } = chain().commits[1]!.sections
    const forged = { ...others, input: { ...input!, text: input!.text.replace('锦', '金') } }
    expect(check(changed(chain(), 2, () => ({ sections: forged })))).toEqual({
      holds: false,
      seq: 2,
      why: 'section',
      section: 'input',
    })
  })

  it('names the commit whose digest was changed, also where its text is not shown', () => {
    const forge = ({ digests }: ShownLink) => ({ digests: { ...digests, needs: sm3('something else') } })
    expect(check(changed(chain(), 2, forge))).toEqual({ holds: false, seq: 2, why: 'content' })
    const digestAndText = ({ digests, sections }: ShownLink) => ({
      digests: { ...digests, input: sm3(`${sections.input!.salt}{}`) },
      sections: { ...sections, input: { ...sections.input!, text: '{}' } },
    })
    expect(check(changed(chain(), 3, digestAndText))).toEqual({ holds: false, seq: 3, why: 'content' })
  })

  it('names the commit that was rewritten with all its own digests', () => {
    const other = { ...chain(), id: ID }
    const content = sm3('forged')
    expect(check(changed(other, 2, () => ({ content })))).toEqual({ holds: false, seq: 2, why: 'content' })
    const hash = sm3('forged')
    expect(check(changed(other, 2, () => ({ hash })))).toEqual({ holds: false, seq: 2, why: 'hash' })
    expect(check(changed(other, 2, () => ({ prevHash: hash })))).toEqual({ holds: false, seq: 2, why: 'prevHash' })
  })

  it('names the place of a commit that is missing: first, in the middle, last', () => {
    const without = (seq: number): ShownChain => ({
      ...chain(),
      commits: chain().commits.filter((one) => one.seq !== seq),
    })
    expect(check(without(1))).toEqual({ holds: false, seq: 1, why: 'seq' })
    expect(check(without(2))).toEqual({ holds: false, seq: 2, why: 'seq' })
    expect(check(without(3))).toEqual({ holds: false, seq: 3, why: 'head' })
  })

  it('is of the record that it is shown for', () => {
    expect(check({ ...chain(), id: 'nht23jd6mupmuznym7enya6cke' })).toEqual({ holds: false, seq: 1, why: 'record' })
  })
})
