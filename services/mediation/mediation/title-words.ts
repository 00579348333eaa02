/** 确权: words that no judicial confirmation may contain (rulebook invariant 11, MSJS 355). Longer words stand before those they hold. */
export const TITLE_WORDS: readonly string[] = ['宣告无效', '无效', '权属确认', '归属', '撤销专利权', '确认商标权归']

/** The words that occur in a text, each once; a word inside a longer one that was found is not named again. */
export const titleWordsIn = (text: string): string[] =>
  TITLE_WORDS.reduce<{ found: string[]; rest: string }>(
    ({ found, rest }, word) =>
      rest.includes(word) ? { found: [...found, word], rest: rest.replaceAll(word, '　') } : { found, rest },
    { found: [], rest: text },
  ).found
