import { existsSync } from 'node:fs'
import { openStoryHouse } from './story-house.js'

/** The house in a process of its own, to be killed: `house-process DIR PORT`. Says `ready` and its address once it takes requests. */
const [dir = '', port = '0'] = process.argv.slice(2)
// Whoever started it and is gone, with the directory, cannot end it any more.
process.stdin.resume().once('close', () => process.exit())
if (!existsSync(dir)) process.exit(1)
const { baseUrl } = await openStoryHouse({ dir, port: Number(port) })
process.stdout.write(`ready ${baseUrl}\n`)
