/**
 * Events between records and services, at least once, in order per record.
 *
 * A handler that throws is tried again with growing waits, at most `retries` times; then that record is parked for that group:
 * its later envelopes wait behind it, in order, while every other record goes on. Nothing is ever sent to the tail again.
 * A thrown error with `retry: false` parks at once.
 */
export interface Bus {
  /**
   * Resolves when the envelopes are safe: each group that is or will be subscribed gets them. Only then are they marked as relayed,
   * and at once. Rejects when the bus was closed first: then they are published again. Envelopes hold JSON only. One that can never be
   * sent rejects all, with `retry: false` and itself as `envelope` in the error. `may` is asked before each try: when it says no, what was
   * not sent is rejected.
   */
  publish(envelopes: readonly Envelope[], may?: () => boolean): Promise<void>
  /**
   * One group handles each envelope of the topics; `topics` are service names. A new group, or one that was away, gets what it has
   * not had: from the bus, or because the bus asks the relay to begin again. What does not concern the group counts as handled.
   */
  subscribe(
    group: string,
    topics: readonly string[],
    handler: (envelope: Envelope) => Promise<void>,
    concerns?: (envelope: Envelope) => boolean,
  ): Promise<Subscription>
  /** What waits, oldest first. */
  parked(): Promise<Parked[]>
  /** Delivers what waits for (group, record), in order; what fails again stays parked. Returns how many went through. */
  redrive(group: string, record: string): Promise<number>
  /**
   * Forgets how far a group is and what waits for it: should it come again, it is new. False, and nothing is forgotten, while somebody is
   * in it, here or in another process.
   */
  forget(group: string): Promise<boolean>
  /** Numbers that let others see quiet: equal `published` and `handled` per group and nothing in flight. */
  counters(): Promise<Counters>
  /** Finishes handlers that have begun, starts none. */
  close(): Promise<void>
}

export interface Subscription {
  close(): Promise<void>
}

/** What one commit tells the others. CloudEvents attributes are made from it where a wire asks for them. */
export interface Envelope {
  /** The service that relays it: the topic. */
  service: string
  /** The key of ordering on a wire: the dossier. */
  dossier: string
  record: string
  /** `service/record`. */
  kind: string
  /** Position of the commit in its chain. */
  seq: number
  /** Position of the previous published commit of the record; 0 for the first. */
  after: number
  message: string
  occurredAt: string
  recordedAt: string
  actor: { agency: string; office: string; person: string }
  /** Events with data when they are contracts, without when they are the service's own affair. */
  events: readonly { id: string; type: string; version?: number; data?: unknown }[]
  /** The record as its service showed it when it relayed: what lists and timelines are made of; at least as new as this commit. */
  summary: unknown
  /** Message id of the person's act or lapse from which it all came. */
  root: string
  step: string
  /** The trace it is part of (W3C), when somebody watches; a header on a wire. */
  traceparent?: string
}

export interface Parked {
  group: string
  record: string
  /** How many envelopes wait, the failed one included. */
  waiting: number
  error: string
  since: string
  envelope: Envelope
}

export interface Counters {
  published: number
  /** Published per topic. */
  topics: Record<string, number>
  /** Deliveries to a group that are neither handled nor parked. */
  inFlight: number
  /**
   * `taken`: handled or parked, per topic; equal to `topics` when the group has had everything, behind it by the group's lag. `retried`:
   * tries after the first. All but `parked` since the start.
   */
  groups: Record<string, { handled: number; retried: number; parked: number; taken: Record<string, number> }>
}
