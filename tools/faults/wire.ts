import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/** What is wrong with a line: cut; nothing comes, nothing goes, neither (and nobody is told); everything is slow. */
export const WIRE_FAULTS = ['cut', 'nothing comes', 'nothing goes', 'half-open', 'slow'] as const
export type WireFault = (typeof WIRE_FAULTS)[number]
type Way = 'comes' | 'goes'

/** Of each piece that passes. */
const SLOW_MS = 100

const mutes = (fault: WireFault | undefined, way: Way): boolean => fault === 'half-open' || fault === `nothing ${way}`

/** A line of TCP between the services and one server, with faults of our own. */
export class Wire {
  private readonly sockets = new Set<Socket>()
  private readonly server = createServer({ allowHalfOpen: false }, (near) => this.join(near))
  private fault: WireFault | undefined
  private healed: (() => void)[] = []
  /** Port of the server at its end. */
  target = 0

  async open(): Promise<void> {
    this.server.listen(0, '127.0.0.1')
    await once(this.server, 'listening')
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port
  }

  break(fault: WireFault): void {
    this.fault = fault
    if (fault === 'cut') this.cut()
  }

  /** Whatever lived through silence is dead by now: the other end has long given it up. */
  heal(): void {
    const { fault } = this
    this.fault = undefined
    if (fault !== 'slow') this.cut()
    for (const wake of this.healed.splice(0)) wake()
  }

  close(): void {
    this.server.close()
    this.cut()
  }

  private cut(): void {
    for (const socket of this.sockets) socket.resetAndDestroy()
    this.sockets.clear()
  }

  private join(near: Socket): void {
    if (this.fault === 'cut') return void near.resetAndDestroy()
    const far = connect(this.target, '127.0.0.1')
    this.pass(near, far, 'goes')
    this.pass(far, near, 'comes')
  }

  private pass(from: Socket, to: Socket, way: Way): void {
    this.sockets.add(from)
    from.setNoDelay(true)
    from.on('error', () => {})
    from.on('data', (piece: Buffer) => void this.carry(from, to, way, piece))
    from.once('close', () => {
      this.sockets.delete(from)
      if (!mutes(this.fault, way)) to.destroy()
    })
  }

  private async carry(from: Socket, to: Socket, way: Way, piece: Buffer): Promise<void> {
    if (this.fault) {
      from.pause()
      while (mutes(this.fault, way)) await new Promise<void>((resolve) => this.healed.push(resolve))
      if (this.fault === 'slow') await pause(SLOW_MS)
    }
    if (to.destroyed) return
    if (!to.write(piece)) from.pause()
    if (!to.writableNeedDrain) return void from.resume()
    to.once('drain', () => from.resume())
  }
}
