import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from '../problem.js'
import { Throttle } from './throttle.js'

/** An address may be that of a whole office. What counts: submissions that were taken in, codes that nobody holds, searches. */
const WATCHED = [
  { method: 'POST', path: '/api/outside/submissions', most: 30, counts: (status: number) => status === 201 },
  { method: 'POST', path: '/api/outside/status', most: 30, counts: (status: number) => status === 404 },
  { method: 'POST', path: '/api/outside/penalties', most: 600, counts: () => true },
  { method: 'POST', path: '/api/outside/listings', most: 600, counts: () => true },
] as const

const tooMany = (seconds: number): Problem =>
  new Problem('TOO_MANY_REQUESTS', { seconds }, { headers: { 'retry-after': String(seconds) } })

/** Holds off whoever asks too often at the public doors. Only the process that people reach sees their addresses. */
export const keepDoor = (instance: FastifyInstance): void => {
  const doors = WATCHED.map((door) => ({ ...door, throttle: new Throttle(door.most) }))
  /** By the route that was found: an address can be written in many ways. */
  const doorOf = ({ method, routeOptions: { url } }: FastifyRequest) =>
    doors.find((door) => door.method === method && door.path === url?.replace(/\/$/, ''))
  const begun = new WeakSet<object>()
  instance.addHook('onRequest', async (request) => {
    const seconds = doorOf(request)?.throttle.take(request.ip)
    if (seconds !== undefined) throw tooMany(seconds)
    begun.add(request)
  })
  instance.addHook('onResponse', async (request, reply) => {
    const door = begun.has(request) ? doorOf(request) : undefined
    if (door && !door.counts(reply.statusCode)) door.throttle.giveBack(request.ip)
  })
}
