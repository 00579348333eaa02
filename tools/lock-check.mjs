// The lockfile must install on Linux, macOS and Windows: every optional platform binary it names and every room of ours has its entry, and
// no entry an address.
import { existsSync, readdirSync, readFileSync } from 'node:fs'

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const found = (from, name) => {
  for (let at = from; ; at = at.replace(/(^|\/)node_modules\/[^/]+(\/[^/]+)?$/, '')) {
    if (packages[`${at ? at + '/' : ''}node_modules/${name}`]) return true
    if (!at) return false
  }
}
const missing = Object.entries(packages).flatMap(([path, entry]) =>
  Object.keys(entry.optionalDependencies ?? {})
    .filter((name) => !found(path, name))
    .map((name) => `${path || '.'}: ${name}`),
)
/** `libs/*` as the folders that it stands for. */
const roomsOf = (pattern) => {
  const parent = pattern.replace(/\/\*$/, '')
  return readdirSync(parent).map((name) => `${parent}/${name}`)
}
const { workspaces } = JSON.parse(readFileSync('package.json', 'utf8'))
const unknown = workspaces.flatMap(roomsOf).filter((room) => existsSync(`${room}/package.json`) && !packages[room])
const addressed = Object.entries(packages).filter(([, entry]) => /^https?:/.test(entry.resolved ?? '')).length
if (missing.length) console.error(`lockfile: 缺少平台包 / missing platform packages:\n  ${missing.join('\n  ')}`)
if (unknown.length)
  console.error(
    `lockfile: 没有这些房间，请运行 npm install / these rooms are not in it, run npm install:\n  ${unknown.join('\n  ')}`,
  )
if (addressed)
  console.error(
    `lockfile: ${addressed} 个条目带下载地址，请用 omit-lockfile-registry-resolved 重建 / entries with download addresses`,
  )
process.exit(missing.length || unknown.length || addressed ? 1 : 0)
