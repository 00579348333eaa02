// Builds the console into dist/web, when it is not built from these sources yet.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync, brotliCompressSync } from 'node:zlib'
import { build } from 'vite'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const web = join(root, 'services/portal/web')
const out = join(root, 'dist/web')
const mark = join(out, 'built-from')

const filesIn = (folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()

const sources = createHash('sha256')
for (const file of [...filesIn(web), join(root, 'package-lock.json')])
  sources.update(file.slice(root.length)).update(readFileSync(file))
const wanted = sources.digest('hex')

/** The door sends these as they are to browsers that take them. */
const compress = (file) => {
  const bytes = readFileSync(file)
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
  writeFileSync(`${file}.br`, brotliCompressSync(bytes))
}

if (!existsSync(mark) || readFileSync(mark, 'utf8') !== wanted) {
  console.log('构建控制台 / building the console …')
  await build({ configFile: join(web, 'vite.config.ts'), logLevel: 'error' })
  filesIn(join(out, 'assets')).forEach(compress)
  writeFileSync(mark, wanted)
}
