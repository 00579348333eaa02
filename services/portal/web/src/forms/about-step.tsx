import { InfoCircleOutlined } from '@ant-design/icons'
import { Fragment } from 'react'
import { Link } from 'wouter'
import { useMe } from '../app/session.js'
import { useTitle, useWords } from '../words/language.js'
import type { StepInfo } from './schema.js'
import { formWords } from './words.js'

/** The page of a cited article. */
export const ruleHref = (cited: string): string => `/rules/law/${encodeURIComponent(cited)}`

const Laws = ({ step }: { step: StepInfo }) => {
  const words = useWords(formWords)
  const title = useTitle()
  const laws = step.lawTitles ?? step.law.map((cited) => ({ cited }))
  return laws.map(({ cited, ...law }: { cited: string; instrument?: StepInfo['title']; article?: string }) => {
    const name = title(law.instrument, cited)
    const article = law.article && /^\d/.test(law.article) ? law.article : ''
    return (
      <Link key={cited} href={ruleHref(cited)} target="_blank" style={{ marginInlineEnd: 12 }}>
        {words.law(name, article)} <InfoCircleOutlined aria-hidden />
      </Link>
    )
  })
}

/** What the step will make, who signs it and on what it rests. */
export const AboutStep = ({ step }: { step: StepInfo }) => {
  const words = useWords(formWords)
  const title = useTitle()
  const me = useMe()
  const lines = [
    [words.makes, step.makes?.join('、')],
    [words.given, step.given.join('、')],
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
