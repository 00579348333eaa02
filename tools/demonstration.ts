import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Instant } from '#kernel'
import type { Rules, Staff } from '#rules'
import { StartError, stepForms } from '#shell'
import { checkStory, Client, htmlReport, momentOf, peopleOf, play, readStory, tellPlayed } from '#story'
import { services } from './services.js'
import { storyWords } from './story-words.js'

/** When the first of the stories begins: its first entry. @throws StoryError when a file cannot be played, StartError when there is none */
export const beginOf = (files: readonly string[]): Instant => {
  const none = files.find((file) => !existsSync(file))
  if (none !== undefined)
    throw new StartError(
      `找不到要播放的故事 ${none}。请在仓库目录中启动，或用 STORIES 指定故事文件；要打开空的城市：npm start -- --live`,
      `There is no story ${none} to play. Start in the folder of the repository, or name stories with STORIES; for an empty city: npm start -- --live`,
    )
  return momentOf(readStory(files[0]!).entries[0]!.at)
}

/** Whom the directory of the stories' world has beside the people of the seeds. */
export const castOf = (files: readonly string[], rules: Rules): Staff[] =>
  files.flatMap((file) => peopleOf(readStory(file), rules))

/** Before anything is opened. @throws StoryError with every mistake of the first story that has some */
export const checkDemonstration = (files: readonly string[], rules: Rules): void => {
  for (const file of files.filter((one) => existsSync(one)))
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
