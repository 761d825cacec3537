/** For benchmark.ts: ingest in a process of its own, as it runs at scale. Says `{listening: true}` once it is subscribed; ends with its parent. */
import { Writable } from 'node:stream'
import { openDatabase } from '@heliobond/db'
import { pino } from 'pino'
import { startIngest } from './ingest.ts'

const { DATABASE_URL, MQTT_URL, PASSPHRASE, ENERGY_CONTRACT, NOW } = process.env
if (!DATABASE_URL || !MQTT_URL || !PASSPHRASE || !ENERGY_CONTRACT || !NOW) throw new Error('for benchmark.ts only')

const seconds = BigInt(NOW)
const log = new Writable({
  write(line, _, done) {
    if (String(line).includes('ingest is listening')) process.send?.({ listening: true })
    done()
  },
})
startIngest({
  database: openDatabase(DATABASE_URL),
  mqttUrl: MQTT_URL,
  networkPassphrase: PASSPHRASE,
  energyContractId: new Uint8Array(Buffer.from(ENERGY_CONTRACT, 'hex')),
  now: async () => seconds,
  log: pino({ level: 'info' }, log),
  onFatal: (error) => {
    throw error
  },
})
process.once('disconnect', () => process.exit(0))
