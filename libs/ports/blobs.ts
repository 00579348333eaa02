/** Content-addressed bytes: papers and evidence. The name is the SM3 of the bytes; nothing is ever overwritten. */
export interface Blobs {
  /** Returns the lower-case hex SM3. With `expected` given and different it throws and keeps nothing. */
  put(bytes: Uint8Array, expected?: string): Promise<string>
  /** Checks the hash on reading; throws when the bytes have been changed. */
  get(name: string): Promise<Uint8Array | undefined>
  has(name: string): Promise<boolean>
}
