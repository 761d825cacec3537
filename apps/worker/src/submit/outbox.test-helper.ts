/** A network, a database and an outbox whose only action is a payment: for the tests of the submitter. */
import { randomBytes } from 'node:crypto'
import {
  account,
  type Chain,
  createChain,
  createKey,
  openSponsored,
  payment,
  rootSigner,
  type Signer,
  submitNow,
} from '@heliobond/chain'
import { type Database, openDatabase, type SecretKey, sealSecret, withDatabase } from '@heliobond/db'
import { pino } from 'pino'
// The network stands on its own and is no dependency of the worker: only its tests start one.
import { type Localnet, startLocalnet } from '../../../../packages/localnet/src/index.ts'
import type { WorkerContext } from '../context.ts'
import { createContext } from '../runtime.ts'
import type { Handler } from './handler.ts'
import { enqueue } from './outbox.ts'

const CHANNELS = 3
const LUMEN = 10_000_000n

export interface OutboxWorld {
  readonly net: Localnet
  readonly chain: Chain
  readonly database: Database
  readonly payee: string
  readonly secretKey: SecretKey
  /** A process of its own: a connection pool and keys that it opens itself. */
  process(): WorkerContext
  /** Asks for payment `number`; entries of one lane wait for each other. */
  ask(number: number, lane?: string): Promise<void>
  row(number: number): Promise<OutboxView>
  /** How many payments have arrived, by the payee's balance: payment `number` is `number` lumens, plus 1 stroop. */
  arrivedStroops(): Promise<bigint>
  /** How many times each payment was booked. */
  booked(): Promise<readonly { number: number; times: number }[]>
  close(): Promise<void>
}

export interface OutboxView {
  readonly status: string
  readonly hash: string | null
  readonly envelope_xdr: string | null
  readonly past_hashes: readonly string[]
  readonly attempts: number
  readonly last_error: string | null
}

export const amountOf = (number: number): bigint => BigInt(number) * LUMEN + 1n

/** Pays `amountOf(number)` and books it by inserting a row, with nothing that would hide a second booking. */
export const pay: Handler = {
  kind: 'test.pay',
  async build(_context, row) {
    const number = Number(row.payload.number)
    const source = String(row.payload.payer)
    return {
      signers: ['payer'],
      operations: [
        payment({ source, destination: String(row.payload.payee), asset: 'native', amountStroops: amountOf(number) }),
      ],
    }
  },
  async booked(_context, client, row, outcome) {
    await client.query('INSERT INTO job (key, kind, run_at, payload) VALUES ($1, $2, 0, $3)', [
      `booked:${row.key}:${randomBytes(6).toString('hex')}`,
      'booked',
      JSON.stringify({ number: row.payload.number, hash: outcome.hash }),
    ])
  },
  async abandoned(_context, client, row, code) {
    await client.query('INSERT INTO job (key, kind, run_at, payload) VALUES ($1, $2, 0, $3)', [
      `abandoned:${row.key}`,
      'abandoned',
      JSON.stringify({ number: row.payload.number, code }),
    ])
  },
}

export async function startOutboxWorld(): Promise<OutboxWorld> {
  const net = await startLocalnet({ port: 0 })
  const config = { network: 'local', rpcUrl: net.rpcUrl, passphrase: net.passphrase, pollMs: 5 } as const
  const chain = createChain(config)
  const database = await withDatabase()
  const secretKey = new Uint8Array(randomBytes(32))
  const keys = new Map(['fees', 'payer', 'payee'].map((name) => [name, createKey()]))
  const channels = Array.from({ length: CHANNELS }, (_, index) => ({ name: `channel.${index}`, key: createKey() }))
  const addressOf = (name: string) => keys.get(name)?.address ?? ''
  for (const { address } of keys.values()) await net.fund(address)
  const signers: Signer[] = [...keys.values(), ...channels.map(({ key }) => key)].map(({ signer }) => signer)
  const opened = await submitNow(chain, {
    source: rootSigner(net.passphrase),
    operations: channels.flatMap(({ key }) => openSponsored({ sponsor: addressOf('fees'), address: key.address })),
    signers: signers.filter(({ address }) => address !== addressOf('payer') && address !== addressOf('payee')),
  })
  if (opened.kind !== 'success') throw new Error(`channels were not opened: ${opened.kind}`)
  for (const { name, key } of [...channels, ...[...keys].map(([name, key]) => ({ name, key }))]) {
    const sealed = sealSecret(secretKey, name, key.secret)
    await database.prisma.secret.create({
      data: { name, publicKey: key.address, ciphertext: sealed.ciphertext, nonce: sealed.nonce },
    })
  }
  await database.prisma.channelAccount.createMany({
    data: channels.map(({ name, key }) => ({ address: key.address, secretName: name })),
  })
  const payee = addressOf('payee')
  const balance = async () => (await account(chain, payee))?.balanceStroops ?? 0n
  const before = await balance()
  const pools: Database[] = []
  return {
    net,
    chain,
    database,
    payee,
    secretKey,
    process() {
      const own = openDatabase(database.url)
      pools.push(own)
      return createContext({ database: own, chain: config, routes: [], secretKey, log: pino({ level: 'silent' }) })
    },
    async ask(number, lane = `lane:${number}`) {
      const payload = { number, payer: addressOf('payer'), payee }
      const id = await enqueue(database.pool, {
        key: `pay:${number}`,
        kind: pay.kind,
        lane,
        payload,
        at: await chain.now(),
      })
      if (id === null) throw new Error(`payment ${number} was asked for already`)
    },
    async row(number) {
      const { rows } = await database.pool.query<OutboxView>(
        'SELECT status, hash, envelope_xdr, past_hashes, attempts, last_error FROM outbox WHERE idempotency_key = $1',
        [`pay:${number}`],
      )
      const [row] = rows
      if (!row) throw new Error(`no payment ${number}`)
      return row
    },
    arrivedStroops: async () => (await balance()) - before,
    async booked() {
      const { rows } = await database.pool.query<{ number: number; times: number }>(
        `SELECT (payload->>'number')::int AS number, count(*)::int AS times FROM job WHERE kind = 'booked' GROUP BY 1 ORDER BY 1`,
      )
      return rows
    },
    async close() {
      for (const pool of pools) await pool.close()
      await database.close()
      await net.close()
    },
  }
}
