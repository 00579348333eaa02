import { z } from 'zod'
import { address, variable } from './variable.js'

/** Logs and traces. Nothing is told to anybody who is not named here. */
export const WATCHING = {
  LOG_LEVEL: variable({
    schema: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']),
    preset: 'info',
    about: { zh: '日志级别；演示世界默认 warn', en: 'how much is logged; warn by default in a demonstration' },
    form: { zh: 'fatal、error、warn、info、debug 或 silent', en: 'fatal, error, warn, info, debug or silent' },
  }),
  LOG_FORMAT: variable({
    schema: z.enum(['json', 'lines']),
    about: {
      zh: '日志格式：json 一行一个对象（time、level、service、msg、trace、dossier 等，无个人信息、无正文），lines 供人阅读；不设则终端上为 lines，其余为 json',
      en: 'how logs are written: json, one object a line (time, level, service, msg, trace, dossier …; no personal data, no bodies), or lines for people; when left out lines on a terminal, else json',
    },
    form: { zh: 'json 或 lines', en: 'json or lines' },
  }),
  OTEL_EXPORTER_OTLP_ENDPOINT: variable({
    schema: address('http', 'https'),
    about: {
      zh: 'OpenTelemetry 采集器：链路以 OTLP/HTTP JSON 发往该地址的 /v1/traces；不设则不发送任何遥测',
      en: 'OpenTelemetry collector: traces go to its /v1/traces as OTLP/HTTP JSON; when left out no telemetry is sent at all',
    },
    form: { zh: '地址，如 http://collector:4318', en: 'an address like http://collector:4318' },
  }),
  OTEL_EXPORTER_OTLP_HEADERS: variable({
    schema: z.string().regex(/^[^=,\s]+=[^,]*(,[^=,\s]+=[^,]*)*$/),
    about: { zh: '发往采集器的请求头', en: 'headers of what is sent to the collector' },
    form: { zh: '以逗号分隔的 名称=值', en: 'name=value, separated by commas' },
    secret: true,
  }),
  OTEL_TRACES_SAMPLER_ARG: variable({
    schema: z
      .string()
      .regex(/^(0(\.\d{1,6})?|1(\.0+)?)$/)
      .transform(Number),
    preset: '1',
    about: {
      zh: '保留的链路比例；请求自带 traceparent 的听其决定',
      en: 'share of traces that are kept; a request with a traceparent decides for itself',
    },
    form: { zh: '0 至 1 的数', en: 'a number from 0 to 1' },
  }),
} as const
