/** Who reported it (TSJB 37): sealed apart from every record, with a key of its own. Only the pseudonym leaves. */
export interface Vault {
  /** Seals an identity and returns its pseudonym `INF-yyyy-nnnn`; the same identity gives the same pseudonym. `at` gives the year. */
  deposit(identity: unknown, at: string): Promise<string>
  /** Opens one for two different persons with a reason; every opening is kept. Throws when they are one person or no reason is given. */
  open(pseudonym: string, request: { by: string; with: string; reason: string; at: string }): Promise<unknown>
  openings(pseudonym: string): Promise<{ by: string; with: string; reason: string; at: string }[]>
}
