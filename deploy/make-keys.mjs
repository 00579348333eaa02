// Draws 32 secret bytes into each file named that is not there yet; only the account that runs it may read them.
import { randomBytes } from 'node:crypto'
import { existsSync, renameSync, writeFileSync } from 'node:fs'

for (const path of process.argv.slice(2)) {
  if (existsSync(path)) continue
  writeFileSync(`${path}.new`, randomBytes(32), { mode: 0o600 })
  renameSync(`${path}.new`, path)
}
