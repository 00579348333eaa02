import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import { checkDataDir, dataDirFault, openDataDir } from './data-dir.js'

const root = mkdtempSync(join(tmpdir(), 'data-'))
afterAll(() => rmSync(root, { recursive: true }))
const folder = () => mkdtempSync(join(root, 'data-'))
const shown = ({ first, stem, unplayed }: ReturnType<typeof openDataDir>) => ({ first, stem, unplayed })

describe('what the data directory must hold', () => {
  const started = () => {
    const dir = folder()
    const files = [
      { name: 'service.key', path: join(dir, 'service.key'), secret: true },
      { name: 'live.sqlite', path: join(dir, 'live.sqlite') },
    ]
    for (const { path } of files) writeFileSync(path, path)
    openDataDir(dir, 'live').begin(files)
    return { dir, files, again: () => openDataDir(dir, 'live') }
  }

  it('is there at the next start', () => {
    const { dir, files, again } = started()
    again().expect(files)
    again().expect([...files, { name: 'live.clock', path: join(dir, 'live.clock') }])
    expect(readFileSync(join(dir, 'liandun.json'), 'utf8')).not.toContain(files[0]!.path)
  })

  it.each([['live.sqlite'], ['service.key']])('or the house does not open: %s is lost', (name) => {
    const { dir, files, again } = started()
    rmSync(join(dir, name))
    expect(() => again().expect(files)).toThrow(
      `The file ${join(dir, name)}, which this world was kept with, is missing. Restore it from a copy together with the others, or set DATA_DIR to another directory.`,
    )
  })

  it('or the house does not open: a key is another', () => {
    const { dir, files, again } = started()
    writeFileSync(join(dir, 'service.key'), 'another')
    expect(() => again().expect(files)).toThrow(
      `The key file ${join(dir, 'service.key')} is not the one that this world was kept with. Restore it from a copy, or set DATA_DIR to another directory.`,
    )
  })

  it('may have grown: a store is not compared', () => {
    const { dir, files, again } = started()
    writeFileSync(join(dir, 'live.sqlite'), 'more')
    again().expect(files)
  })

  it('is known from the next start on where it was not yet', () => {
    const { dir, files, again } = started()
    const more = [...files, { name: 'live.clock', path: join(dir, 'live.clock') }]
    writeFileSync(join(dir, 'live.clock'), '')
    again().begin(more)
    rmSync(join(dir, 'live.clock'))
    expect(() => again().expect(more)).toThrow('live.clock')
  })
})

describe('the data directory', () => {
  it('goes on where the first start stopped', () => {
    const dir = folder()
    const first = openDataDir(dir, 'demonstration')
    expect(shown(first)).toEqual({ first: true, stem: 'demonstration', unplayed: true })
    first.begin()
    first.played('d1')
    const second = openDataDir(dir, 'demonstration')
    expect(shown(second)).toEqual({ first: false, stem: 'demonstration', unplayed: false })
    expect(second.dossier()).toBe('d1')
  })

  it('leaves no mark before its store is held', () => {
    const dir = folder()
    openDataDir(dir, 'demonstration')
    expect(shown(openDataDir(dir, 'live'))).toEqual({ first: true, stem: 'live', unplayed: false })
  })

  it('begins a story anew that was cut short, in files of its own', () => {
    const dir = folder()
    openDataDir(dir, 'demonstration').begin()
    const second = openDataDir(dir, 'demonstration')
    expect(shown(second)).toEqual({ first: false, stem: 'demonstration-2', unplayed: true })
    second.begin()
    second.played(undefined)
    expect(shown(openDataDir(dir, 'demonstration'))).toEqual({ first: false, stem: 'demonstration-2', unplayed: false })
  })

  it('is not opened as another kind of world', () => {
    const dir = folder()
    openDataDir(dir, 'demonstration').begin()
    expect(() => openDataDir(dir, 'live')).toThrow(
      `The data directory ${dir} holds a demonstration; it cannot be opened as a live city. Start it with npm start, or set DATA_DIR to another directory.`,
    )
  })

  it('of a newer release is refused with what to do', () => {
    const dir = folder()
    writeFileSync(join(dir, 'liandun.json'), '{"format": 2, "world": "quantum"}')
    expect(() => openDataDir(dir, 'live')).toThrow(
      `The data directory ${dir} was written by a newer release (format 2; this one knows up to 1). Start that release, or set DATA_DIR to another directory.`,
    )
    writeFileSync(join(dir, 'liandun.json'), '{')
    expect(() => openDataDir(dir, 'live')).toThrow('cannot be read')
  })

  it('is made where it is not yet there, and looking leaves nothing behind', () => {
    const dir = join(folder(), 'a', 'b')
    checkDataDir(dir)
    expect(existsSync(join(dir, '..'))).toBe(false)
    openDataDir(dir, 'live')
    expect(readdirSync(dir)).toEqual([])
  })

  it('that cannot be made or written is refused at once with what to do', () => {
    const file = join(folder(), 'file')
    writeFileSync(file, '')
    for (const dir of [file, join(file, 'under', 'it')])
      expect(() => openDataDir(dir, 'live')).toThrow(
        `数据目录 ${dir} 不能写入（ENOTDIR）。请检查权限和磁盘，或用 DATA_DIR 指定别的目录。\nThe data directory ${dir} cannot be written (ENOTDIR). Check its permissions and the disk, or set DATA_DIR to another directory.`,
      )
    if (process.platform === 'linux')
      expect(() => openDataDir('/proc/liandun', 'live')).toThrow('The data directory /proc/liandun cannot be written')
  })

  it('tells what the disk does to a file in it, and nothing of other faults', () => {
    const said = (error: object) => dataDirFault('/d', error)?.message.split('\n')[1]
    expect(said({ code: 'ENOSPC', path: '/d/live.clock' })).toBe(
      'The disk of the data directory /d is full (ENOSPC). Make room on it, or set DATA_DIR to another directory.',
    )
    expect(said({ code: 'EACCES', path: '/d/service.key' })).toContain('cannot be written (EACCES)')
    expect(said({ code: 'ERR_SQLITE_ERROR', errcode: 13 })).toContain('is full (ENOSPC)')
    expect(said({ code: 'ENOENT', path: '/elsewhere' })).toBeUndefined()
    expect(said(new TypeError('x'))).toBeUndefined()
  })
})
