import { useEffect, useRef, type ReactNode } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Link, Route, Switch, useLocation } from 'wouter'
import { api } from '../../api/client.js'
import type { Title } from '../../api/types.js'
import { NoPage } from '../../app/no-page.js'
import { LanguageSwitch } from '../../app/who.js'
import { appWords } from '../../app/words.js'
import { useTitle, useWords } from '../../words/language.js'
import { Home } from './home.js'
import { Holders } from './holders.js'
import { Lists } from './lists.js'
import { Status } from './status.js'
import { Submit } from './submit.js'
import { outsideWords } from './words.js'
import './outside.css'

/** A line on every page of a world that is not the real one. */
const Demonstration = () => {
  const title = useTitle()
  const { data } = useQuery({
    queryKey: ['outside', 'world'],
    queryFn: () => api<{ demonstration?: Title }>('/api/outside/listings?limit=1'),
    staleTime: 'static',
  })
  if (!data?.demonstration) return null
  return (
    <div role="note" style={{ background: '#8a2b00', color: '#fff', padding: '4px 16px', textAlign: 'center' }}>
      {title(data.demonstration)}
    </div>
  )
}

const Top = () => {
  const words = useWords(outsideWords)
  const { name } = useWords(appWords)
  return (
    <header>
      <div className="outside-top on-screen">
        <div>
          <span className="outside-name">
            {name} · {words.title}
          </span>
          <nav
            aria-label={words.title}
            style={{ marginInlineStart: 'auto', display: 'flex', alignItems: 'center', gap: 8 }}
          >
            <Link href="/outside">{words.home}</Link>
            <LanguageSwitch />
          </nav>
        </div>
      </div>
      <Demonstration />
    </header>
  )
}

/** After going to another of these pages what it is about is in focus, and heard. */
const Main = ({ children }: { children: ReactNode }) => {
  const main = useRef<HTMLElement>(null)
  const [here] = useLocation()
  const first = useRef(here)
  useEffect(() => {
    if (here !== first.current) main.current?.focus()
    first.current = ''
  }, [here])
  return (
    <main id="content" ref={main} tabIndex={-1} className="outside-main" style={{ outline: 'none' }}>
      {children}
    </main>
  )
}

/** What anyone may see, without an account and without the frame of those who work here. */
export default function OutsidePage() {
  const words = useWords(outsideWords)
  const { skip } = useWords(appWords)
  return (
    <div className="outside">
      <a className="skip" href="#content">
        {skip}
      </a>
      <Top />
      <Main>
        <Switch>
          <Route path="/outside" component={Home} />
          <Route path="/outside/submit" component={Submit} />
          <Route path="/outside/status" component={Status} />
          <Route path="/outside/penalties">
            <Lists key="penalties" list="penalties" />
          </Route>
          <Route path="/outside/listings">
            <Lists key="listings" list="listings" />
          </Route>
          <Route path="/outside/holders" component={Holders} />
          <Route>
            <NoPage outside />
          </Route>
        </Switch>
      </Main>
      <footer className="outside-foot on-screen">
        <div>
          <span style={{ color: '#4a5563' }}>{words.subtitle}</span>
          <Link href="/sign-in" style={{ marginInlineStart: 16 }}>
            {words.staff}
          </Link>
        </div>
      </footer>
    </div>
  )
}
