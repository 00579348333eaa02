import { Tracing } from './tracing.js'

export { Tracing }

/** Its clients are read only when a collector is named. */
export const openTracing = async (endpoint: string | undefined, namespace: string, share: number): Promise<Tracing> => {
  if (endpoint === undefined) return new Tracing()
  const { exportTo } = await import('./exporting.js')
  return new Tracing(exportTo({ endpoint, namespace, share }))
}
