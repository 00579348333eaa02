import { MenuOutlined } from '@ant-design/icons'
import { Button, Drawer, Grid, Layout } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import { useLanguage, useTitle, useWords } from '../words/language.js'
import { Keys } from './keys.js'
import { MainMenu } from './main-menu.js'
import { useRenewal } from './renewal.js'
import { PageMargins } from './page-margins.js'
import { useMe } from './session.js'
import { Who } from './who.js'
import { appWords } from './words.js'

/** A line above every page of a world that is not the real one. */
const Demonstration = () => {
  const words = useWords(appWords)
  const { language } = useLanguage()
  const { demonstration } = useMe()
  if (!demonstration) return null
  return (
    <aside
      className="demonstration"
      aria-label={words.thisWorld}
      style={{ background: '#8a2b00', color: '#fff', padding: '4px 16px', textAlign: 'center' }}
    >
      {demonstration[language]}
    </aside>
  )
}

/** Every sheet says whose it is. */
const Margins = () => {
  const words = useWords(appWords)
  const title = useTitle()
  const me = useMe()
  return <PageMargins left={`${words.name} · ${title(me.agencyName, me.agency)}`} />
}

const SideMenu = () => {
  const words = useWords(appWords)
  const [open, setOpen] = useState(false)
  const [here] = useLocation()
  useEffect(() => setOpen(false), [here])
  return (
    <>
      <Button
        type="text"
        aria-label={words.menu}
        icon={<MenuOutlined style={{ color: '#fff' }} />}
        onClick={() => setOpen(true)}
      />
      <Drawer
        placement="left"
        size={260}
        open={open}
        onClose={() => setOpen(false)}
        title={words.name}
        styles={{ body: { padding: 0 } }}
      >
        <MainMenu />
      </Drawer>
    </>
  )
}

/** Every page behind the sign-in: name and person on top, the menu beside it (in a drawer on a phone). */
export const Frame = ({ children }: { children: ReactNode }) => {
  const words = useWords(appWords)
  const wide = Grid.useBreakpoint().lg !== false
  useRenewal()
  return (
    <Layout style={{ minHeight: '100%' }}>
      <a className="skip" href="#content">
        {words.skip}
      </a>
      <Layout.Header className="on-screen" style={{ display: 'flex', alignItems: 'center', gap: 12 }}>
        {!wide && <SideMenu />}
        <strong style={{ color: '#fff', fontSize: 17, whiteSpace: 'nowrap' }}>
          {words.name}
          {wide && <span style={{ fontWeight: 400, fontSize: 13, marginInlineStart: 12 }}>{words.tagline}</span>}
        </strong>
        <Who />
      </Layout.Header>
      <Margins />
      <Keys />
      <Demonstration />
      <Layout>
        {wide && (
          <Layout.Sider className="on-screen" width={184} style={{ borderInlineEnd: '1px solid #dfe4ea' }}>
            <MainMenu />
          </Layout.Sider>
        )}
        <Layout.Content id="content" tabIndex={-1} role="main" style={{ padding: wide ? 20 : 12, minWidth: 0 }}>
          {children}
        </Layout.Content>
      </Layout>
    </Layout>
  )
}
