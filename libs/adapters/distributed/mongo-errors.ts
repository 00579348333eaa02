import { mongo } from 'mongoose'

const DUPLICATE = 11000

/**
 * Which writes of an unordered batch found somebody before them, by code and never by message text.
 * @throws the error itself when any failed for another reason: nothing is known of those, and they may be asked again
 */
export const duplicatesIn = (error: unknown): number[] => {
  if (!(error instanceof mongo.MongoBulkWriteError) || error.result.getWriteConcernError()) throw error
  const failed = [error.writeErrors].flat()
  if (failed.some(({ code }) => code !== DUPLICATE)) throw error
  return failed.map(({ index }) => index)
}

export const isDuplicate = (error: unknown): boolean =>
  error instanceof mongo.MongoServerError && error.code === DUPLICATE

/** Whether asking again is safe and may help: not primary, interrupted, timed out, connection lost. */
export const mayRetry = (error: unknown): boolean =>
  error instanceof mongo.MongoNetworkError ||
  error instanceof mongo.MongoServerSelectionError ||
  (error instanceof mongo.MongoError &&
    (error.hasErrorLabel('RetryableWriteError') || error.hasErrorLabel('TransientTransactionError')))
