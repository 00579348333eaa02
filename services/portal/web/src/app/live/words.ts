import { table } from '../../words/language.js'

export const liveWords = table({
  away: { zh: '与服务器的连接断了，正在重连。', en: 'The line to the server is broken; trying again.' },
  awayTodo: {
    zh: '所见可能不是最新；填写的内容不会丢失。',
    en: 'What you see may be old; what you typed is kept.',
  },
  expired: { zh: '登录已过期，请重新登录', en: 'Your sign-in has ended: sign in again' },
  expiredTodo: {
    zh: '本页和已填写的内容都还在，登录后接着办。',
    en: 'This page and what you typed are still here; go on after signing in.',
  },
  user: { zh: '账户', en: 'Account' },
  password: { zh: '密码', en: 'Password' },
  needUser: { zh: '请填写账户', en: 'Write the name of your account' },
  needPassword: { zh: '请填写密码', en: 'Write your password' },
  signIn: { zh: '登录并继续', en: 'Sign in and go on' },
  otherPerson: {
    zh: '这是另一个人的账户。要换人，请先退出登录：本页的内容属于原来的人。',
    en: 'This is somebody else’s account. To change persons sign out first: this page belongs to the person before.',
  },
  leave: { zh: '退出登录', en: 'Sign out' },
  asOffice: { zh: (office: string) => `以“${office}”身份办理`, en: (office: string) => `Act as ${office}` },
  nowAs: { zh: (office: string) => `现在以“${office}”身份办理`, en: (office: string) => `You now act as ${office}` },
  chooseOffice: { zh: '以哪个职务办理？', en: 'In which office do you act?' },
  chooseOfficeTodo: {
    zh: '您担任几个职务；之后可在右上角随时更换。',
    en: 'You hold several offices; change at any time at the top right.',
  },
})
