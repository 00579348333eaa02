import type { Rules } from '#rules'
import { readScripts } from './load.js'
import type { Script } from './script.js'

const STEPS = ['RegisterLead', 'ClassifyLead', 'StartVerification', 'FileCase']

/** A lead that becomes a case, with nothing in between. */
export const filing = (rules: Rules): Script => {
  const { acts, ...script } = readScripts(rules).find(({ name }) => name.startsWith('scenario-1'))!
  return {
    ...script,
    acts: acts
      .slice(0, acts.findIndex(({ step }) => step === 'FileCase') + 1)
      .filter(({ step }) => STEPS.includes(step)),
  }
}
