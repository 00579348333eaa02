import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { VARIABLES } from '../../libs/shell/config.js'
import { ROUTES } from '../../libs/shell/methods.js'

const text = readFileSync('deploy/Dockerfile', 'utf8')
  .replace(/^\s*#.*\n/gm, '')
  .replace(/ ?\\\n\s*/g, ' ')
const stages = text.split(/^(?=FROM )/m).filter((stage) => stage.startsWith('FROM '))
const last = stages.at(-1)!
const of = (stage: string, word: string): string[] =>
  stage
    .split('\n')
    .filter((line) => line.startsWith(`${word} `))
    .map((line) => line.slice(word.length + 1))
const copied = (stage: string): string[] =>
  of(stage, 'COPY')
    .filter((line) => !line.startsWith('--from'))
    .flatMap((line) => line.split(' ').slice(0, -1))

describe('the image', () => {
  it('is made in two stages of one pinned Node 24', () => {
    const bases = stages.map((stage) => /^FROM (\S+)/.exec(stage)![1]!)
    expect(bases).toHaveLength(2)
    expect(new Set(bases).size).toBe(1)
    expect(bases[0]).toMatch(/^node:24\.\d+\.\d+-[a-z-]+$/)
  })

  it('installs what the lockfile says, and keeps nothing that is only for making it', () => {
    expect(stages[0]).toMatch(/npm ci /)
    expect(stages[0]).toMatch(/npm run build .*npm prune --omit=dev/)
    expect(copied(last)).toEqual(expect.arrayContaining(['package.json', 'nx.json', 'seeds', 'libs/rules']))
    expect(copied(last).filter((name) => /^(services|tools|bench|libs)$/.test(name))).toEqual([])
  })

  it('copies only what is there and what the build is shown', () => {
    const shown = readFileSync('deploy/Dockerfile.dockerignore', 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('!'))
    const patterns = shown.map(
      (line) => new RegExp(`^${line.slice(1).replace(/\./g, '\\.').replace('*', '[^/]+')}(/|$)`),
    )
    const sources = stages.flatMap(copied)
    expect(sources.filter((name) => !existsSync(name))).toEqual([])
    expect(sources.filter((name) => !patterns.some((pattern) => pattern.test(name)))).toEqual([])
  })

  it('runs as node, as process 1, from a start that is built', () => {
    expect(of(last, 'USER')).toEqual(['node'])
    expect(last.indexOf('\nUSER ')).toBeLessThan(last.indexOf('\nCMD '))
    const command = JSON.parse(of(last, 'CMD')[0]!) as string[]
    expect(command[0]).toBe('node')
    expect(existsSync(command.at(-1)!.replace('dist/', '').replace('.js', '.ts'))).toBe(true)
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } }
    expect(scripts.start).toContain(command.join(' '))
    expect(of(last, 'STOPSIGNAL')).toEqual(['SIGTERM'])
  })

  it('asks itself at an address that there is', () => {
    const [, file] = /CMD \["node", "([^"]+)"\]/.exec(of(last, 'HEALTHCHECK')[0]!)!
    expect(copied(last)).toContain(file)
    const [, path] = /path: '([^']+)'/.exec(readFileSync(file!, 'utf8'))!
    expect(path).toBe('/readyz')
    expect(ROUTES).toContainEqual({ method: 'GET', path })
  })

  it('presets only variables that there are, and no secret', () => {
    const preset = [
      ...of(last, 'ENV')
        .join(' ')
        .matchAll(/(\w+)=/g),
    ].map(([, name]) => name!)
    expect(preset.filter((name) => name !== 'NODE_ENV' && !(name in VARIABLES))).toEqual([])
    expect(preset).toEqual(['NODE_ENV', 'ADAPTERS', 'TIME', 'HOST', 'PORT', 'DATA_DIR'])
  })
})
