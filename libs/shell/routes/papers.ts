import { Controller, Get, Inject, Param, Req, Res, type OnModuleDestroy } from '@nestjs/common'
import type { MadePaper } from '#kernel'
import { Press, PressBusy, type Drawing } from '#papers'
import { identifies, shownTo } from '#policy'
import type { Rules } from '#rules'
import { worldOf } from '../guard.js'
import { HOUSE, type House, type Incoming, type Outgoing } from '../house.js'
import { dispositionOf, paperNames, standingOf, type Printing, type Standing } from '../printing.js'
import { busy, Problem } from '../problem.js'

interface Address {
  service: string
  record: string
  id: string
}

/** The papers of a record that their reader may see, and how they are printed for that reader. */
interface Found {
  rules: Rules
  papers: readonly MadePaper[]
  printing: Printing
  /** Agencies are told what is missing and where it is entered. */
  file: boolean
}

const ID = /^[a-z2-7]{26}$/
const FILE = /^([a-z2-7]{26})\.pdf$/
const PRESS_AGAIN_S = 2

/** Papers of a record as PDF, made when somebody asks, from what the record holds. */
@Controller('api')
export class PaperRoutes implements OnModuleDestroy {
  private readonly press: Press
  constructor(@Inject(HOUSE) private readonly house: House) {
    this.press = new Press(house.fonts)
  }

  onModuleDestroy(): Promise<void> {
    return this.press.close()
  }

  /** Which papers there are, and which can be printed. */
  @Get(':service/:record/:id/papers')
  async list(@Param() address: Address, @Req() request: Incoming) {
    const found = await this.find(address, request)
    const standings = found.papers.map((made) => standingOf(made, found.printing))
    const drawings = standings.flatMap((one) => ('drawing' in one ? [one.drawing] : []))
    const lacking = drawings.length ? await this.press.lacking(drawings) : []
    const charactersOf = new Map(drawings.map((drawing, index) => [drawing, lacking[index]!]))
    return {
      papers: found.papers.map((made, index) => this.row(made, standings[index]!, found, address, charactersOf)),
    }
  }

  @Get(':service/:record/:id/papers/:file')
  async one(
    @Param() { file, ...address }: Address & { file: string },
    @Req() request: Incoming,
    @Res({ passthrough: true }) reply: Outgoing,
  ) {
    const found = await this.find(address, request)
    const id = FILE.exec(file)?.[1]
    const made = found.papers.find((one) => one.id === id)
    if (!made) throw new Problem('NOT_FOUND')
    const drawing = await this.drawingOf(made, found)
    const bytes = await this.press.print(drawing).catch((error: unknown) => {
      throw error instanceof PressBusy ? busy(PRESS_AGAIN_S) : error
    })
    reply.type('application/pdf').header('content-disposition', dispositionOf(made))
    return Buffer.from(bytes)
  }

  private row(
    made: MadePaper,
    standing: Standing,
    { rules, file }: Found,
    { service, record, id }: Address,
    charactersOf: ReadonlyMap<Drawing, readonly string[]>,
  ) {
    const { title, number, on, agency } = made.paper
    const characters = 'drawing' in standing ? charactersOf.get(standing.drawing)! : []
    const printable = 'drawing' in standing && !characters.length
    return {
      ...{ id: made.id, title: titleOf(rules, title), number, on, agency, agencyName: rules.agency(agency)?.name },
      printable,
      ...(printable && { href: `/api/${service}/${record}/${id}/papers/${made.id}.pdf` }),
      ...(file && 'missing' in standing && { missing: standing.missing }),
      ...(characters.length && { characters }),
    }
  }

  /** @throws Problem that names what is missing, before anything is made */
  private async drawingOf(made: MadePaper, { rules, printing, file }: Found): Promise<Drawing> {
    const paper = titleOf(rules, made.paper.title)
    const standing = standingOf(made, printing)
    if ('none' in standing) throw new Problem('PAPER_NOT_PRINTED', { paper })
    if ('missing' in standing) {
      const { missing } = standing
      const facts = { paper, missing: missing.map(({ title }) => title) }
      throw new Problem('PAPER_INCOMPLETE', facts, { members: file ? { missing } : {} })
    }
    const [characters = []] = await this.press.lacking([standing.drawing])
    if (characters.length) throw new Problem('PAPER_CHARACTERS', { paper, characters })
    return standing.drawing
  }

  private async find({ service, record, id }: Address, request: Incoming): Promise<Found> {
    if (!ID.test(id)) throw new Problem('NOT_FOUND')
    const kind = `${service}/${record}`
    const { actor } = request.who!
    const world = worldOf(this.house, request)
    const shown = await world.show(kind, id, actor)
    const made = shown && (await world.papers(kind, id, actor))
    if (!shown || !made) throw new Problem('NOT_FOUND')
    const { rules } = world
    const seen = shownTo(actor, shown, rules, () => false)
    const inFull = identifies(actor, shown, rules)
    request.identifies = inFull
    request.dossier = shown.dossier
    const own = 'outline' in seen ? seen.outline.papers : undefined
    return {
      rules,
      papers: own ? made.filter((_, index) => own.includes(shown.papers[index]!)) : made,
      printing: { matter: shown, names: paperNames(rules, this.house.lexicon(kind)), key: this.house.key, inFull },
      file: !own,
    }
  }
}

const titleOf = (rules: Rules, title: string) => rules.document(title)?.title ?? { zh: title, en: title }
