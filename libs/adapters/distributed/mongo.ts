import mongoose, { type Connection } from 'mongoose'

/** What every write and read of this house asks for: on disk with the majority, and seen only when it is. */
const ASKED = { w: 'majority', j: true } as const

/** A MongoDB that cannot keep the promise, with what to do about it. */
export class ServerRefused extends Error {
  constructor(
    readonly zh: string,
    readonly en: string,
    options?: ErrorOptions,
  ) {
    super(`${zh} / ${en}`, options)
    this.name = 'ServerRefused'
  }
}

interface Hello {
  setName?: string
  isWritablePrimary?: boolean
  maxWireVersion: number
  msg?: string
}

/** MongoDB 6.0. */
const OLDEST_WIRE = 17

const check = (hello: Hello, connection: Connection): void => {
  const { writeConcern, readConcern } = connection.getClient().options
  if (writeConcern?.w !== 'majority' || writeConcern.journal !== true || readConcern?.level !== 'majority')
    throw new ServerRefused(
      'MONGODB_URI 改变了写入或读取的保证，请删去其中的 w、journal、readConcernLevel',
      'MONGODB_URI changes what writes and reads promise: take w, journal and readConcernLevel out of it',
    )
  if (hello.maxWireVersion < OLDEST_WIRE)
    throw new ServerRefused('MongoDB 须为 6.0 或更新版本', 'MongoDB must be 6.0 or newer')
  if (hello.setName === undefined && hello.msg !== 'isdbgrid')
    throw new ServerRefused(
      'MongoDB 须为副本集（单机以 --replSet 启动并执行 rs.initiate()）',
      'MongoDB must be a replica set: start a single one with --replSet and call rs.initiate()',
    )
}

/**
 * A connection whose writes are journaled by the majority, asserted against what the server says it is.
 * @throws ServerRefused with what to do; MongoServerSelectionError when none answers within `waitMs`
 */
export const connectMongo = async (uri: string, database: string, waitMs = 10_000): Promise<Connection> => {
  const connection = mongoose.createConnection(uri, {
    dbName: database,
    autoCreate: false,
    autoIndex: false,
    writeConcern: { w: ASKED.w, journal: ASKED.j },
    readConcern: { level: 'majority' },
    readPreference: 'primary',
    retryWrites: true,
    retryReads: true,
    serverSelectionTimeoutMS: waitMs,
  })
  try {
    await connection.asPromise()
    check((await connection.db!.admin().command({ hello: 1 })) as unknown as Hello, connection)
    return connection
  } catch (error) {
    await connection.close()
    throw error
  }
}
