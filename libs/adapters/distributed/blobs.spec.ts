import { testBlobs } from '../../ports/blobs.suite.js'
import { openGridBlobs } from './blobs.js'
import { onServer, scratchMongo } from './fixture.js'

const make = async () => {
  const scratch = await scratchMongo()
  const { db } = scratch.connection
  return {
    blobs: await openGridBlobs(scratch.connection),
    corrupt: async (name: string) => {
      const file = await db!.collection('blobs.files').findOne({ filename: name })
      const chunk = await db!.collection('blobs.chunks').findOne({ files_id: file!._id, n: 0 })
      const bytes = Buffer.from((chunk!.data as { buffer: Uint8Array }).buffer)
      bytes[0]! ^= 1
      await db!.collection('blobs.chunks').updateOne({ _id: chunk!._id }, { $set: { data: bytes } })
    },
    size: () => db!.collection('blobs.files').countDocuments(),
    crash: async () => openGridBlobs(await scratch.again()),
    close: () => scratch.close(),
  }
}

onServer('MONGODB_URI', () => testBlobs({ name: 'GridFS', make, features: { survivesCrash: true } }))
