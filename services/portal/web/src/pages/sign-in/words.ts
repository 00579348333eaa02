import { table } from '../../words/language.js'

export const signInWords = table({
  title: { zh: '登录联盾', en: 'Sign in to Liandun' },
  user: { zh: '账户', en: 'Account' },
  password: { zh: '密码', en: 'Password' },
  signIn: { zh: '登录', en: 'Sign in' },
  needUser: { zh: '请填写账户', en: 'write the name of the account' },
  needPassword: { zh: '请填写密码', en: 'write the password' },
  outside: { zh: '不是办案人员？到公众服务页投诉、举报或查询', en: 'Not from an agency? Report, complain or ask here' },
})
