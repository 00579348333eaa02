import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { onPath } from './commands.mjs'
import { Unavailable } from './unavailable.mjs'

const settings = ['--appendonly', 'yes', '--appendfsync', 'everysec', '--save', '', '--maxmemory-policy', 'noeviction']

export const redis = {
  title: 'Redis',
  variable: 'REDIS_URL',
  ports: 1,
  needs: ['redis-server'],
  url: (host, [port]) => `redis://${host}:${port}`,

  /** PONG. */
  async ready(host, [port]) {
    const socket = connect({ host, port, timeout: 2000 }).setEncoding('utf8')
    for (const silence of ['timeout', 'end']) socket.once(silence, () => socket.destroy(new Error('no answer')))
    socket.write('PING\r\n')
    const [answer] = await once(socket, 'data').finally(() => socket.destroy())
    if (!answer.startsWith('+PONG')) throw new Error(answer.trim())
  },

  async local(dir, [port]) {
    if (!onPath('redis-server'))
      throw new Unavailable(
        '没有 redis-server；Debian、Ubuntu：apt-get install redis-server',
        'there is no redis-server; on Debian and Ubuntu: apt-get install redis-server',
      )
    const data = join(dir, 'redis')
    mkdirSync(data, { recursive: true })
    const where = ['--port', String(port), '--bind', '127.0.0.1', '--dir', data]
    return { command: 'redis-server', args: [...where, ...settings] }
  },

  container: ([port]) => ({ command: ['redis-server', '--port', String(port), ...settings], env: {} }),
}
