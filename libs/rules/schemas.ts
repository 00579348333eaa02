import { CONFIDENCES } from '#kernel'
import { isDay } from '#kernel'
import { z } from 'zod'

/** The forms of the data files; clock rows have theirs in the kernel. */

const day = z.string().refine(isDay, '应为存在的日期 yyyy-mm-dd / a day that exists, yyyy-mm-dd')
const title = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
const names = z.array(z.string().min(1))
const mark = z.enum(CONFIDENCES)
const scalar = z.union([z.string(), z.number(), z.boolean()])

export const thresholdRow = z.strictObject({
  id: z.string().regex(/^[TO]\d+[A-Z]*-\w+$/, 'T213G-1a'),
  offence: z.string(),
  tier: z.enum(['base', 'serious', 'specially_serious']),
  /** Any of them opens the row; none: always. */
  flags: names,
  /** Alternatives by `|`, sums by `+`. */
  metric: z.string().optional(),
  at: z.number().positive().optional(),
  unit: z.enum(['CNY', 'piece', 'copy', 'work', 'count', 'bool', 'ratio', 'multiple']),
  article: z.string(),
  confidence: mark.optional(),
  validTo: day.optional(),
  /** Sums count only while this figure stays below. */
  onlyIf: z.strictObject({ metric: z.string(), below: z.number().positive() }).optional(),
  /** Flags, or figures above zero, without which the row is silent. */
  requires: names.optional(),
  composite: z.strictObject({ atLeast: z.number().int(), items: z.array(names) }).optional(),
  times: z.strictObject({ n: z.number().int().positive(), of: names }).optional(),
  anyOf: names.optional(),
})
export type ThresholdRow = z.infer<typeof thresholdRow>

export const lawFile = z.strictObject({
  source: z.string(),
  instrument: title,
  validFrom: day,
  validTo: day.optional(),
  ruleSet: z.string().optional(),
  confidence: mark.optional(),
  clocks: z.array(z.record(z.string(), z.unknown())).optional(),
  thresholds: z.array(thresholdRow).optional(),
})
export type LawFile = z.infer<typeof lawFile>

export const calendarFile = z.strictObject({
  year: z.number().int(),
  source: z.string(),
  confidence: mark,
  holidays: z.array(z.strictObject({ from: day, to: day, title })),
  work: z.array(day),
  /** Working days of the year: tells when a day was forgotten. */
  workingDays: z.number().int(),
  /** The same by month. */
  months: z.array(z.number().int()).length(12).optional(),
})
export type CalendarFile = z.infer<typeof calendarFile>

export const offencesFile = z.strictObject({
  offences: z.array(
    z.strictObject({
      key: z.string(),
      article: z.string(),
      family: z.string(),
      validFrom: day.optional(),
      needs: names.optional(),
      reads: z.record(z.string(), names).optional(),
      with: names.optional(),
      /** Whose period of prosecution its acts have since a day: its maximum is not that of its tier. */
      prosecution: z.strictObject({ since: day, as: z.string() }).optional(),
      title,
    }),
  ),
  metrics: z.array(z.strictObject({ key: z.string(), unit: z.string(), counted: title.optional(), title })),
  flags: z.array(z.strictObject({ key: z.string(), title })),
})
export type Offence = z.infer<typeof offencesFile>['offences'][number]
export type Metric = z.infer<typeof offencesFile>['metrics'][number]

export const documentsFile = z.strictObject({
  documents: z.array(
    z.strictObject({
      code: z.string().regex(/^[A-Z]\d+$/, 'F45'),
      zh: z.string().min(1),
      en: z.string().min(1),
      also: names.optional(),
      /** Goes to the party: events by which it reaches it. */
      served: names.optional(),
    }),
  ),
  numbers: z.array(
    z.strictObject({
      series: z.string(),
      papers: names,
      pattern: z.string(),
      kinds: names,
      confidence: mark,
    }),
  ),
})
export type NumberSeries = z.infer<typeof documentsFile>['numbers'][number]

export const switchesFile = z.strictObject({
  switches: z.array(
    z.strictObject({
      name: z.string().regex(/^[a-z0-9]+(\.[A-Za-z0-9]+)*$/, 'police.supplementStopsClock'),
      value: scalar,
      values: z.array(scalar).optional(),
      source: z.string(),
      title,
    }),
  ),
})

export const hearingFile = z.strictObject({
  figures: z.record(
    z.enum(['samr', 'henan']),
    z.strictObject({
      source: z.string(),
      confidence: mark,
      person: z.number().positive(),
      organisation: z.number().positive(),
    }),
  ),
  kinds: z.array(z.strictObject({ key: z.string(), title })),
})
export type HearingFile = z.infer<typeof hearingFile>

export const figuresFile = z.strictObject({
  figures: z.array(
    z.strictObject({
      name: z.string(),
      value: z.number(),
      unit: z.enum(['CNY', 'ratio', 'multiple', 'Y', 'M', 'CD', 'WD', 'person']),
      source: z.string(),
      confidence: mark,
      title,
    }),
  ),
})

export const instrumentsFile = z.strictObject({
  instruments: z.array(z.strictObject({ key: z.string(), name: title })),
})

export const channelsFile = z.strictObject({
  /** Fields of RegisterLead that every channel has. */
  fields: names,
  channels: z.array(
    z.strictObject({
      code: z.string().regex(/^SRC-[A-Z0-9-]+$/, 'SRC-…'),
      complaint: z.boolean(),
      report: z.boolean(),
      regime: z.string(),
      clocks: names,
      source: z.string(),
      confidence: mark,
      /** Fields of RegisterLead that it has beside those of all. */
      fields: names,
      /** Those of them that must be filled in. */
      needs: names.optional(),
      /** The public submits it without an account. */
      online: z.boolean().optional(),
      title,
      /** What it is for, in plain words. */
      about: title.optional(),
    }),
  ),
  /** Events of a lead that whoever submitted it is told of; `outcome`: and how it ended. */
  told: z.array(z.strictObject({ event: z.string(), law: z.string(), outcome: z.boolean().optional() })),
  /** Clocks of a lead that whoever submitted it is told of. */
  periods: names,
})

export const kindsFile = z.strictObject({
  kinds: z.array(z.strictObject({ kind: z.string(), outside: z.boolean().optional(), title })),
  groups: z.record(z.string(), names),
})

export const officesFile = z.strictObject({
  offices: z.array(z.strictObject({ code: z.string(), groups: names, kinds: names.optional(), title })),
  groups: z.array(z.strictObject({ code: z.string(), title })),
})

export const rightsFile = z.strictObject({
  rights: z.array(
    z.strictObject({
      name: z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'approve-transfer'),
      also: names.optional(),
      kinds: names,
      source: z.string(),
      title,
    }),
  ),
})

export const ipTypesFile = z.strictObject({
  ipTypes: z.array(
    z.strictObject({
      code: z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'utility-model'),
      group: z.string(),
      court: z.enum(['basic', 'intermediate', 'technical']),
      seizure: z.enum(['responsible', 'city-head']),
      patent: z.boolean().optional(),
      mustSuspend: z.boolean().optional(),
      forwardOnly: z.boolean().optional(),
      reporterTold: z.string().optional(),
      title,
      offences: names,
      acts: z.record(z.string(), names),
    }),
  ),
})

export const competenceFile = z.strictObject({
  competence: z.array(
    z.strictObject({
      ip: names.min(1),
      work: z.enum(['penalty', 'adjudication', 'mediation', 'border']),
      kinds: names,
      source: z.string(),
      confidence: mark,
      note: title.optional(),
    }),
  ),
})

export const agenciesFile = z.strictObject({
  regions: z
    .array(
      z.strictObject({ code: z.string(), name: title, superior: z.string().optional(), host: z.string().optional() }),
    )
    .optional(),
  agencies: z
    .array(
      z.strictObject({
        code: z.string().regex(/^[A-Z0-9][A-Z0-9-]{1,39}$/, 'SAMR-411003'),
        kind: z.string(),
        level: z.enum(['nation', 'province', 'city', 'county', 'outside']),
        region: z.string(),
        name: title,
        superior: z.string().optional(),
        prefix: z.string().optional(),
        prefixes: z.record(z.string(), z.string()).optional(),
      }),
    )
    .optional(),
})

export const usersFile = z.strictObject({
  /** Every person of the seeds is invented, and says so. */
  fictional: z.literal(true),
  agency: z.string(),
  users: z.array(
    z.strictObject({
      user: z.string().regex(/^[a-z0-9-]{1,64}$/, 'weidu-officer-1'),
      name: z.string().min(1),
      offices: names.min(1),
      person: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'P-411002-01'),
      licence: z.string().optional(),
      subject: z.string().optional(),
    }),
  ),
})

export const rightSeedsFile = z.strictObject({
  fictional: z.literal(true),
  rights: z.array(
    z.strictObject({
      id: z.string(),
      ip: z.string(),
      name: z.string(),
      number: z.string(),
      holder: z.strictObject({ name: z.string(), uscc: z.string().optional(), address: z.string().optional() }),
      goods: z.string().optional(),
      validTo: day.optional(),
    }),
  ),
})
