import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { StartError } from './start-error.js'

/** A file without which a world is not the one that was kept. */
export interface KeptFile {
  name: string
  path: string
  /** A key: not only there but the same. */
  secret?: boolean
}

/** By name, the fingerprint of a key; of other files '', for they grow. */
export type Fingerprints = Readonly<Record<string, string>>

const fingerprintOf = ({ path, secret }: KeptFile): string =>
  secret ? createHash('sha256').update('liandun').update(readFileSync(path)).digest('hex').slice(0, 16) : ''

export const fingerprintsOf = (files: readonly KeptFile[]): Fingerprints =>
  Object.fromEntries(files.map((file) => [file.name, fingerprintOf(file)]))

const missing = (path: string): StartError =>
  new StartError(
    `数据文件 ${path} 不见了，这个世界是与它一起保存的。请连同其他文件一起从备份恢复，或用 DATA_DIR 指定别的目录。`,
    `The file ${path}, which this world was kept with, is missing. Restore it from a copy together with the others, or set DATA_DIR to another directory.`,
  )

const another = (path: string): StartError =>
  new StartError(
    `密钥文件 ${path} 不是保存这个世界时所用的那一个。请从备份恢复，或用 DATA_DIR 指定别的目录。`,
    `The key file ${path} is not the one that this world was kept with. Restore it from a copy, or set DATA_DIR to another directory.`,
  )

/** @throws StartError when a file that was kept is missing, or a key is another; what was not kept yet is not asked for */
export const expectKept = (kept: Fingerprints, files: readonly KeptFile[]): void => {
  for (const file of files.filter(({ name }) => kept[name] !== undefined)) {
    if (!existsSync(file.path)) throw missing(file.path)
    if (kept[file.name] !== fingerprintOf(file)) throw another(file.path)
  }
}
