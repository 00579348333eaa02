import { createHash } from 'node:crypto'
import { draw } from './draw.js'
import { fillIn } from './fill.js'
import { layoutOf } from './layouts/index.js'
import { names, whole } from './papers.sample.js'
import { Press } from './press.js'

/** Prints every paper and says the digest of each: for a spec that runs it in a process of its own. */
const press = new Press()
for (const one of whole) {
  const bytes = await press.print(draw(fillIn(layoutOf(one.paper.title, one.kind)!, one, names)))
  process.stdout.write(`${createHash('sm3').update(bytes).digest('hex')} ${one.kind} ${one.paper.title}\n`)
}
await press.close()
