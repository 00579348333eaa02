import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, rmSync, statfsSync, statSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { expectKept, fingerprintsOf, type KeptFile } from './kept-files.js'
import { readIfThere, writePrivate } from './private-file.js'
import { StartError } from './start-error.js'

export { StartError }

/** Raised when an older program could no longer go on with what a newer one keeps. */
const FORMAT = 1
const FILE = 'liandun.json'

export const KINDS = ['demonstration', 'live', 'manual'] as const
export type WorldKind = (typeof KINDS)[number]

const NAMES: Readonly<Record<WorldKind, { zh: string; en: string; how: string }>> = {
  demonstration: { zh: '演示世界', en: 'a demonstration', how: 'npm start' },
  live: { zh: '正式世界', en: 'a live city', how: 'npm start -- --live' },
  manual: { zh: '手动时钟的测试世界', en: 'a world on manual time', how: 'TIME=manual npm start' },
}

const markSchema = z.object({
  format: z.number().int(),
  world: z.enum(KINDS),
  /** How often a demonstration was begun: a story that was cut short is begun anew, in files of its own. */
  attempt: z.number().int().default(1),
  /** Whether the story has been played to its end. */
  played: z.boolean().default(false),
  /** The matter to look at first. */
  dossier: z.string().optional(),
  /** What the world is kept with: names of files, and fingerprints of keys. */
  files: z.record(z.string(), z.string()).default({}),
})
type Mark = z.output<typeof markSchema>

export interface DataDir {
  dir: string
  first: boolean
  /** Name of the main world's files. */
  stem: string
  /** A demonstration whose story has not been played to its end. */
  unplayed: boolean
  /** The matter to look at first, once it has been played. */
  dossier(): string | undefined
  /**
   * To be called before anything is made.
   * @throws StartError when one of these was kept with the world and is missing, or a key is another
   */
  expect(files: readonly KeptFile[]): void
  /** Says that this world has begun, kept with these; to be called once its store is held against other processes. */
  begin(files?: readonly KeptFile[]): void
  /** Says that the story has been played to its end. */
  played(dossier: string | undefined): void
}

const readMark = (path: string): Mark | undefined => {
  const text = readIfThere(path)
  if (text === undefined) return undefined
  try {
    return markSchema.parse(JSON.parse(text))
  } catch (cause) {
    const format = /"format"\s*:\s*(\d+)/.exec(text)?.[1]
    if (Number(format) > FORMAT) return { format: Number(format), world: 'live', attempt: 1, played: false, files: {} }
    throw new StartError(
      `数据目录的说明文件 ${path} 无法读取。请从备份恢复，或用 DATA_DIR 指定别的目录。`,
      `The file ${path} cannot be read. Restore it from a copy, or set DATA_DIR to another directory.`,
      { cause },
    )
  }
}

const checkMark = (dir: string, kept: Mark, world: WorldKind): void => {
  if (kept.format > FORMAT)
    throw new StartError(
      `数据目录 ${dir} 由较新的版本写入（格式 ${kept.format}，本程序认识到 ${FORMAT}）。请用较新的版本启动，或用 DATA_DIR 指定别的目录。`,
      `The data directory ${dir} was written by a newer release (format ${kept.format}; this one knows up to ${FORMAT}). Start that release, or set DATA_DIR to another directory.`,
    )
  if (kept.world !== world)
    throw new StartError(
      `数据目录 ${dir} 里是${NAMES[kept.world].zh}，不能作为${NAMES[world].zh}打开。请用 ${NAMES[kept.world].how} 启动，或用 DATA_DIR 指定别的目录。`,
      `The data directory ${dir} holds ${NAMES[kept.world].en}; it cannot be opened as ${NAMES[world].en}. Start it with ${NAMES[kept.world].how}, or set DATA_DIR to another directory.`,
    )
}

const FULL = ['ENOSPC', 'EDQUOT']

const notWritable = (dir: string, code: string, cause: unknown): StartError =>
  FULL.includes(code)
    ? new StartError(
        `数据目录 ${dir} 所在的磁盘已满（${code}）。请腾出空间，或用 DATA_DIR 指定别的目录。`,
        `The disk of the data directory ${dir} is full (${code}). Make room on it, or set DATA_DIR to another directory.`,
        { cause },
      )
    : new StartError(
        `数据目录 ${dir} 不能写入（${code}）。请检查权限和磁盘，或用 DATA_DIR 指定别的目录。`,
        `The data directory ${dir} cannot be written (${code}). Check its permissions and the disk, or set DATA_DIR to another directory.`,
        { cause },
      )

/** SQLite's codes for what a disk or its permissions do: READONLY, IOERR, FULL, CANTOPEN. */
const OF_THE_DISK: Readonly<Record<number, string>> = { 8: 'EROFS', 10: 'EIO', 13: 'ENOSPC', 14: 'EACCES' }

/** Why something in the data directory could not be read or written; undefined for an error of another kind. */
export const dataDirFault = (dir: string, error: unknown): StartError | undefined => {
  const { path, code, errcode } = error as { path?: unknown; code?: unknown; errcode?: unknown }
  const ofFile = typeof path === 'string' && path.startsWith(dir) && typeof code === 'string' ? code : undefined
  const ofStore = typeof errcode === 'number' ? OF_THE_DISK[errcode & 0xff] : undefined
  const found = ofFile ?? ofStore
  return found === undefined ? undefined : notWritable(dir, found, error)
}

/** Folder by folder: where nothing can be made at all, as under /proc, `mkdir` with `recursive` never ends. */
const makeFolder = (dir: string): void => {
  if (existsSync(dir)) return
  makeFolder(dirname(dir))
  mkdirSync(dir)
}

/** The folder, or the one in which it would be made. */
const standing = (dir: string): string => (existsSync(dir) ? dir : standing(dirname(dir)))

const PROBE = Buffer.alloc(64 * 1024)
/** Bytes: a first start writes some of it, and a store that meets a full disk takes no more writes. */
const ROOM = 16 * 1024 * 1024

/** Permissions say little to a superuser and nothing of room: what is to be written is tried. */
const probe = (dir: string): void => {
  const path = join(dir, `.probe-${process.pid}`)
  const file = openSync(path, 'w', 0o600)
  try {
    writeSync(file, PROBE)
    fsyncSync(file)
  } finally {
    closeSync(file)
    rmSync(path, { force: true })
  }
  const { blocks, bavail, bsize } = statfsSync(dir)
  if (blocks > 0 && bavail * bsize < ROOM)
    throw Object.assign(new Error(`${bavail * bsize} bytes are free`), { code: 'ENOSPC' })
}

const orSay = (dir: string, work: () => void): void => {
  try {
    work()
  } catch (cause) {
    throw notWritable(dir, String((cause as NodeJS.ErrnoException).code), cause)
  }
}

/** Before anything is made. @throws StartError when the folder cannot be written, or made where it is to be */
export const checkDataDir = (dir: string): void =>
  orSay(dir, () => {
    const folder = standing(dir)
    if (!statSync(folder).isDirectory()) throw Object.assign(new Error(`${folder} is a file`), { code: 'ENOTDIR' })
    probe(folder)
  })

const stemOf = ({ world, attempt }: Mark): string => (attempt === 1 ? world : `${world}-${attempt}`)

/**
 * Opens the data directory for one kind of world; the store itself sees to it that one process has it.
 * @throws StartError when it holds another kind of world, or was written by a newer release
 */
export const openDataDir = (dir: string, world: WorldKind): DataDir => {
  checkDataDir(dir)
  orSay(dir, () => makeFolder(dir))
  const path = join(dir, FILE)
  const kept = readMark(path)
  if (kept) checkMark(dir, kept, world)
  const begunAnew = kept && world === 'demonstration' && !kept.played
  const mark: Mark = kept
    ? { ...kept, attempt: begunAnew ? kept.attempt + 1 : kept.attempt }
    : { format: FORMAT, world, attempt: 1, played: false, files: {} }
  const write = () => writePrivate(path, `${JSON.stringify(mark)}\n`)
  const played = (dossier: string | undefined) => {
    Object.assign(mark, { played: true, dossier })
    write()
  }
  const begin = (files: readonly KeptFile[] = []) => {
    const before = JSON.stringify(mark.files)
    mark.files = { ...mark.files, ...fingerprintsOf(files) }
    if (!kept || begunAnew || JSON.stringify(mark.files) !== before) write()
  }
  const expect = (files: readonly KeptFile[]) => expectKept(mark.files, files)
  const unplayed = world === 'demonstration' && !mark.played
  return { dir, first: !kept, stem: stemOf(mark), unplayed, dossier: () => mark.dossier, expect, begin, played }
}
