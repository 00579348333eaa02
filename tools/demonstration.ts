import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Instant } from '#kernel'
import type { Rules, Staff } from '#rules'
import { StartError, stepForms } from '#shell'
import { checkStory, Client, htmlReport, momentOf, peopleOf, play, readStory, tellPlayed } from '#story'
import { services } from './services.js'
import { storyWords } from './story-words.js'

/** When a story begins: its first entry. @throws StoryError when the file cannot be played, StartError when there is none */
export const beginOf = (file: string): Instant => {
  if (!existsSync(file))
    throw new StartError(
      `找不到要播放的故事 ${file}。请在仓库目录中启动，或用 STORY 指定故事文件；要打开空的城市：npm start -- --live`,
      `There is no story ${file} to play. Start in the folder of the repository, or name a story with STORY; for an empty city: npm start -- --live`,
    )
  return momentOf(readStory(file).entries[0]!.at)
}

/** Whom the directory of a story's world has beside the people of the seeds. */
export const castOf = (file: string, rules: Rules): Staff[] => peopleOf(readStory(file), rules)

/** Before anything is opened. @throws StoryError with every mistake of the story */
export const checkDemonstration = (file: string, rules: Rules): void => {
  if (existsSync(file))
    checkStory(readStory(file), { rules, steps: stepForms(services, rules), words: storyWords(rules) })
}

interface Demonstration {
  file: string
  url: string
  operatorToken: string
  rules: Rules
  /** Folder for the report. */
  reports: string
  say: (...lines: string[]) => void
}

/** Plays a story into the main world and writes its report. */
export const playDemonstration = async ({
  file,
  url,
  operatorToken,
  rules,
  reports,
  say,
}: Demonstration): Promise<{ report: string; ok: boolean; dossier: string | undefined }> => {
  const client = new Client(url, operatorToken)
  const playing = await play(readStory(file), {
    client,
    rules,
    worlds: false,
    heard: (played) => say(tellPlayed(played)),
  })
  const report = `${basename(file).replace(/\.ya?ml$/, '')}.html`
  mkdirSync(reports, { recursive: true })
  writeFileSync(join(reports, report), htmlReport(playing, rules))
  const { findings, failed } = playing.counts
  say(`  ${findings} 处核对 checks${failed ? `，${failed} 处不符 differ` : ''}`)
  const [first] = playing.entries.flatMap((played) => played.records.this ?? [])
  return { report, ok: playing.ok, dossier: first?.dossier }
}
