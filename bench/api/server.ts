/** For the benchmark: the API in a process of its own. Its parent gives it a database's address and hears where it listens. */
import { buildApp } from '@heliobond/api'
import { openDatabase } from '@heliobond/db'
import { pino } from 'pino'
import { START } from './data-set.ts'

const url = process.env.DATABASE_URL
if (!url) throw new Error('DATABASE_URL must be set')
const database = openDatabase(url)
const app = await buildApp({
  database,
  chain: { now: async () => START },
  network: { name: 'local', passphrase: 'Standalone Network ; February 2017', rpcUrl: 'http://127.0.0.1:1/rpc' },
  ingest: async () => ({ stored: [], refused: [] }),
  // As a running installation logs, to nowhere.
  log: pino({ level: 'info' }, pino.destination('/dev/null')),
  version: 'bench',
  publicUrl: 'http://127.0.0.1',
})
app.get('/bare', async () => ({ is: 'asked nothing' }))
process.send?.({ url: await app.listen({ host: '127.0.0.1', port: 0 }) })
process.once('disconnect', () => process.exit(0))
