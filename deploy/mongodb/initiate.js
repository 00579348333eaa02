/* global db, quit, rs, sleep */
// For mongosh: initiates the replica set of one member once, and waits for its primary.
try {
  rs.status()
} catch {
  rs.initiate({ _id: 'rs0', members: [{ _id: 0, host: 'mongodb:27017' }] })
}
for (let waits = 0; !db.hello().isWritablePrimary; waits++) {
  if (waits === 300) quit(1)
  sleep(200)
}
