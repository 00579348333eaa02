import { setTimeout as pause } from 'node:timers/promises'
import { Body, Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common'
import { z } from 'zod'
import { accessName, type Actor } from '#kernel'
import { writeAnswer } from '../answers.js'
import { Public, worldOf } from '../guard.js'
import { HOUSE, type House, type Incoming, type Outgoing } from '../house.js'
import { accessCode, accessHash } from '../outside/access-code.js'
import { toldOf } from '../outside/told.js'
import { Problem } from '../problem.js'
import { invalidInput, keyOf, read } from '../read.js'

const LEAD = 'intake/lead'
const STEP = 'SubmitLead'

const submission = z.strictObject({ input: z.record(z.string(), z.unknown()) })
const question = z.strictObject({ code: z.string().max(64) })

/** A code is as hard to guess as the key it is made of. */
const SHORTEST_KEY = 22
/** Whether a code is held or not, the answer comes no sooner. */
const ANSWER_MS = 250

/** Whoever stands outside with the code: no account, no name; the code's keyed hash is all there is. */
const bearer = (hash: string): Actor => ({ agency: 'INFORMANT', office: 'party', person: 'online', subject: hash })

/** The other half of mixed material is a lead of its own (TSJB 9). */
const halfOf = (id: string): string[] => [`key:${LEAD}:split:${id}`]

const strongKey = (request: Incoming): string => {
  const key = keyOf(request)
  if (key.length >= SHORTEST_KEY) return key
  throw invalidInput([
    {
      path: 'Idempotency-Key',
      zh: `查询码由它产生：请用至少 ${SHORTEST_KEY} 个字符的随机值，或者不写`,
      en: `the access code is made of it: send at least ${SHORTEST_KEY} random characters, or leave it out`,
    },
  ])
}

/** What people without an account may do: hand in a complaint or report, and ask what became of it. */
@Controller('api/outside')
export class OutsideDeskRoutes {
  constructor(@Inject(HOUSE) private readonly house: House) {}

  /** Takes a complaint or report and answers with its access code, which is kept nowhere. */
  @Public()
  @Post('submissions')
  async submit(@Body() body: unknown, @Req() request: Incoming, @Res({ passthrough: true }) reply: Outgoing) {
    const { input } = read(submission, body)
    const code = accessCode(this.house.key, strongKey(request))
    const world = worldOf(this.house, request)
    const hash = accessHash(this.house.key, code)
    const command = { kind: LEAD, step: STEP, actor: bearer(hash), input, key: 'submission' }
    const answer = await world.handle(command)
    const { repeated } = writeAnswer(this.house, answer, { kind: LEAD, step: STEP, id: '' }, reply)
    reply.code(201)
    const [shown] = await world.told(LEAD, accessName(hash), bearer(hash))
    return { code, ...toldOf(shown!, world.rules, this.house.lexicon(LEAD)), repeated }
  }

  /** What whoever has the code is told. A code that nobody holds and one that is none are answered alike. */
  @Public()
  @HttpCode(200)
  @Post('status')
  async status(@Body() body: unknown, @Req() request: Incoming) {
    const { code } = read(question, body)
    const [answer] = await Promise.all([this.told(code, request), pause(ANSWER_MS)])
    if (!answer.length) throw new Problem('NO_SUCH_CODE')
    return { submissions: answer }
  }

  private async told(code: string, request: Incoming) {
    const world = worldOf(this.house, request)
    const hash = accessHash(this.house.key, code)
    const found = await world.told(LEAD, accessName(hash), bearer(hash), halfOf)
    return found.map((shown) => toldOf(shown, world.rules, this.house.lexicon(LEAD)))
  }
}
