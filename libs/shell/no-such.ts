import { nearest } from '#kernel/nearest'
import { Problem } from './problem.js'
import { invalidInput } from './read.js'

/** Names told at most. */
const MOST = 200

/** What a parameter names does not exist: what is most like it, and all that there is. */
export const noSuch = (path: string, asked: string, all: readonly string[]): Problem => {
  const like = nearest(asked, all)
  const [zh, en] = like
    ? [`没有 ${asked}；是否指 ${like}？`, `there is no ${asked}; did you mean ${like}?`]
    : [`没有 ${asked}；现有的见 known`, `there is no ${asked}; those there are stand in known`]
  const { code, facts, extra } = invalidInput([{ path, zh, en }])
  return new Problem(code, facts, { ...extra, members: { ...extra.members, known: all.slice(0, MOST) } })
}
