import { lazy, Suspense, type ComponentType } from 'react'
import { Redirect, Route, Switch, useLocation } from 'wouter'
import { Frame } from './frame.js'
import { NoPage } from './no-page.js'
import { useSession } from './session.js'
import { Loading } from './states.js'

const page = (load: () => Promise<{ default: ComponentType }>) => lazy(load)

/** Pages for anyone. */
const OPEN = {
  '/sign-in': page(() => import('../pages/sign-in/page.js')),
  '/outside/*?': page(() => import('../pages/outside/page.js')),
}

/** Pages for people who are signed in. */
const OWN = {
  '/work': page(() => import('../pages/work/page.js')),
  '/search': page(() => import('../pages/search/page.js')),
  '/register': page(() => import('../pages/register/page.js')),
  '/begin/:service/:record/:step': page(() => import('../pages/begin/page.js')),
  '/records/:service/:record/:id': page(() => import('../pages/record/page.js')),
  '/dossiers/:id': page(() => import('../pages/dossier/page.js')),
  '/desks/:desk?': page(() => import('../pages/desks/page.js')),
  '/overview': page(() => import('../pages/overview/page.js')),
  '/rules/*?': page(() => import('../pages/rules/page.js')),
}

const Behind = () => {
  const { who } = useSession()
  const [here] = useLocation()
  if (!who) return <Redirect to={here === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(here)}`} />
  return (
    <Frame>
      <Suspense fallback={<Loading />}>
        <Switch>
          <Route path="/">
            <Redirect to="/work" />
          </Route>
          {Object.entries(OWN).map(([path, component]) => (
            <Route key={path} path={path} component={component} />
          ))}
          <Route>
            <NoPage />
          </Route>
        </Switch>
      </Suspense>
    </Frame>
  )
}

export const Pages = () => (
  <Suspense fallback={<Loading />}>
    <Switch>
      {Object.entries(OPEN).map(([path, component]) => (
        <Route key={path} path={path} component={component} />
      ))}
      <Route component={Behind} />
    </Switch>
  </Suspense>
)
