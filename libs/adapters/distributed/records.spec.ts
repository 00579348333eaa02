import { testRecords } from '../../ports/records.suite.js'
import { onServer, scratchMongo } from './fixture.js'
import { MongoRecords } from './records.js'

const make = async () => {
  const scratch = await scratchMongo()
  return {
    records: await MongoRecords.open(scratch.connection, 'intake'),
    crash: async () => MongoRecords.open(await scratch.again(), 'intake'),
    beside: async () => MongoRecords.open(await scratch.again(), 'intake'),
    close: () => scratch.close(),
  }
}

onServer('MONGODB_URI', () =>
  testRecords({ name: 'MongoDB', make, features: { survivesCrash: true, severalProcesses: true } }),
)
