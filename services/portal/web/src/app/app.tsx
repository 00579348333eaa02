import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { App as AntApp, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { useEffect, type ReactNode } from 'react'
import { ApiProblem } from '../api/client.js'
import { LanguageRoom, useLanguage } from '../words/language.js'
import { Expired } from './expired.js'
import { LiveRoom } from './live/live-room.js'
import { Pages } from './pages.js'
import { SessionRoom } from './session.js'
import { themeIn } from './theme.js'

/** What the API refused is not asked again by itself; a lost line is. */
const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: (count, error) => !(error instanceof ApiProblem) && count < 2, refetchOnWindowFocus: false },
  },
})

const Look = ({ children }: { children: ReactNode }) => {
  const { language } = useLanguage()
  useEffect(() => void dayjs.locale(language === 'zh' ? 'zh-cn' : 'en'), [language])
  return (
    <ConfigProvider
      locale={language === 'zh' ? zhCN : enUS}
      theme={themeIn(language)}
      button={{ autoInsertSpace: false }}
    >
      <AntApp component={false}>{children}</AntApp>
    </ConfigProvider>
  )
}

export const App = () => (
  <QueryClientProvider client={queries}>
    <LanguageRoom>
      <Look>
        <SessionRoom>
          <LiveRoom>
            <Pages />
          </LiveRoom>
          <Expired />
        </SessionRoom>
      </Look>
    </LanguageRoom>
  </QueryClientProvider>
)
