import { contract, field } from '#kernel'

/** The bureau asks the one a level above; `of` is the bureau asked (R-CRD-06). */
export const ConsentAsked = contract(
  1,
  'ConsentAsked',
  { zh: '请示列入', en: 'Consent asked' },
  { of: field.agency, case: field.id, agency: field.agency },
)

/** 列入: `date` begins CLK-LIST-END and CLK-LIST-EARLY; served together with the penalty and the notice of credit repair (R-REP-04). */
export const Listed = contract(
  1,
  'Listed',
  { zh: '列入严重违法失信名单', en: 'Listed' },
  {
    case: field.id,
    agency: field.agency,
    subject: field.subject,
    /** Kind of conduct (R-CRD-02, R-CRD-03). */
    conduct: field.name.optional(),
    date: field.day,
    servedOn: field.day.nullable().optional(),
  },
)

export const ListingPublished = contract(
  1,
  'ListingPublished',
  { zh: '公示列入', en: 'Listing published' },
  { case: field.id, on: field.day },
)

/** 撤销列入: treated as never listed (R-CRD-13). `published`: a publicity has to be taken back. */
export const ListingRevoked = contract(
  1,
  'ListingRevoked',
  { zh: '撤销列入', en: 'Listing revoked' },
  { case: field.id, agency: field.agency, ground: field.name, published: field.yes },
)
