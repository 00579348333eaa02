import type { Agency, Rules } from '#rules'

/** Rights of rulebook 8.2 by which the rules tell who is who; no kind of agency is named in this service. */
export const POLICE = 'decide-filing'
export const PROSECUTOR = 'supervise-filing'
export const COURT = 'judge-crime'
export const OFFICE = 'approve-joint-action'
export const MEMBER = 'join-joint-action'

/** The agency with a right on the level and in the region of another (GWY310:5, same level). */
export const peerWith = (rules: Rules, agency: string, right: string): Agency | undefined =>
  rules
    .right(right)
    .map((kind) => rules.sameLevel(agency, kind))
    .find((found) => found !== undefined)

/** The one agency of the city that has a right. */
export const only = (rules: Rules, right: string): Agency | undefined =>
  rules.agencies.find((agency) => rules.may(agency.code, right))

/** Whether an agency's region is a place or holds it: a city covers its counties. */
export const covers = (rules: Rules, agency: Agency, place: string): boolean => {
  if (agency.region === place) return true
  const region = rules.regions.find((one) => one.code === place)
  const above = region?.host ?? region?.superior
  return above !== undefined && above !== place && covers(rules, agency, above)
}
