const KEPT = 'liandun.search'

/** What was looked for stays in this tab, so that back finds it; it stands in no address. */
export const keptWords = (): string => sessionStorage.getItem(KEPT) ?? ''
export const keepWords = (words: string): void => sessionStorage.setItem(KEPT, words)
