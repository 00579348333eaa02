import { accessSync, constants, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { readIfThere, writePrivate } from './private-file.js'

/** Why the house does not open, in both languages, with what to do. Printed as it is; the process ends with 1. */
export class StartError extends Error {
  constructor(zh: string, en: string, options?: { cause?: unknown }) {
    super(`${zh}\n${en}`, options)
    this.name = 'StartError'
  }
}

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
  /** Says that this world has begun; to be called once its store is held against other processes. */
  begin(): void
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
    if (Number(format) > FORMAT) return { format: Number(format), world: 'live', attempt: 1, played: false }
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

const checkWritable = (dir: string): void => {
  try {
    mkdirSync(dir, { recursive: true })
    accessSync(dir, constants.W_OK)
  } catch (cause) {
    throw new StartError(
      `数据目录 ${dir} 不能写入（${(cause as NodeJS.ErrnoException).code}）。请检查权限和磁盘，或用 DATA_DIR 指定别的目录。`,
      `The data directory ${dir} cannot be written (${(cause as NodeJS.ErrnoException).code}). Check its permissions and the disk, or set DATA_DIR to another directory.`,
      { cause },
    )
  }
}

const stemOf = ({ world, attempt }: Mark): string => (attempt === 1 ? world : `${world}-${attempt}`)

/**
 * Opens the data directory for one kind of world; the store itself sees to it that one process has it.
 * @throws StartError when it holds another kind of world, or was written by a newer release
 */
export const openDataDir = (dir: string, world: WorldKind): DataDir => {
  checkWritable(dir)
  const path = join(dir, FILE)
  const kept = readMark(path)
  if (kept) checkMark(dir, kept, world)
  const begunAnew = kept && world === 'demonstration' && !kept.played
  const mark: Mark = kept
    ? { ...kept, attempt: begunAnew ? kept.attempt + 1 : kept.attempt }
    : { format: FORMAT, world, attempt: 1, played: false }
  const write = () => writePrivate(path, `${JSON.stringify(mark)}\n`)
  const played = (dossier: string | undefined) => {
    Object.assign(mark, { played: true, dossier })
    write()
  }
  const begin = () => {
    if (!kept || begunAnew) write()
  }
  const unplayed = world === 'demonstration' && !mark.played
  return { dir, first: !kept, stem: stemOf(mark), unplayed, dossier: () => mark.dossier, begin, played }
}
