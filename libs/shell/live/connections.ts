import { Readable } from 'node:stream'
import { busy, Problem } from '../problem.js'

/** Windows of one person, and of everybody. */
const MOST = { person: 6, all: 2000 }
/** Whoever does not read what is sent is let go, and asks again from where it was. */
const UNREAD = 262_144

/** One open line of server-sent events. */
export class Line {
  readonly stream = new Readable({ read: () => {} })
  private readonly ends: (() => void)[] = []
  private ended = false

  constructor() {
    this.stream.on('close', () => this.end())
  }

  send(event: string, data: object, id?: string): void {
    if (this.ended) return
    this.stream.push(`${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
    if (this.stream.readableLength > UNREAD) this.end()
  }

  /** Called once, whoever ends it. */
  onEnd(then: () => void): void {
    if (this.ended) then()
    else this.ends.push(then)
  }

  end(): void {
    if (this.ended) return
    this.ended = true
    this.stream.push(null)
    for (const then of this.ends) then()
  }
}

/** Who listens; so many at most. */
export class Connections {
  private readonly open = new Map<string, Set<Line>>()
  private closed = false

  /** @throws Problem TOO_MANY_LINES, BUSY */
  add(person: string): Line {
    if (this.closed || this.count >= MOST.all) throw busy(5)
    const mine = this.open.get(person) ?? new Set()
    if (mine.size >= MOST.person) throw new Problem('TOO_MANY_LINES', { most: MOST.person })
    const line = new Line()
    this.open.set(person, mine.add(line))
    line.onEnd(() => {
      mine.delete(line)
      if (!mine.size) this.open.delete(person)
    })
    return line
  }

  get count(): number {
    return [...this.open.values()].reduce((sum, { size }) => sum + size, 0)
  }

  /** Ends every line: whoever listened asks again elsewhere or later. */
  close(): void {
    this.closed = true
    for (const line of [...this.open.values()].flatMap((lines) => [...lines])) line.end()
  }
}
