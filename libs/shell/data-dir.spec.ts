import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { openDataDir } from './data-dir.js'

const folder = () => mkdtempSync(join(tmpdir(), 'data-'))
const shown = ({ first, stem, unplayed }: ReturnType<typeof openDataDir>) => ({ first, stem, unplayed })

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
})
