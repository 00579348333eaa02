// npm run servers: starts the real servers that can be had, says how to use them, and ends them with Ctrl+C.
import { setInterval } from 'node:timers'
import { startServers } from './index.mjs'

const WAYS = { environment: '环境变量 / environment', docker: 'Docker', local: '本机进程 / process' }
const NEVER_MS = 2 ** 30

const began = Date.now()
console.log('启动 MongoDB、Kafka、Redis…… / starting MongoDB, Kafka, Redis …')
const { env, servers, missing, stop } = await startServers({ install: true, say: console.log })
for (const [name, { by, pid }] of Object.entries(servers))
  console.log(`  ${name.padEnd(8)} ${WAYS[by]}${pid === undefined ? '' : ` ${pid}`}`)
for (const { name, reason } of missing) console.log(`  ${name.padEnd(8)} 没有 / not to be had: ${reason}`)
console.log(`就绪 / ready (${((Date.now() - began) / 1000).toFixed(1)} s)\n`)
for (const [name, value] of Object.entries(env)) console.log(`export ${name}='${value}'`)
console.log('\n按 Ctrl+C 停止 / Ctrl+C stops them')

const awake = setInterval(() => {}, NEVER_MS)
const end = async () => {
  awake.close()
  await stop()
  process.exit(missing.length ? 1 : 0)
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => void end())
