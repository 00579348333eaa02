import { yuanOf } from '../../forms/fen.js'
import { useListed, useTitle, useWords } from '../../words/language.js'
import { Facts, Standing, useRuled } from './facts.js'
import type { LawPaper, LawSwitch, LawThreshold } from './read.js'
import { rulesWords } from './words.js'

const useFigure = () => {
  const words = useWords(rulesWords)
  const title = useTitle()
  const amount = (n: number, unit: string) => (unit === 'CNY' ? words.yuan(yuanOf(n)) : n.toLocaleString('en'))
  return ({ sums, at, unit, onlyIf, requires }: LawThreshold): string => {
    const any = sums.map((sum) =>
      words.atLeast(sum.map((one) => title(one.title, one.code)).join(' + '), amount(at, unit)),
    )
    return [
      any.join(words.or),
      onlyIf && words.below(title(onlyIf.title, onlyIf.code), amount(onlyIf.below, unit)),
      ...requires.map((one) => title(one.title, one.code)),
    ]
      .filter(Boolean)
      .join(words.and)
  }
}

export const ThresholdLine = ({ row }: { row: LawThreshold }) => {
  const words = useWords(rulesWords)
  const title = useTitle()
  const figure = useFigure()
  return (
    <>
      <strong>{title(row.offence.title, row.offence.code)}</strong>{' '}
      <span className="rule-beside">{words[row.tier]}</span> <code>{row.id}</code>{' '}
      <span className="rule-beside">{figure(row)}</span>
      <Standing rule={row} />
    </>
  )
}

export const ThresholdEntry = ({ row }: { row: LawThreshold }) => {
  const words = useWords(rulesWords)
  const title = useTitle()
  const listed = useListed()
  const figure = useFigure()
  const ruled = useRuled()
  const { offence } = row
  return (
    <Facts
      rows={[
        [
          words.offence,
          [title(offence.title, offence.code), offence.article && words.criminalLaw(offence.article)]
            .filter(Boolean)
            .join(' · '),
        ],
        [words.tier, words[row.tier]],
        [words.figure, figure(row)],
        [words.flags, listed(row.flags.map((one) => title(one.title, one.code)))],
        ...ruled(row),
      ]}
    />
  )
}

export const PaperLine = ({ paper }: { paper: LawPaper }) => {
  const title = useTitle()
  return (
    <>
      <strong>{title(paper.title)}</strong> <code>{paper.code}</code>
    </>
  )
}

/** What the paper may not be without, each with where a person enters it. */
const Mandatory = ({ paper }: { paper: LawPaper }) => {
  const title = useTitle()
  return (
    <ul style={{ margin: 0, paddingInlineStart: 18 }}>
      {paper.mandatory?.map((one) => (
        <li key={one.title.zh}>
          {title(one.title)} <span className="rule-beside">{title(one.where)}</span>
        </li>
      ))}
    </ul>
  )
}

export const PaperEntry = ({ paper }: { paper: LawPaper }) => {
  const words = useWords(rulesWords)
  const title = useTitle()
  const listed = useListed()
  return (
    <Facts
      rows={[
        [words.also, listed(paper.aliases)],
        [
          words.numbers,
          paper.numbers.length
            ? listed(paper.numbers.map(({ pattern, confidence }) => `${pattern} · ${words[confidence]}`))
            : words.unnumbered,
        ],
        [words.madeBy, listed([...new Set(paper.madeBy.map((one) => title(one.title)))])],
        [words.mandatory, paper.mandatory?.length ? <Mandatory key="mandatory" paper={paper} /> : ''],
        [words.signed, listed((paper.signed ?? []).map((one) => title(one)))],
        [words.sealed, paper.sealed ? words.ownSeal : ''],
        [words.goes, paper.served?.length ? words.toParty : words.inFile],
      ]}
    />
  )
}

export const SwitchLine = ({ one }: { one: LawSwitch }) => {
  const title = useTitle()
  return (
    <>
      <strong>{title(one.title)}</strong> <code>{one.name}</code>
    </>
  )
}

export const SwitchEntry = ({ one }: { one: LawSwitch }) => {
  const words = useWords(rulesWords)
  const listed = useListed()
  const said = (value: string | number | boolean) =>
    typeof value === 'boolean' ? (value ? words.yes : words.no) : String(value)
  return (
    <Facts
      rows={[
        [words.now, said(one.now)],
        [words.preset, said(one.value)],
        [words.choices, one.values && listed(one.values.map(said))],
        [words.source, one.source],
      ]}
    />
  )
}
