import { setTimeout as pause } from 'node:timers/promises'
import { Unavailable } from './unavailable.mjs'

/** Asks until `check` resolves. @throws Unavailable when the server has ended, or does not answer within `withinMs` */
export const untilReady = async (title, check, { runs, lastWords = () => '', withinMs = 120_000 }) => {
  const until = Date.now() + withinMs
  for (;;) {
    try {
      return await check()
    } catch (error) {
      if (!runs()) throw new Unavailable(`${title} 已退出：${lastWords()}`, `${title} has ended`)
      if (Date.now() > until)
        throw new Unavailable(`${title} 没有就绪：${error.message}`, `${title} is not ready after ${withinMs / 1000} s`)
      await pause(100)
    }
  }
}
