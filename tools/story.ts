import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { loadRules } from '#rules'
import { Client, htmlReport, play, readStory, StoryError, textReport, type Playing } from '#story'
import { stepForms } from '#shell'
import { services } from './services.js'
import { openStoryHouse } from './story-house.js'

const USAGE = `npm run story -- FILE… [--json] [--html FILE] [--until ID] [--branch ID] [--all] [--base-url URL --operator-token T]
npm run story -- --steps

  每个故事在自己的世界里播放；第一处不符时以非零退出。
  Each story is played in a world of its own; exits non-zero at the first difference.`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean' },
    html: { type: 'string' },
    until: { type: 'string' },
    branch: { type: 'string' },
    all: { type: 'boolean' },
    steps: { type: 'boolean' },
    'base-url': { type: 'string' },
    'operator-token': { type: 'string' },
    help: { type: 'boolean' },
  },
})

interface Schema {
  type?: string
  format?: string
  enum?: readonly unknown[]
  anyOf?: readonly Schema[]
  items?: Schema
  properties?: Record<string, Schema>
  required?: readonly string[]
  additionalProperties?: Schema | boolean
  title?: string
  examples?: readonly unknown[]
}

const kindOf = (schema: Schema): string => {
  if (schema.enum) return schema.enum.join('|')
  if (schema.anyOf) return schema.anyOf.map(kindOf).join(' | ')
  if (schema.type === 'array') return `[${kindOf(schema.items ?? {})}]`
  if (schema.properties) return `{ ${fieldsOf(schema).join(', ')} }`
  if (typeof schema.additionalProperties === 'object') return `{ …: ${kindOf(schema.additionalProperties)} }`
  return schema.format ?? schema.type ?? 'any'
}

const fieldsOf = (schema: Schema): string[] =>
  Object.entries(schema.properties ?? {}).map(
    ([name, field]) => `${name}${schema.required?.includes(name) ? '' : '?'}: ${kindOf(field)}`,
  )

const exampleOf = (schema: Schema): string =>
  Object.entries(schema.properties ?? {})
    .flatMap(([name, field]) => (field.examples?.length ? [`${name}: ${JSON.stringify(field.examples[0])}`] : []))
    .join(', ')

const printSteps = (): void => {
  for (const { kind, step, title, from, who, input, given } of stepForms(services)) {
    console.log(`${kind}/${step}  ${title.zh} ${title.en}`)
    console.log(
      `    from ${from.join(', ')} · by ${[who.of ?? [], who.may ? `right ${who.may}` : []].flat().join('/')} · office ${who.office.join('/')}${given.length ? ` · enclosures ${given.join('、')}` : ''}`,
    )
    const fields = fieldsOf(input as Schema)
    if (fields.length) console.log(`    ${fields.join(', ')}`)
    const example = exampleOf(input as Schema)
    if (example) console.log(`    例 e.g. ${example}`)
  }
}

const report = (playing: Playing): void => {
  if (values.json) console.log(JSON.stringify(playing))
  else console.log(textReport(playing, { failedOnly: !values.all }))
}

/** One page per story: `report.html`, or `report-<story>.html` where several are played. */
const htmlFile = (file: string, { story }: Playing): string =>
  positionals.length === 1 ? file : file.replace(/(\.html?)?$/, (ending) => `-${story.story}${ending || '.html'}`)

const run = async (): Promise<boolean> => {
  const house = values['base-url'] ? undefined : await openStoryHouse()
  const rules = house?.rules ?? loadRules()
  try {
    const client = new Client(
      house?.baseUrl ?? values['base-url']!,
      house?.operatorToken ?? values['operator-token'] ?? '',
    )
    let ok = true
    for (const file of positionals) {
      const playing = await play(readStory(file), { client, rules, until: values.until, branch: values.branch })
      report(playing)
      if (values.html) writeFileSync(htmlFile(values.html, playing), htmlReport(playing, rules))
      ok &&= playing.ok
    }
    return ok
  } finally {
    await house?.close()
  }
}

if (values.steps) printSteps()
else if (values.help || !positionals.length) console.log(USAGE)
else
  try {
    process.exitCode = (await run()) ? 0 : 1
  } catch (error) {
    console.error(error instanceof StoryError ? error.message : error)
    process.exitCode = 2
  }
