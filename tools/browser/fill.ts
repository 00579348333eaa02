import type { Locator, Page } from '@playwright/test'
import { inRow, valueUnder, type Field } from '../../services/portal/web/src/forms/fields.js'

type Values = Readonly<Record<string, unknown>>
type Path = readonly (string | number)[]

/** What is offered by then; what is in no list stands as it was written. */
const OFFERED_MS = 8000

const titleOf = ({ node }: Field, value: string): string => node['x-titles']?.[value]?.zh ?? value

/** Fills a form as a person does: types, ticks, picks; each field is found by its address in the page. */
export class Filling {
  constructor(
    private readonly page: Page,
    private readonly form: Locator,
  ) {}

  async all(fields: readonly Field[], values: Values, path: Path = []): Promise<void> {
    for (const field of fields)
      if (values[field.name] !== undefined) await this.one(field, values[field.name], [...path, field.name])
  }

  private by(path: Path, ending = ''): Locator {
    return this.form.locator(`[id$="_-${path.join('-')}${ending}"]`)
  }

  private async one(field: Field, value: unknown, path: Path): Promise<void> {
    switch (field.kind) {
      case 'group':
        return this.all(field.fields, value as Values, path)
      case 'rows':
        return this.rows(field, value as Values[], path)
      case 'list':
        return this.lines(value as unknown[], path)
      case 'either':
        return this.either(field, value, path)
      case 'map':
        return this.map(field, value as Values, path)
      case 'yes':
        return this.by(path)
          .getByRole('radio', { name: value ? '是' : '否', exact: true })
          .check()
      case 'choice':
        return this.choice(field, String(value), path)
      case 'choices':
        return this.choices(field, value as string[], path)
      case 'agency':
      case 'person':
      case 'record':
        return this.pick(String(value), path)
      case 'day':
      case 'instant':
        return this.day(value as string | null, path)
      case 'money':
        return this.by(path).fill(String(Number(value) / 100))
      default:
        return this.by(path).fill(String(value))
    }
  }

  private async day(value: string | null, path: Path): Promise<void> {
    if (value === null) return
    await this.by(path).fill(value.slice(0, 16).replace('T', ' '))
    await this.by(path).press('Enter')
  }

  /** One of a few stands open with a button before it; one of many is looked for by what it is called. */
  private async choice(field: Field, value: string, path: Path): Promise<void> {
    await this.by(path).first().waitFor()
    const button = this.by(path).locator(`input[type=radio][value="${value}"]`)
    if (await button.count()) return button.check()
    await this.pick(titleOf(field, value), path)
  }

  private async choices(field: Field, values: readonly string[], path: Path): Promise<void> {
    // Where there is nothing to choose from, each is written on a line.
    if (await this.by([...path, 0]).count()) return this.lines(values, path)
    for (const value of values) {
      const box = this.by(path).locator(`input[type=checkbox][value="${value}"]`)
      if (await box.count()) await box.check()
      else await this.pick(titleOf(field.item!, value), [...path, 'of'])
    }
  }

  /** Of a list that can be searched; where there is nothing to choose from it is written. */
  private async pick(value: string, path: Path): Promise<void> {
    const input = this.by(path).first()
    await input.fill(value)
    if ((await input.getAttribute('role')) !== 'combobox') return
    const option = this.page.locator(
      '.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option-active',
    )
    const offered = option.last().waitFor({ timeout: OFFERED_MS })
    if (
      await offered.then(
        () => true,
        () => false,
      )
    )
      await input.press('Enter')
    await input.blur()
  }

  private async lines(values: readonly unknown[], path: Path): Promise<void> {
    for (const [index, value] of values.entries()) {
      if (index > 0) await this.by(path, '-of-add').or(this.by(path, '-add')).first().click()
      await this.by([...path, index]).fill(String(value))
    }
  }

  /** For all of them or for each: the way that takes such a value. */
  private async either(field: Field, value: unknown, path: Path): Promise<void> {
    const way = field.ways!.findIndex(({ kind }) => (kind === 'map') !== Array.isArray(value))
    await this.by(path).locator('.ant-segmented-item').nth(way).click()
    await this.one(field.ways![way]!, value, [...path, 'value'])
  }

  private async rows(field: Field, values: readonly Values[], path: Path): Promise<void> {
    for (const [index, row] of values.entries()) {
      await this.by(path, '-add').first().click()
      await this.all(inRow(field.fields, row), row, [...path, index])
    }
  }

  private async map(field: Field, values: Values, path: Path): Promise<void> {
    for (const [index, [key, value]] of Object.entries(values).entries()) {
      if (!(await this.by([...path, index, 'key']).count())) await this.by(path, '-add').first().click()
      if (field.node['x-titles']) await this.pick(titleOf(field, key), [...path, index, 'key'])
      else await this.by([...path, index, 'key']).fill(key)
      await this.one(valueUnder(field, key), value, [...path, index, 'value'])
    }
  }
}
