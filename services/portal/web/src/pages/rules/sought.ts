const plain = (text: string): string => text.normalize('NFKC').toLowerCase()

const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

/** Entries in which every word stands; in the order of the rules. */
export const sought = <T extends object>(entries: readonly T[], asked: string): readonly T[] => {
  const words = plain(asked).split(/\s+/).filter(Boolean)
  if (!words.length) return entries
  return entries.filter((entry) => {
    const text = plain(textsIn(entry).join('\n'))
    return words.every((word) => text.includes(word))
  })
}

/** 移送规定第五条 as it is cited: the instrument, and the article before its paragraphs. */
export const underArticle = (cited: string): ((entry: { law: string; article?: string }) => boolean) => {
  const [law = '', article = ''] = cited.split(':')
  const whole = (text: string) => text.split(/[,，;；、 ]/).map((one) => one.replace(/[(（].*$/, ''))
  return (entry) =>
    entry.law === law && (!article || whole(entry.article ?? '').some((one) => whole(article).includes(one)))
}
