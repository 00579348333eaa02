import { testViews } from '../../ports/views.suite.js'
import { onServer, scratchMongo } from './fixture.js'
import { MongoViews } from './views.js'

const make = async () => {
  const scratch = await scratchMongo()
  return {
    views: new MongoViews(scratch.connection, 'portal'),
    reopen: async () => new MongoViews(await scratch.again(), 'portal'),
    close: () => scratch.close(),
  }
}

onServer('MONGODB_URI', () =>
  testViews({ name: 'MongoDB', make, features: { survivesRestart: true, tellsOvertaken: true } }),
)
