import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, URL } from 'node:url'

const CACHE = fileURLToPath(new URL('../../node_modules/.cache/liandun-servers', import.meta.url))

/** A folder that `make(folder)` fills once; what was cut short is never found. */
export const cached = async (name, make) => {
  const wanted = join(CACHE, name)
  if (existsSync(wanted)) return wanted
  mkdirSync(dirname(wanted), { recursive: true })
  const making = mkdtempSync(`${wanted}.`)
  try {
    await make(making)
    if (!existsSync(wanted)) renameSync(making, wanted)
    return wanted
  } finally {
    rmSync(making, { recursive: true, force: true })
  }
}
