import type { ReactNode } from 'react'
import { useWords } from '../../words/language.js'
import { dossierWords } from './words.js'

const Sign = ({ children }: { children: ReactNode }) => (
  <svg width="26" height="14" viewBox="0 0 26 14" aria-hidden="true">
    {children}
  </svg>
)

/** What the signs of the picture mean. */
export const Legend = () => {
  const words = useWords(dossierWords)
  return (
    <ul className="dossier-legend">
      <li>
        <Sign>
          <circle cx="13" cy="7" r="5" className="dot dot-plain" />
        </Sign>
        {words.legendAct}
      </li>
      <li>
        <Sign>
          <circle cx="13" cy="7" r="5" className="dot" />
        </Sign>
        {words.legendFollowed}
      </li>
      <li>
        <Sign>
          <path d="M2,7 H18" className="handover" />
          <path d="M17,3 L24,7 L17,11 z" className="handover-head" />
        </Sign>
        {words.legendHandover}
      </li>
      <li>
        <Sign>
          <rect x="1" y="2" width="24" height="10" rx="2" fill="#8a94a3" className="bar" />
        </Sign>
        {words.legendPeriod}
      </li>
      <li>
        <Sign>
          <rect x="1" y="2" width="24" height="10" fill="#fff" stroke="#5b6675" />
          <path d="M4,12 L12,2 M11,12 L19,2 M18,12 L25,3" stroke="#5b6675" strokeWidth="2" />
        </Sign>
        {words.legendPaused}
      </li>
      <li>
        <Sign>
          <line x1="13" x2="13" y1="0" y2="14" stroke="#1b2430" strokeWidth="2.5" />
        </Sign>
        {words.legendDue}
      </li>
    </ul>
  )
}
