import type { KafkaLink } from './kafka.js'
import { ServerRefused } from './mongo.js'

export interface TopicsWanted {
  topics: readonly string[]
  partitions: number
  /** -1: the broker's default. */
  replicas: number
  /** What the largest batch takes. */
  bytes: number
}

const count = (topic: string, is: number | undefined, partitions: number): void => {
  if (is !== partitions)
    throw new ServerRefused(
      `主题 ${topic} 有 ${is ?? 0} 个分区，须为 ${partitions} 个；分区数一变，同一卷宗的消息就不再有序`,
      `topic ${topic} has ${is ?? 0} partitions and must have ${partitions}; a changed number breaks the order of a dossier`,
    )
}

const keeps = (topic: string, settings: ReadonlyMap<string, string>, bytes: number): void => {
  if (settings.get('cleanup.policy')?.includes('compact'))
    throw new ServerRefused(
      `主题 ${topic} 不得压实（cleanup.policy 须为 delete）`,
      `topic ${topic} must not be compacted (cleanup.policy must be delete)`,
    )
  if (Number(settings.get('max.message.bytes')) < bytes)
    throw new ServerRefused(
      `主题 ${topic} 的 max.message.bytes 须不小于 ${bytes}`,
      `max.message.bytes of topic ${topic} must be at least ${bytes}`,
    )
}

/**
 * Makes the topics that are missing, kept without end, and checks those that are there.
 * @throws ServerRefused with what to do
 */
export const openTopics = async (link: KafkaLink, wanted: TopicsWanted): Promise<void> => {
  const { topics, partitions, replicas, bytes } = wanted
  const found = await link.makeTopics(topics, partitions, replicas)
  for (const topic of topics) {
    count(topic, found.get(topic), partitions)
    keeps(topic, await link.settingsOf(topic, ['cleanup.policy', 'max.message.bytes']), bytes)
  }
}
