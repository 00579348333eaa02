import { createHash } from 'node:crypto'

/** Content-addressed bytes: papers and evidence. The name is the SM3 of the bytes; nothing is ever overwritten. */
export interface Blobs {
  /** Returns the lower-case hex SM3. With `expected` given and different it throws and keeps nothing. */
  put(bytes: Uint8Array, expected?: string): Promise<string>
  /** Checks the hash on reading; throws when the bytes have been changed. */
  get(name: string): Promise<Uint8Array | undefined>
  has(name: string): Promise<boolean>
}

/** Where bytes lie, each under a name that is theirs: all that differs from one store to the next. */
export interface Shelf {
  /** The bytes as they lie there. */
  read(name: string): Promise<Uint8Array | undefined>
  /** Whole and safe when it resolves; content when somebody else has kept the same meanwhile. */
  keep(name: string, bytes: Uint8Array): Promise<void>
  has(name: string): Promise<boolean>
}

const NAME = /^[0-9a-f]{64}$/

const sm3 = (bytes: Uint8Array): string => createHash('sm3').update(bytes).digest('hex')

/** Bytes named by their SM3 on a shelf, checked whenever they are read. */
export const namedBlobs = (shelf: Shelf): Blobs => {
  const get = async (name: string): Promise<Uint8Array | undefined> => {
    const bytes = NAME.test(name) ? await shelf.read(name) : undefined
    const found = bytes && sm3(bytes)
    if (found !== undefined && found !== name)
      throw new Error(`blob ${name} has been changed in the store: its bytes hash to ${found}; restore it from a copy`)
    return bytes
  }
  return {
    get,
    async put(bytes, expected) {
      const name = sm3(bytes)
      if (expected !== undefined && expected !== name)
        throw new Error(`these bytes are ${name}, not ${expected}; nothing was kept`)
      if ((await get(name)) === undefined) await shelf.keep(name, bytes)
      return name
    },
    has: async (name) => NAME.test(name) && (await shelf.has(name)),
  }
}
