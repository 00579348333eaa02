import { mongo, type Connection } from 'mongoose'
import { namedBlobs, type Blobs, type Shelf } from '#ports'
import { isDuplicate } from './mongo-errors.js'

/** Files of a bucket; the name is unique. */
class GridShelf implements Shelf {
  readonly #bucket: mongo.GridFSBucket
  readonly #files: mongo.Collection

  private constructor({ db }: Connection, name: string) {
    this.#bucket = new mongo.GridFSBucket(db!, { bucketName: name })
    this.#files = db!.collection(`${name}.files`)
  }

  static async open(connection: Connection, name: string): Promise<GridShelf> {
    const shelf = new GridShelf(connection, name)
    await shelf.#files.createIndex({ filename: 1 }, { unique: true, name: 'named once' })
    return shelf
  }

  async read(name: string): Promise<Uint8Array | undefined> {
    const file = await this.#files.findOne({ filename: name }, { projection: { _id: 1 } })
    return file ? this.#bytes(file._id) : undefined
  }

  async has(name: string): Promise<boolean> {
    return (await this.#files.countDocuments({ filename: name }, { limit: 1 })) > 0
  }

  async #bytes(id: mongo.ObjectId): Promise<Uint8Array> {
    const parts: Buffer[] = []
    for await (const part of this.#bucket.openDownloadStream(id)) parts.push(part as Buffer)
    return new Uint8Array(Buffer.concat(parts))
  }

  /** The name is taken last, when every byte is there. Whoever comes second takes its own bytes away again. */
  async keep(name: string, bytes: Uint8Array): Promise<void> {
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

export const openGridBlobs = async (connection: Connection, name = 'blobs'): Promise<Blobs> =>
  namedBlobs(await GridShelf.open(connection, name))
