/** Shapes of the API as the console reads them; the routes in libs/shell say what they mean. */

export interface Title {
  zh: string
  en: string
}

/** In what a number is counted: money comes in fen and is shown in yuan. */
export interface Unit extends Title {
  format?: 'fen'
}

export interface Me {
  person: string
  name: string
  agency: string
  agencyName?: Title
  agencyKind?: string
  office: string
  officeTitle?: Title
  /** All that the account holds. */
  offices?: readonly { code: string; title?: Title }[]
  /** Until the token ends. */
  secondsLeft?: number
  /** `outside`: a party, not an agency. */
  level: string
  subject?: string
}

/** RFC 9457, as every "no" of the API is written. */
export interface ProblemBody {
  code: string
  status: number
  zh: string
  en: string
  todo: Title
  facts: Record<string, unknown>
  issues?: readonly { path: string; zh: string; en: string }[]
  more?: number
  trace?: string
  [member: string]: unknown
}
