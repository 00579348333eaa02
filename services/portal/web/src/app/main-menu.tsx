import { Menu } from 'antd'
import { Link, useLocation } from 'wouter'
import { useWords } from '../words/language.js'
import { useMe } from './session.js'
import { appWords } from './words.js'

type Name = 'work' | 'search' | 'register' | 'desks' | 'overview' | 'rules'
const STAFF: readonly Name[] = ['work', 'register', 'desks', 'search', 'overview', 'rules']
const PARTY: readonly Name[] = ['work', 'rules']

/** What this person may open; a party has its own matters and the rules. */
export const MainMenu = () => {
  const words = useWords(appWords)
  const [here] = useLocation()
  const { level } = useMe()
  const names = level === 'outside' ? PARTY : STAFF
  const chosen = names.find((name) => here.startsWith(`/${name}`))
  return (
    <nav aria-label={words.mainMenu}>
      <Menu
        mode="inline"
        style={{ borderInlineEnd: 0 }}
        selectedKeys={chosen ? [chosen] : []}
        items={names.map((name) => ({ key: name, label: <Link href={`/${name}`}>{words[name]}</Link> }))}
      />
    </nav>
  )
}
