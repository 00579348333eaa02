import type { Incoming } from './house.js'

/** What a line may say. */
export type LogLine = Readonly<Record<string, string | number | undefined>>

/** Where lines go: pino's interface, as Fastify has it. */
export interface LogSink {
  info(line: LogLine, message: string): void
  warn(line: LogLine, message: string): void
  error(line: LogLine, message: string): void
}

/** Long numbers are identities, phones or credit codes: none of them is written. */
export const masked = (text: string): string => text.replace(/[0-9A-Z]{15,18}|\d{7,}/g, '***')

const oneLine = (error: Error): string => masked((error.stack ?? error.message).replace(/\s*\n\s*/g, ' | '))

/** Logs as JSON: record, agency, route and trace; no body, no name, no address, no query. */
export class Log {
  constructor(private readonly sink: LogSink) {}

  request(request: Incoming, status: number, ms: number): void {
    const { method, routeOptions, who, id } = request
    const [, kind, record] = /^\/api\/([a-z-]+\/[a-z-]+)\/([a-z2-7]{26})/.exec(request.url) ?? []
    const line = {
      trace: id,
      method,
      route: routeOptions?.url,
      kind,
      record,
      agency: who?.actor.agency,
      status,
      ms: Math.round(ms),
    }
    this.sink.info(line, 'request')
  }

  fault(thrown: unknown, trace: string | undefined): void {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown))
    const cause = error.cause instanceof Error ? oneLine(error.cause) : undefined
    this.sink.error({ trace, error: oneLine(error), cause }, 'fault')
  }

  note(message: string, line: LogLine = {}): void {
    this.sink.info(line, message)
  }

  warn(message: string, line: LogLine = {}): void {
    this.sink.warn(line, message)
  }
}
