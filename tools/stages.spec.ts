import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

let dir: string
beforeAll(() => void (dir = mkdtempSync(join(tmpdir(), 'stages-'))))
afterAll(() => rmSync(dir, { recursive: true }))

const STAGES = pathToFileURL('tools/stages.mjs').href

/** Runs stages that are written down, and tells the end of what was printed. */
const played = async (stages: string): Promise<{ code: number | null; last: string[]; out: string }> => {
  const file = join(dir, 'run.mjs')
  writeFileSync(file, `import { runStages } from '${STAGES}'\nprocess.exitCode = await runStages([${stages}])\n`)
  const child = spawn(process.execPath, [file])
  let out = ''
  child.stdout.on('data', (part: Buffer) => (out += part.toString()))
  const code = await new Promise<number | null>((done) => child.once('close', done))
  return {
    code,
    out,
    last: out
      .slice(out.lastIndexOf('\n\n') + 2)
      .trimEnd()
      .split('\n'),
  }
}
const ending = async (stages: string) => {
  const { code, last } = await played(stages)
  return { code, last }
}
const stage = (title: string, script: string, more = '', minutes = 1) =>
  `{ title: '${title}', minutes: ${minutes}, args: ['-e', ${JSON.stringify(script)}]${more} },`
const counted = (passed: number, failed: number, names: string[]) =>
  `, result: () => (${JSON.stringify({ passed, failed, skipped: 1, names })})`

describe('the stages of npm test', () => {
  it('end with one plain line', async () => {
    expect(await ending(stage('one', '') + stage('two', '', counted(5, 0, [])))).toEqual({
      code: 0,
      last: ['6 passed, 0 failed, 1 skipped'],
    })
  })

  it('name what failed before it, each spec by itself', async () => {
    const names = ['a.spec.ts › one', 'b.spec.ts › two']
    const stages =
      stage('lint', 'process.exit(1)') + stage('types', '') + stage('specs', 'process.exit(1)', counted(3, 2, names))
    expect(await ending(stages)).toEqual({
      code: 1,
      last: ['failed: lint, specs', '  a.spec.ts › one', '  b.spec.ts › two', '4 passed, 3 failed, 1 skipped'],
    })
  })

  it('count a stage that ended without a result as failed', async () => {
    expect(await ending(stage('specs', '', ', result: () => undefined'))).toEqual({
      code: 1,
      last: ['failed: specs', '0 passed, 1 failed, 0 skipped'],
    })
  })

  it('never wait for ever: what hangs is ended with all that it started, and the rest goes on', async () => {
    const hang = 'setInterval(() => {}, 1000)'
    const stuck = `require('node:child_process').spawn(process.execPath, ['-e', '${hang}'], { stdio: 'inherit' }); ${hang}`
    expect(await ending(stage('specs', stuck, '', 0.05) + stage('faults', ''))).toEqual({
      code: 1,
      last: ['failed: specs (not done after 0.05 min)', '1 passed, 1 failed, 0 skipped'],
    })
  })

  it('open what a stage stands on, run it with that, and close it again; what is missing there fails by name', async () => {
    const opened = (faults: string[]) =>
      `, open: async () => ({ env: { SERVER: 'a' }, faults: ${JSON.stringify(faults)}, close: async () => console.log('closed') })`
    const stages =
      stage('specs', `process.exit(process.env.SERVER === 'a' ? 0 : 1)`, opened([]) + counted(3, 0, [])) +
      stage('more', '', opened(['Redis: not to be had'])) +
      stage('without', `process.exit('SERVER' in process.env ? 1 : 0)`)
    const { code, last, out } = await played(stages)
    expect([code, last, out.match(/^closed$/gm)]).toEqual([
      1,
      ['failed: more', '  Redis: not to be had', '4 passed, 1 failed, 1 skipped'],
      ['closed', 'closed'],
    ])
  })
})
