import { describe, expect, it } from '@jest/globals'
import { Claiming } from './claiming.js'

const store = () => {
  const held = new Set<string>()
  const order: string[] = []
  const claiming = new Claiming({ claimant: async (name) => (held.has(name) ? 'somebody' : undefined) })
  /** Writes after a while, as a store does. */
  const write = (who: string, ...names: string[]) =>
    claiming.run(names, async () => {
      order.push(`${who} draws`)
      await new Promise((resolve) => setImmediate(resolve))
      for (const name of names) held.add(name)
      order.push(`${who} wrote`)
      return who
    })
  return { claiming, write, order }
}

describe('claims on their way', () => {
  it('of one name: the second waits, and then does not begin', async () => {
    const { write, order } = store()
    expect(await Promise.all([write('one', 'x'), write('two', 'x'), write('three', 'x')])).toEqual([
      { done: 'one' },
      { taken: 'x' },
      { taken: 'x' },
    ])
    expect(order).toEqual(['one draws', 'one wrote'])
  })

  it('of different names run beside one another', async () => {
    const { write, order } = store()
    await Promise.all([write('one', 'x'), write('two', 'y')])
    expect(order).toEqual(['one draws', 'two draws', 'one wrote', 'two wrote'])
  })

  it('of several names never wait for one another in a circle', async () => {
    const { write } = store()
    const answers = await Promise.all([write('one', 'x', 'y'), write('two', 'y', 'x'), write('three', 'z', 'y')])
    expect(answers).toEqual([{ done: 'one' }, { taken: 'y' }, { taken: 'y' }])
  })

  it('are free again when the write fails', async () => {
    const { claiming, write } = store()
    const failing = claiming.run(['x'], () => Promise.reject(new Error('no disk')))
    const next = write('two', 'x')
    await expect(failing).rejects.toThrow('no disk')
    expect(await next).toEqual({ done: 'two' })
  })
})
