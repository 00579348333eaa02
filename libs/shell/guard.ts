import { Inject, Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common'
import { Reflector } from '@nestjs/core'
import { isLoopback } from './config.js'
import { HOUSE, headerOf, type House, type Incoming, type WorldFace } from './house.js'
import { sameText } from './same-text.js'
import { Problem } from './problem.js'
import { invalidInput } from './read.js'

type Door = 'public' | 'operator' | 'repair'
const DOOR = 'door'

/** Open to anyone: says nothing about any matter. Every other route asks who is there. */
export const Public = () => SetMetadata(DOOR, 'public' satisfies Door)
/** Manual time, this machine and the operator's own token. */
export const OperatorOnly = () => SetMetadata(DOOR, 'operator' satisfies Door)

/** What stands still and how it goes on: also where time is the machine's, when the operator was given a token. */
export const Repair = () => SetMetadata(DOOR, 'repair' satisfies Door)

/** On this machine, with the operator's own token. */
const byOperator = ({ operator }: House, request: Incoming): boolean =>
  operator !== undefined &&
  isLoopback(request.socket.remoteAddress ?? '') &&
  sameText(headerOf(request, 'x-operator-token') ?? '', operator.token)

/** Whether a request comes through the operator's door; the door does not exist for others. */
export const throughOperatorsDoor = (house: House, request: Incoming): boolean =>
  house.operator?.open() === true && byOperator(house, request)

const QUERY = 'query'

/** Reads what stands behind the question mark; every other address takes nothing there. */
export const AsksQuery = () => SetMetadata(QUERY, true)

const takesNoQuery = ({ query }: Incoming): void => {
  const issues = Object.keys(query).map((path) => ({
    path,
    zh: '该地址不接受查询参数，请删除',
    en: 'this address takes nothing behind the question mark; take it out',
  }))
  if (issues.length) throw invalidInput(issues)
}

const BEARER = /^Bearer ([\w.-]{1,4096})$/i

/** Denies by default: a route that is not marked is for people who are signed in. */
@Injectable()
export class Guard implements CanActivate {
  constructor(
    @Inject(HOUSE) private readonly house: House,
    @Inject(Reflector) private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const door =
      this.reflector.get<Door | undefined>(DOOR, context.getHandler()) ?? this.reflector.get(DOOR, context.getClass())
    const request = context.switchToHttp().getRequest<Incoming>()
    if (door === 'operator') this.operator(throughOperatorsDoor(this.house, request))
    else if (door === 'repair') this.operator(byOperator(this.house, request))
    else if (door !== 'public') request.who = await this.signedIn(request)
    if (request.url.startsWith('/api/') && !this.reflector.get<boolean>(QUERY, context.getHandler()))
      takesNoQuery(request)
    return true
  }

  private operator(may: boolean): void {
    if (!may) throw new Problem('NOT_FOUND')
  }

  private async signedIn(request: Incoming) {
    const [, token] = BEARER.exec(headerOf(request, 'authorization') ?? '') ?? []
    const who = token === undefined ? undefined : await this.house.tokens.read(token)
    if (!who) throw new Problem('UNAUTHENTICATED')
    return who
  }
}

/** The world a request names in `Liandun-World`, else the current one. */
export const worldOf = (house: House, request: Incoming): WorldFace => {
  const world = house.worlds.named(headerOf(request, 'liandun-world'))
  if (!world) throw new Problem('NOT_FOUND', {}, { members: { what: 'world' } })
  return world
}
