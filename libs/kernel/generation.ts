import type { ViewTable, Views } from '#ports'
import { projector } from './project.js'
import type { View } from './service.js'

/** Where a service notes which of its views are whole. */
const NOTES = 'generations'

/** The rows of one view as this program folds them: those of its format, which other programs leave alone. */
export class Generation {
  readonly projector: ReturnType<typeof projector>
  /** Resolves when all rows are there. */
  readonly ended: Promise<void>
  whole = false
  private readonly notes: ViewTable
  private end = (): void => {}

  constructor(
    readonly service: string,
    readonly view: View,
    private readonly views: Views,
  ) {
    this.ended = new Promise((resolve) => (this.end = resolve))
    this.projector = projector(view, views)
    this.notes = views.table(NOTES)
  }

  /** Who follows the bus to fold it, where others follow it to fold another format. */
  group(format = this.view.format): string {
    const { service, view } = this
    return `${service}:${view.name}${format ? `@${format}` : ''}`
  }

  /** Whether somebody has folded it to the end. */
  async noted(): Promise<boolean> {
    return (await this.notes.get(this.group())) !== undefined
  }

  async others(): Promise<number[]> {
    return (await this.views.formats(this.view.name)).filter((format) => format !== this.view.format)
  }

  async drop(format: number): Promise<void> {
    await this.views.drop(this.view.name, format)
    await this.notes.apply([{ id: this.group(format), row: undefined }])
  }

  /** All rows are there. */
  async note(at: string): Promise<void> {
    const id = this.group()
    await this.notes.apply([{ id, row: { id, at } }])
    this.isWhole()
  }

  isWhole(): void {
    this.whole = true
    this.end()
  }
}
