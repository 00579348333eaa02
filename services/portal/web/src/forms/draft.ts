import type { Values } from './values.js'

/** What somebody typed and did not send yet; it survives a closed tab, on this machine only. */
export interface Draft {
  values: Values
  at?: string
  reason?: string
  /** The key and the body of an attempt whose answer was lost: the same body goes with the same key. */
  sent?: { key: string; body: string }
}

const PREFIX = 'liandun.draft.'

export const draftName = (person: string, kind: string, id: string | undefined, step: string): string =>
  `${PREFIX}${person}.${kind}.${id ?? 'new'}.${step}`

export const keptDraft = (name: string): Draft | undefined => {
  try {
    const text = localStorage.getItem(name)
    return text === null ? undefined : (JSON.parse(text) as Draft)
  } catch {
    return undefined
  }
}

/** Keeps a draft without the fields that hold an identity; what cannot be kept is not. */
export const keepDraft = (name: string, { values, sent, ...rest }: Draft, sealed: readonly string[]): void => {
  const open = Object.fromEntries(Object.entries(values).filter(([key]) => !sealed.includes(key)))
  try {
    localStorage.setItem(name, JSON.stringify({ ...rest, values: open, ...(sent && !sealed.length && { sent }) }))
  } catch {
    // The browser's store is full or closed: the form goes on without a draft.
  }
}

export const forgetDraft = (name: string): void => localStorage.removeItem(name)

/** On sign-out nothing of what somebody typed stays behind. */
export const forgetDrafts = (person: string): void => {
  for (const name of Object.keys(localStorage)) if (name.startsWith(`${PREFIX}${person}.`)) forgetDraft(name)
}
