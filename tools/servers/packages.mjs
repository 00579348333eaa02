// What the servers need of Debian, installed where that may be done: as root, with apt-get. Also run by .ci/run.
import { pathToFileURL } from 'node:url'
import { onPath, output } from './commands.mjs'

/** A browser and its letters are some hundred megabytes. */
const INSTALL_MS = 900_000

/** Command → Debian's packages. */
export const PACKAGES = {
  'redis-server': 'redis-server',
  java: 'default-jre-headless',
  mvn: 'maven',
  python3: 'python3',
  pip3: 'python3-pip',
  // A browser without Chinese letters shows nothing that could be looked at.
  chromium: 'chromium fonts-noto-cjk',
}

export const mayInstall = () => process.platform === 'linux' && process.getuid?.() === 0 && onPath('apt-get')

/** Installs the packages of the commands that are missing. Returns one line for people when that did not succeed. */
export const installPackages = async (commands, say = () => {}) => {
  const wanted = commands.filter((command) => !onPath(command)).flatMap((command) => PACKAGES[command].split(' '))
  if (!wanted.length) return undefined
  if (!mayInstall()) return `缺少 / missing: ${wanted.join(' ')}（需要 root 和 apt-get / needs root and apt-get）`
  say(`安装 / installing: ${wanted.join(' ')}`)
  // RUNLEVEL=1: a package that brings a service does not start it.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
  await output('apt-get', ['update', '-qq'], { env })
  const { code, text } = await output('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...wanted], {
    env,
    limitMs: INSTALL_MS,
  })
  return code === 0 ? undefined : `不能安装 / cannot install ${wanted.join(' ')}: ${text.trim().split('\n').at(-1)}`
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const fault = await installPackages(Object.keys(PACKAGES))
  if (fault) console.log(fault)
}
