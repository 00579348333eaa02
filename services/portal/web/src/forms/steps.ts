import { useQuery } from '@tanstack/react-query'
import { api } from '../api/client.js'
import type { StepInfo } from './schema.js'

const read = (): Promise<StepInfo[]> => api<{ steps: StepInfo[] }>('/api/steps').then(({ steps }) => steps)

/** Every step with its form; the same as long as the page is open. */
export const useSteps = () => useQuery({ queryKey: ['steps'], queryFn: read, staleTime: 'static' })

export const stepIn = (steps: readonly StepInfo[] | undefined, kind: string, step: string): StepInfo | undefined =>
  steps?.find((one) => one.kind === kind && one.step === step)
