/** The claim that keeps one open transfer per case, or per lead where there is no case. */
export const suspicionOf = (matter: string, round: number): string => `suspicion:${matter}:${round}`

/** The key under which reactions find the transfer of a suspicion. */
export const keyOf = (matter: string, round: number): string => `${matter}:${round}`

/** The first suspicion of a matter; a later one follows when a transfer has ended. */
export const FIRST_ROUND = 1
