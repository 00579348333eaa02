// Ends with 0 when the process in this container takes requests.
import { get } from 'node:http'

get({ host: '127.0.0.1', port: process.env.PORT, path: '/readyz' }, ({ statusCode }) =>
  process.exit(statusCode === 200 ? 0 : 1),
).once('error', () => process.exit(1))
