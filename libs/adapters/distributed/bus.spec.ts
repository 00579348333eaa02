import { testBus } from '../../ports/bus.suite.js'
import { scratchKafka, onServer } from './fixture.js'

const make = async () => {
  const scratch = await scratchKafka()
  const bus = await scratch.open()
  const crash = () => {
    bus.kill()
    return scratch.open()
  }
  return { bus, crash, close: scratch.close }
}

onServer('KAFKA_BROKERS', () =>
  testBus({
    name: 'Kafka',
    make,
    features: {
      parkedOutlivesProcess: true,
      publishWaitsForHandlers: 'the topic keeps what was published, so nobody waits for handlers',
    },
  }),
)
