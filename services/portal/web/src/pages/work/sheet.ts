import type { WorkLine } from '../../api/work.js'
import { dated, type Value } from '../../lists/cells.js'
import { useTitle, useWords } from '../../words/language.js'
import { workWords } from './words.js'

/** Lines of work as a sheet has them. */
export const useWorkSheet = () => {
  const words = useWords(workWords)
  const title = useTitle()
  return {
    heads: [
      words.light,
      words.left,
      words.due,
      words.number,
      words.matter,
      words.kind,
      words.clock,
      words.todo,
      words.holder,
      words.steps,
    ],
    line: ({ clock, ...one }: WorkLine): Value[] => [
      title(one.lightTitle),
      title(clock?.leftTitle),
      dated(clock?.due),
      one.number ?? '',
      one.label,
      title(one.kindTitle, one.kind),
      title(clock?.title),
      title(one.says),
      one.holder.map(({ agency, name }) => title(name, agency)).join(' '),
      one.may.map(({ step, title: called }) => title(called, step)).join(' '),
    ],
  }
}
