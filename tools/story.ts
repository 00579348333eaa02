import { statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { loadRules, RulesError, type Rules } from '#rules'
import {
  checkStory,
  Client,
  htmlReport,
  play,
  readStory,
  ServerError,
  StoryError,
  textReport,
  type Known,
  type Mistake,
  type Playing,
  type Story,
} from '#story'
import { stepForms } from '#shell'
import type { Title } from '#kernel'
import { services } from './services.js'
import { openStoryHouse } from './story-house.js'
import { storyWords } from './story-words.js'

const USAGE = `npm run story -- FILE… [--json] [--html FILE] [--until ID] [--branch ID] [--all] [--base-url URL --operator-token T]
npm run story -- --steps

  每个故事在自己的世界里播放。退出码：0 全部相符，1 有不符之处，2 文件有误或不能播放。
  Each story is played in a world of its own. Exit code: 0 all as expected, 1 something differs, 2 a file has mistakes or cannot be played.`

const OPTIONS = {
  json: { type: 'boolean' },
  html: { type: 'string' },
  until: { type: 'string' },
  branch: { type: 'string' },
  all: { type: 'boolean' },
  steps: { type: 'boolean' },
  'base-url': { type: 'string' },
  'operator-token': { type: 'string' },
  help: { type: 'boolean' },
} as const

const asked = () => {
  try {
    return parseArgs({ allowPositionals: true, options: OPTIONS })
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`)
    process.exit(2)
  }
}

const { values, positionals } = asked()

interface Schema {
  type?: string
  format?: string
  enum?: readonly unknown[]
  'x-titles'?: Readonly<Record<string, Title>>
  anyOf?: readonly Schema[]
  items?: Schema
  properties?: Record<string, Schema>
  required?: readonly string[]
  additionalProperties?: Schema | boolean
  title?: string
  examples?: readonly unknown[]
}

const kindOf = (schema: Schema): string => {
  const titles = schema['x-titles'] ?? {}
  const known = schema.enum ?? Object.keys(titles)
  if (known.length) return known.map((key) => [key, titles[`${key}`]?.zh ?? []].flat().join(' ')).join('|')
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
  for (const { kind, step, title, from, who, input, given } of stepForms(services, loadRules())) {
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

/** What each file is wrong in, all of it before anything is played. */
const readAll = (files: readonly string[], known: Known): Story[] => {
  const stories: Story[] = []
  const mistakes: Mistake[] = []
  for (const file of files)
    try {
      const story = readStory(file)
      checkStory(story, known)
      stories.push(story)
    } catch (error) {
      if (!(error instanceof StoryError)) throw error
      mistakes.push(...error.mistakes)
    }
  if (mistakes.length) throw new StoryError(mistakes)
  return stories
}

const playAll = async (stories: readonly Story[], client: Client, rules: Rules): Promise<boolean> => {
  let ok = true
  for (const story of stories) {
    const playing = await play(story, { client, rules, until: values.until, branch: values.branch })
    report(playing)
    if (values.html) writeFileSync(htmlFile(values.html, playing), htmlReport(playing, rules))
    ok &&= playing.ok
  }
  return ok
}

const run = async (): Promise<boolean> => {
  const rules = loadRules()
  const words = storyWords(rules)
  const elsewhere = values['base-url']
  if (elsewhere !== undefined) {
    const client = new Client(elsewhere, values['operator-token'] ?? '')
    return playAll(readAll(positionals, { rules, steps: await client.steps(), words }), client, rules)
  }
  const stories = readAll(positionals, { rules, steps: stepForms(services, rules), words })
  const house = await openStoryHouse({ rules })
  try {
    return await playAll(stories, new Client(house.baseUrl, house.operatorToken), rules)
  } finally {
    await house.close()
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false

/** What a person can mend is told as it is; anything else with where it came from. */
const told = (error: unknown): string => {
  const known = error instanceof StoryError || error instanceof ServerError || error instanceof RulesError
  const ofSystem = (error as NodeJS.ErrnoException).syscall !== undefined
  return known || ofSystem ? (error as Error).message : String((error as Error).stack ?? error)
}

if (values.steps) printSteps()
else if (values.help) console.log(USAGE)
else if (!positionals.length) {
  console.error(`没有写故事文件 / no story is named\n\n${USAGE}`)
  process.exitCode = 2
} else if (values.html !== undefined && !isFolder(dirname(values.html))) {
  console.error(`没有这个目录，报告无处可写 / there is no such folder for the report: ${dirname(values.html)}`)
  process.exitCode = 2
} else
  try {
    process.exitCode = (await run()) ? 0 : 1
  } catch (error) {
    console.error(told(error))
    process.exitCode = 2
  }
