export type Labels = Readonly<Record<string, string>>

export interface Sample {
  labels?: Labels
  value: number
  /** Of a histogram. */
  part?: '_bucket' | '_sum' | '_count'
}

/** One metric with all its series. */
export interface Metric {
  name: string
  type: 'counter' | 'gauge' | 'histogram'
  help: string
  samples: readonly Sample[]
}

const SIGNS: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n' }
const quoted = (text: string): string => `"${text.replace(/[\\"\n]/g, (sign) => SIGNS[sign]!)}"`

const shown = (labels: Labels = {}): string => {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}=${quoted(value)}`)
  return pairs.length ? `{${pairs.join(',')}}` : ''
}

const linesOf = ({ name, type, help, samples }: Metric): string[] => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} ${type}`,
  ...samples.map(({ labels, value, part = '' }) => `${name}${part}${shown(labels)} ${value}`),
]

/** Prometheus text, format 0.0.4. A metric without a series is left out. */
export const prometheusText = (metrics: readonly Metric[]): string =>
  metrics
    .filter(({ samples }) => samples.length)
    .flatMap(linesOf)
    .map((line) => `${line}\n`)
    .join('')
