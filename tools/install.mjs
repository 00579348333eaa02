// Installs what the lockfile says, when it is not there yet. Needs Node alone.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs'

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `需要 Node 20.19 或更新版本，现为 ${process.versions.node}。/ Needs Node 20.19 or newer, this is ${process.versions.node}.`,
  )
  process.exit(1)
}
const mark = 'node_modules/.liandun-installed'
const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
if (!existsSync(mark) || readFileSync(mark, 'utf8') !== wanted) {
  // npm ci empties the place that a link points to, which may be another copy's.
  if (lstatSync('node_modules', { throwIfNoEntry: false })?.isSymbolicLink()) {
    console.error(
      'node_modules 是指向别处的链接，npm ci 会清空它所指的目录；请先删除该链接。/ node_modules is a link, and npm ci would empty the place it points to; take the link away first.',
    )
    process.exit(1)
  }
  console.log('安装依赖（npm ci）…… / installing dependencies (npm ci) …')
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) process.exit(status ?? 1)
  writeFileSync(mark, wanted)
}
