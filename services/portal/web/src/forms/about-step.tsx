import { InfoCircleOutlined } from '@ant-design/icons'
import { Fragment } from 'react'
import { Link } from 'wouter'
import { useMe } from '../app/session.js'
import { useListed, useTitle, useWords } from '../words/language.js'
import type { StepInfo } from './schema.js'
import { Signing } from './signing.js'
import { formWords } from './words.js'

/** The page of a cited article. */
export const ruleHref = (cited: string): string => `/rules/law/${encodeURIComponent(cited)}`

type Law = NonNullable<StepInfo['lawTitles']>[number]

/** Articles under the instrument that they stand in. */
const byInstrument = (laws: readonly Law[]): Law[][] => {
  const groups = new Map<string, Law[]>()
  for (const law of laws) {
    const instrument = law.cited.split(':')[0]!
    groups.set(instrument, [...(groups.get(instrument) ?? []), law])
  }
  return [...groups.values()]
}

const Laws = ({ step }: { step: StepInfo }) => {
  const words = useWords(formWords)
  const title = useTitle()
  return byInstrument(step.lawTitles ?? step.law.map((cited) => ({ cited }))).map((laws) => {
    const [{ cited, instrument }] = laws as [Law]
    const name = title(instrument, cited)
    return (
      <div key={cited}>
        <span className="law-name">{name}</span>{' '}
        {laws.map((law) => (
          <Link
            key={law.cited}
            href={ruleHref(law.cited)}
            target="_blank"
            style={{ marginInlineEnd: 10, whiteSpace: 'nowrap' }}
          >
            <span className="spoken">{name}</span>
            {law.article && /^\d/.test(law.article) ? words.article(law.article) : law.article}{' '}
            <InfoCircleOutlined aria-hidden />
          </Link>
        ))}
      </div>
    )
  })
}

/** What the step will make, who signs it and on what it rests. */
export const AboutStep = ({ step }: { step: StepInfo }) => {
  const words = useWords(formWords)
  const title = useTitle()
  const listed = useListed()
  const me = useMe()
  const called = (paper: string): string => title(step.paperTitles?.[paper], paper)
  const lines = [
    [words.makes, listed((step.makes ?? []).map(called))],
    [words.given, listed(step.given.map(called))],
    [
      words.signing,
      step.signing?.length ? <Signing key="signing" of={step.signing} titles={step.paperTitles} /> : undefined,
    ],
    [words.offices, listed((step.officeTitles ?? []).map((one) => title(one)))],
    [words.signs, `${me.name} · ${title(me.agencyName, me.agency)} · ${title(me.officeTitle, me.office)}`],
    [words.basis, <Laws key="laws" step={step} />],
  ] as const
  return (
    <dl className="about-step">
      {lines.map(
        ([name, said]) =>
          said && (
            <Fragment key={name}>
              <dt>{name}</dt>
              <dd>{said}</dd>
            </Fragment>
          ),
      )}
    </dl>
  )
}
