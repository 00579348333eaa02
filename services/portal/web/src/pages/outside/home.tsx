import { Link } from 'wouter'
import { useWords } from '../../words/language.js'
import { outsideWords } from './words.js'

const DOORS = [
  { to: '/outside/submit', title: 'doorSubmit', hint: 'doorSubmitHint' },
  { to: '/outside/status', title: 'doorStatus', hint: 'doorStatusHint' },
  { to: '/outside/penalties', title: 'doorLists', hint: 'doorListsHint' },
  { to: '/outside/holders', title: 'doorHolders', hint: 'doorHoldersHint' },
] as const

/** Four doors, and nothing else. */
export const Home = () => {
  const words = useWords(outsideWords)
  return (
    <>
      <h1>{words.welcome}</h1>
      <p className="outside-lead">{words.welcomeHint}</p>
      <ul className="outside-doors">
        {DOORS.map(({ to, title, hint }) => (
          <li key={to}>
            <Link href={to}>
              <strong>{words[title]}</strong>
              {words[hint]}
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
