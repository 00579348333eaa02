/** Which suspicion of a crime a matter has come to, where it is not the first: what its end says to transfers. */
export const laterRound = ({ round }: { round: number }): number | undefined => (round > 1 ? round : undefined)
