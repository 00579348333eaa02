import type { Incoming } from './house.js'

/** What a line may say. */
export type LogLine = Readonly<Record<string, string | number | undefined>>

const LEVELS = ['debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
export type Level = Exclude<(typeof LEVELS)[number], 'silent'>

export interface LogSettings {
  /** The least that is written; `silent`: nothing. */
  level: string
  /** @default json */
  format?: 'json' | 'lines'
  /** Who writes. */
  service?: string
  /** @default stdout, from `error` on stderr */
  write?: (line: string, level: Level) => void
}

/** Long numbers are identities, phones or credit codes: none of them is written. */
export const masked = (text: string): string => text.replace(/[0-9A-Z]{15,18}|\d{7,}/g, '***')

const oneLine = (error: Error): string => masked((error.stack ?? error.message).replace(/\s*\n\s*/g, ' | '))

const toStreams = (line: string, level: Level): void =>
  void (level === 'error' || level === 'fatal' ? process.stderr : process.stdout).write(line)

const jsonOf = (line: LogLine): string => `${JSON.stringify(line)}\n`

const readable = ({ time, level, msg, service: _, ...rest }: LogLine): string => {
  const pairs = Object.entries(rest).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]))
  return `${String(time).slice(11, 19)} ${String(level).padEnd(5)} ${[msg, ...pairs].join(' ')}\n`
}

/** One line each: record, dossier, agency, route and trace; no body, no name, no address, no query. */
export class Log {
  private readonly least: number
  private readonly write: (line: string, level: Level) => void
  private readonly shown: (line: LogLine) => string

  constructor(private readonly settings: LogSettings) {
    this.least = LEVELS.findIndex((one) => one === settings.level)
    this.write = settings.write ?? toStreams
    this.shown = settings.format === 'lines' ? readable : jsonOf
  }

  request(request: Incoming, status: number, ms: number): void {
    const { method, routeOptions, who, id: trace, dossier } = request
    const [, kind, record] = /^\/api\/([a-z-]+\/[a-z-]+)\/([a-z2-7]{26})/.exec(request.url) ?? []
    const [route, agency] = [routeOptions?.url, who?.actor.agency]
    this.line('info', 'request', { trace, method, route, kind, record, dossier, agency, status, ms: Math.round(ms) })
  }

  /** Something of the system's own that went wrong, whoever's matter it was. */
  fault(thrown: unknown, of: LogLine = {}, level: Level = 'error'): void {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown))
    const cause = error.cause instanceof Error ? oneLine(error.cause) : undefined
    this.line(level, 'fault', { ...of, error: oneLine(error), cause })
  }

  private line(level: Level, msg: string, line: LogLine): void {
    if (LEVELS.indexOf(level) < this.least) return
    const { service } = this.settings
    this.write(this.shown({ time: new Date().toISOString(), level, service, msg, ...line }), level)
  }
}
