import { createHash } from 'node:crypto'
import { mongo, type Connection } from 'mongoose'
import type { Blobs } from '#ports'
import { isDuplicate } from './mongo-errors.js'

const NAME = /^[0-9a-f]{64}$/

const sm3 = (bytes: Uint8Array): string => createHash('sm3').update(bytes).digest('hex')

/** Files of a bucket, each named by its own SM3; the name is unique. */
export class GridBlobs implements Blobs {
  readonly #bucket: mongo.GridFSBucket
  readonly #files: mongo.Collection

  private constructor({ db }: Connection, name: string) {
    this.#bucket = new mongo.GridFSBucket(db!, { bucketName: name })
    this.#files = db!.collection(`${name}.files`)
  }

  static async open(connection: Connection, name = 'blobs'): Promise<GridBlobs> {
    const blobs = new GridBlobs(connection, name)
    await blobs.#files.createIndex({ filename: 1 }, { unique: true, name: 'named once' })
    return blobs
  }

  async put(bytes: Uint8Array, expected?: string): Promise<string> {
    const name = sm3(bytes)
    if (expected !== undefined && expected !== name)
      throw new Error(`these bytes are ${name}, not ${expected}; nothing was kept`)
    if ((await this.get(name)) === undefined) await this.#keep(name, bytes)
    return name
  }

  async get(name: string): Promise<Uint8Array | undefined> {
    if (!NAME.test(name)) return undefined
    const file = await this.#files.findOne({ filename: name }, { projection: { _id: 1 } })
    if (!file) return undefined
    const bytes = await this.#read(file._id)
    const found = sm3(bytes)
    if (found !== name)
      throw new Error(`blob ${name} has been changed in the store: its bytes hash to ${found}; restore it from a copy`)
    return bytes
  }

  async has(name: string): Promise<boolean> {
    return NAME.test(name) && (await this.#files.countDocuments({ filename: name }, { limit: 1 })) > 0
  }

  async #read(id: mongo.ObjectId): Promise<Uint8Array> {
    const parts: Buffer[] = []
    for await (const part of this.#bucket.openDownloadStream(id)) parts.push(part as Buffer)
    return new Uint8Array(Buffer.concat(parts))
  }

  /** The name is taken last, when every byte is there. Whoever comes second takes its own bytes away again. */
  async #keep(name: string, bytes: Uint8Array): Promise<void> {
    const upload = this.#bucket.openUploadStream(name)
    try {
      await new Promise<void>((resolve, reject) => {
        upload.once('finish', resolve).once('error', reject)
        upload.end(bytes)
      })
    } catch (error) {
      await upload.abort().catch(() => {})
      if (!isDuplicate(error)) throw error
    }
  }
}
