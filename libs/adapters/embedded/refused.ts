/** Why a store does not open or goes on no longer: a code for programs, a sentence in two languages that says what to do. */
export class StoreError extends Error {
  constructor(
    readonly code:
      | 'DIRECTORY_IN_USE'
      | 'FILE_OPEN'
      | 'NEWER_SCHEMA'
      | 'NOT_A_STORE'
      | 'STORE_FAILED'
      | 'STORE_CLOSED'
      | 'KEY_DAMAGED'
      | 'KEY_MISSING',
    zh: string,
    en: string,
    options?: { cause?: unknown },
  ) {
    super(`${zh} / ${en}`, options)
    this.name = 'StoreError'
  }
}

export const directoryInUse = (dir: string) =>
  new StoreError(
    'DIRECTORY_IN_USE',
    `数据目录 ${dir} 正被另一个进程使用。请先停止那个进程，或用 DATA_DIR 指定别的目录。`,
    `The data directory ${dir} is in use by another process. Stop that process first, or set DATA_DIR to another directory.`,
  )

export const fileOpen = (path: string) =>
  new StoreError(
    'FILE_OPEN',
    `数据文件 ${path} 在本进程中已经打开。请先关闭它，或给新的世界另取文件名。`,
    `The store ${path} is already open in this process. Close it first, or give the new world a file name of its own.`,
  )

export const newerSchema = (path: string, found: number, known: number) =>
  new StoreError(
    'NEWER_SCHEMA',
    `数据文件 ${path} 的结构版本是 ${found}，本程序只认识到 ${known}。请用写入它的较新版本启动，或用 DATA_DIR 指定别的目录。`,
    `The store ${path} has schema version ${found}; this program knows up to ${known}. Start the newer release that wrote it, or set DATA_DIR to another directory.`,
  )

export const notAStore = (path: string, cause?: unknown) =>
  new StoreError(
    'NOT_A_STORE',
    `文件 ${path} 不是联盾的数据文件。请把它移走，或用 DATA_DIR 指定别的目录。`,
    `The file ${path} is not a store of Liandun. Move it away, or set DATA_DIR to another directory.`,
    { cause },
  )

export const storeFailed = (path: string, cause: unknown) =>
  new StoreError(
    'STORE_FAILED',
    `数据文件 ${path} 写入失败，已停止接受写入。请检查磁盘空间和磁盘状态后重新启动；已答复的写入不会丢失。`,
    `Writing to ${path} failed and no more writes are accepted. Check the disk and its free space, then start again; nothing that was answered is lost.`,
    { cause },
  )

export const storeClosed = (path: string) =>
  new StoreError('STORE_CLOSED', `数据文件 ${path} 已关闭。`, `The store ${path} is closed.`)

export const keyDamaged = (path: string, found: number, wanted: number) =>
  new StoreError(
    'KEY_DAMAGED',
    `密钥文件 ${path} 应为 ${wanted} 字节，实为 ${found} 字节。请从备份恢复。`,
    `The key file ${path} holds ${found} bytes instead of ${wanted}. Restore it from a copy.`,
  )

export const keyMissing = (path: string) =>
  new StoreError(
    'KEY_MISSING',
    `举报人保管库的密钥文件 ${path} 不见了，已保管的身份无法打开。请从备份恢复该文件。`,
    `The key file ${path} of the informant vault is missing and what it sealed cannot be opened. Restore the file from a copy.`,
  )
