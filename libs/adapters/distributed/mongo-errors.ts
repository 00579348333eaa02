import { mongo } from 'mongoose'

const DUPLICATE = 11000

/** By the specification of retryable writes: not primary, stepped down, shutting down, a host that is away. */
const PASSING = new Set([6, 7, 89, 91, 134, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436])

/** A bulk write puts whatever kept it from its server into an error of its own, in which no write has failed and none is known of. */
const reasonOf = (error: unknown): unknown =>
  error instanceof mongo.MongoBulkWriteError && error.errorResponse instanceof Error ? error.errorResponse : error

const failuresIn = ({ writeErrors }: mongo.MongoBulkWriteError): readonly mongo.WriteError[] => [writeErrors].flat()

/**
 * Which writes of an unordered batch found somebody before them, by code and never by message text.
 * @throws what kept the batch from being written when it was anything else: nothing is known of those, and they may be asked again
 */
export const duplicatesIn = (thrown: unknown): number[] => {
  const error = reasonOf(thrown)
  if (!(error instanceof mongo.MongoBulkWriteError) || error.result.getWriteConcernError()) throw error
  const failed = failuresIn(error)
  if (!failed.length || failed.some(({ code }) => code !== DUPLICATE)) throw error
  return failed.map(({ index }) => index)
}

export const isDuplicate = (error: unknown): boolean =>
  error instanceof mongo.MongoServerError && error.code === DUPLICATE

const codesOf = (error: mongo.MongoError): unknown[] =>
  error instanceof mongo.MongoBulkWriteError
    ? [error.code, error.result.getWriteConcernError()?.code, ...failuresIn(error).map(({ code }) => code)]
    : [error.code]

/** Whether asking again is safe and may help: not primary, interrupted, timed out, connection lost. */
export const mayRetry = (thrown: unknown): boolean => {
  const error = reasonOf(thrown)
  return (
    error instanceof mongo.MongoNetworkError ||
    error instanceof mongo.MongoServerSelectionError ||
    (error instanceof mongo.MongoError &&
      (codesOf(error).some((code) => PASSING.has(Number(code))) ||
        error.hasErrorLabel('RetryableWriteError') ||
        error.hasErrorLabel('TransientTransactionError')))
  )
}
