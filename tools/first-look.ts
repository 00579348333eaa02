import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Rules, User } from '#rules'
import { readIfThere, writePrivate, type NewAccount } from '#shell'
import { readStory } from '#story'
import type { Say } from './open-house.js'

/** First passwords, one account a line; for the eyes of whoever runs the house. */
const FILE = 'passwords.txt'
const MOST = 5

/** The seeded accounts that stand where the people of the stories stand, the first of each agency: five at most. */
export const walkers = (files: readonly string[], rules: Pick<Rules, 'users'>): User[] => {
  const cast = files.filter((file) => existsSync(file)).flatMap((file) => Object.values(readStory(file).cast))
  const found = cast.flatMap(({ agency, office, uscc }) => {
    const stands = (one: User) =>
      one.agency === agency && one.offices.includes(office) && (uscc === undefined || one.subject === uscc)
    return rules.users.find(stands) ?? []
  })
  return found.filter(({ agency }, at) => found.findIndex((one) => one.agency === agency) === at).slice(0, MOST)
}

const line = ({ user: { user, name, agency, offices }, password }: NewAccount, rules: Rules): string =>
  `${user.padEnd(24)} ${password}  ${name} · ${rules.agency(agency)?.name.zh ?? agency} · ${offices.join(', ')}`

/** Writes all first passwords into a file of the data directory and shows those of the people that one begins with. */
export const tellPasswords = (
  made: readonly NewAccount[],
  first: readonly User[],
  { dir, rules, say }: { dir: string; rules: Rules; say: Say },
): void => {
  if (!made.length) return
  const path = join(dir, FILE)
  writePrivate(path, `${readIfThere(path) ?? ''}${made.map((one) => `${line(one, rules)}\n`).join('')}`)
  const shown = made.filter(({ user }) => first.includes(user))
  say(
    '',
    `${made.length} 个账户的初始密码已写入下列文件，只有运行者可读，分发后请删除 / first passwords of ${made.length} accounts are in this file, which only its owner may read; delete it when they are handed out:`,
    `  ${path}`,
    ...(shown.length ? ['可以先用 / to begin with:', ...shown.map((one) => `  ${line(one, rules)}`)] : []),
  )
}

const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`

/** A command that signs somebody in: the password goes from the file to the request, through no address and no list of processes. */
const signIn = (url: string, dir: string, user: User, dev: boolean): string => {
  const wish = dev
    ? `echo ${quoted(JSON.stringify({ dev: { agency: user.agency, office: user.offices[0], person: user.person } }))}`
    : `awk '$1=="${user.user}"{printf "{\\"user\\":\\"%s\\",\\"password\\":\\"%s\\"}",$1,$2}' ${quoted(join(dir, FILE))}`
  return `TOKEN=$(${wish} | curl -s ${url}/api/sign-in -H 'content-type: application/json' -d @- | sed 's/.*"token":"\\([^"]*\\)".*/\\1/')`
}

/** What a signed-in person may read, as commands that work as they stand: an address alone would answer 401. */
export const tellHowToRead = (
  url: string,
  { dir, user, dev, dossier }: { dir: string; user: User | undefined; dev: boolean; dossier: string | undefined },
  say: Say,
): void => {
  if (!user || (!dev && !existsSync(join(dir, FILE)))) return
  const ask = (path: string) => `  curl -s ${url}${path} -H "authorization: Bearer $TOKEN"`
  say(
    '',
    `以 ${user.user} 登录查看（在终端中执行） / sign in as ${user.user} and read, in a terminal:`,
    `  ${signIn(url, dir, user, dev)}`,
    ...(dossier ? [ask(`/api/portal/dossiers/${dossier}`)] : []),
    ask('/api/portal/clocks'),
  )
}
