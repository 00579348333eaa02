import type { ThemeConfig } from 'antd'
import type { Language } from '../words/language.js'

/** The blue of official forms; contrasts of at least 4.5 to 1. */
export const BLUE = '#1a4f96'
export const INK = '#1b2430'

const CHINESE = "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', system-ui, sans-serif"
/** Latin letters first, for a Chinese font sets their quotation marks as wide as its own signs. */
const FONTS: Readonly<Record<Language, string>> = {
  zh: CHINESE,
  en: `'Segoe UI', 'Helvetica Neue', Arial, ${CHINESE}`,
}

export const themeIn = (language: Language): ThemeConfig => ({
  ...theme,
  token: { ...theme.token, fontFamily: FONTS[language] },
})

const theme: ThemeConfig = {
  token: {
    colorPrimary: BLUE,
    colorLink: BLUE,
    colorText: INK,
    colorTextSecondary: '#4a5563',
    colorTextTertiary: '#5b6675',
    colorTextDescription: '#5b6675',
    colorTextPlaceholder: '#6b7585',
    colorError: '#b3261e',
    colorWarning: '#9a5b00',
    colorSuccess: '#1d7337',
    colorSuccessBg: '#e9f5ed',
    colorSuccessBorder: '#a5d3b3',
    colorErrorBg: '#fdeeec',
    colorErrorBorder: '#efb0aa',
    colorWarningBg: '#fff6e6',
    colorWarningBorder: '#e9c88c',
    colorInfoBg: '#edf3fb',
    colorInfoBorder: '#b5cbe8',
    borderRadius: 4,
  },
  components: {
    Layout: { headerBg: '#12396f', headerHeight: 48, headerPadding: '0 16px', siderBg: '#ffffff' },
    Menu: { itemHeight: 40 },
  },
}

/** The lights of a period; each is also said in words and has a shape of its own. */
export const LIGHTS = {
  green: { colour: '#1d7337', sign: '●' },
  amber: { colour: '#9a5b00', sign: '◐' },
  red: { colour: '#b3261e', sign: '▲' },
  grey: { colour: '#5b6675', sign: '❚❚' },
  blue: { colour: '#1a4f96', sign: '◌' },
} as const
export type Light = keyof typeof LIGHTS
