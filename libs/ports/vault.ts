/** Who reported it (TSJB 37): sealed apart from every record, with a key of its own. Only the pseudonym leaves. */
export interface Vault {
  /**
   * Seals an identity and returns a pseudonym `INF-yyyy-nnnn` of its own, a fresh one for every report, so that two reports of one person
   * cannot be told to be that. `at` gives the year. `once` names the request: repeated with the same identity it gives the same pseudonym.
   */
  deposit(identity: unknown, at: string, once: string): Promise<string>
  /** Whether two pseudonyms stand for one person, however written down: yes or no, decided inside. A pseudonym it does not hold: no. */
  same(one: string, other: string): Promise<boolean>
  /** Opens one for two different persons with a reason; every opening is kept. Throws when they are one person or no reason is given. */
  open(pseudonym: string, request: { by: string; with: string; reason: string; at: string }): Promise<unknown>
  openings(pseudonym: string): Promise<{ by: string; with: string; reason: string; at: string }[]>
}
