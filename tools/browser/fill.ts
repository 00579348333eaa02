import type { Locator, Page } from '@playwright/test'
import type { Title } from '../../services/portal/web/src/api/types.js'
import type { Field } from '../../services/portal/web/src/forms/fields.js'

type Values = Readonly<Record<string, unknown>>
type Path = readonly (string | number)[]

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

  private titleOf(field: Field, value: string): string {
    const titles = field.node['x-titles'] as Readonly<Record<string, Title>> | undefined
    return titles?.[value]?.zh ?? value
  }

  private async choice(field: Field, value: string, path: Path): Promise<void> {
    const radio = this.by(path).getByRole('radio', { name: this.titleOf(field, value), exact: true })
    if (await radio.count()) return radio.check()
    await this.pick(this.titleOf(field, value), path)
  }

  private async choices(field: Field, values: readonly string[], path: Path): Promise<void> {
    for (const value of values) {
      const box = this.by(path).getByRole('checkbox', { name: this.titleOf(field.item!, value), exact: true })
      if (await box.count()) await box.check()
      else await this.pick(this.titleOf(field.item!, value), [...path, 'of'])
    }
  }

  /** Of a list that can be searched; where there is nothing to choose from it is written. */
  private async pick(value: string, path: Path): Promise<void> {
    const input = this.by(path).first()
    await input.fill(value)
    if ((await input.getAttribute('role')) !== 'combobox') return
    const option = this.page.locator('.ant-select-dropdown:visible .ant-select-item-option').first()
    await option.click()
    await input.press('Escape')
  }

  private async lines(values: readonly unknown[], path: Path): Promise<void> {
    for (const [index, value] of values.entries()) {
      if (index > 0) await this.by(path, '-of-add').or(this.by(path, '-add')).first().click()
      await this.by([...path, index]).fill(String(value))
    }
  }

  private async rows(field: Field, values: readonly Values[], path: Path): Promise<void> {
    for (const [index, row] of values.entries()) {
      await this.by(path, '-add').first().click()
      await this.all(field.fields, row, [...path, index])
    }
  }

  private async map(field: Field, values: Values, path: Path): Promise<void> {
    for (const [index, [key, value]] of Object.entries(values).entries()) {
      if (!(await this.by([...path, index, 'key']).count())) await this.by(path, '-add').first().click()
      await this.by([...path, index, 'key']).fill(key)
      await this.one(field.item!, value, [...path, index, 'value'])
    }
  }
}
