import { DownOutlined } from '@ant-design/icons'
import { App as AntApp, Button, Dropdown, Grid, type MenuProps } from 'antd'
import { useLocation } from 'wouter'
import { OpenSearch } from '../search/open.js'
import { useLanguage, useTitle, useWords } from '../words/language.js'
import { liveWords } from './live/words.js'
import { useOffice } from './offices.js'
import { useSaid } from './said.js'
import { useMe, useSession } from './session.js'
import { appWords } from './words.js'

export const LanguageSwitch = ({ dark = false }: { dark?: boolean }) => {
  const words = useWords(appWords)
  const { language, speak } = useLanguage()
  const other = language === 'zh' ? 'en' : 'zh'
  return (
    <Button type="text" style={dark ? { color: '#fff' } : {}} lang={other} onClick={() => speak(other)}>
      {words.otherLanguage}
    </Button>
  )
}

/** Who is signed in, for which agency and office; the language; the way out. */
export const Who = () => {
  const words = useWords(appWords)
  const title = useTitle()
  const { signOut } = useSession()
  const me = useMe()
  const [, go] = useLocation()
  const live = useWords(liveWords)
  const act = useOffice()
  const { message } = AntApp.useApp()
  const others = me.offices?.filter(({ code }) => code !== me.office) ?? []
  const wide = Grid.useBreakpoint().md !== false
  const office = `${title(me.agencyName, me.agency)} · ${title(me.officeTitle, me.office)}`
  const items: MenuProps['items'] = [
    { key: 'office', label: office, disabled: true },
    ...others.map((one) => ({ key: one.code, label: live.asOffice(title(one.title, one.code)) })),
    ...(others.length ? [{ type: 'divider' as const }] : []),
    { key: 'out', label: words.signOut },
  ]
  const titleOf = (code: string) => title(others.find((one) => one.code === code)?.title, code)
  const said = useSaid()
  const failed = (error: unknown) => void message.error(said(error))
  const choose: MenuProps['onClick'] = ({ key }) => {
    if (key === 'out') {
      signOut()
      go('/sign-in')
    } else act(key).then(() => message.success(live.nowAs(titleOf(key))), failed)
  }
  return (
    <span style={{ marginInlineStart: 'auto', display: 'flex', alignItems: 'center', minWidth: 0 }}>
      {me.level !== 'outside' && <OpenSearch />}
      <LanguageSwitch dark />
      <Dropdown menu={{ items, onClick: choose }} trigger={['click']}>
        <Button type="text" style={{ color: '#fff', minWidth: 0 }}>
          <span lang="zh-CN">{me.name}</span>
          {wide && ` · ${office}`} <DownOutlined aria-hidden />
        </Button>
      </Dropdown>
    </span>
  )
}
