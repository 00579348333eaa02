import type { mongo } from 'mongoose'
import { testVault } from '../../ports/vault.suite.js'
import { onServer, scratchMongo } from './fixture.js'
import { MongoVault } from './vault.js'

const key = new Uint8Array(32).fill(7)

const make = async () => {
  const scratch = await scratchMongo()
  const informants = scratch.connection.db!.collection<{ _id: string; sealed: mongo.Binary }>('informants')
  const openings = scratch.connection.db!.collection('openings')
  return {
    vault: await MongoVault.open(scratch.connection, key),
    kept: async () => {
      const all = [...(await informants.find().toArray()), ...(await openings.find().toArray())]
      const texts = all.map((one) => JSON.stringify(one))
      const sealed = all.map((one) => (one.sealed as mongo.Binary).buffer)
      return new Uint8Array(Buffer.concat([Buffer.from(texts.join()), ...sealed]))
    },
    corrupt: async (pseudonym: string) => {
      const { sealed } = (await informants.findOne({ _id: pseudonym }))!
      const changed = Buffer.from(sealed.buffer).map((byte, n) => (n === 20 ? byte ^ 1 : byte))
      await informants.updateOne({ _id: pseudonym }, { $set: { sealed: changed as never } })
    },
    crash: async () => MongoVault.open(await scratch.again(), key),
    close: () => scratch.close(),
  }
}

onServer('MONGODB_URI', () => testVault({ name: 'MongoDB', make, features: { survivesCrash: true } }))
