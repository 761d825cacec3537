import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { trustline } from '@heliobond/chain'
import { backupDatabase, createDatabase, type Database, openDatabase } from '@heliobond/db'
import {
  createContext,
  createWorker,
  loadProjects,
  reconcile,
  StillUnderWayError,
  startProjectIngest,
  type WorkerContext,
} from '@heliobond/worker'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { CLINIC, type Launched, SCHOOL, startLaunched } from '../demo/launched.test-helper.ts'
import { restoreInto } from './restore.ts'

const UNIT = 10_000_000n

let launched: Launched
let folder: string
let file: string
const closers: (() => Promise<unknown>)[] = []
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heliobond-restore-'))
  file = join(folder, 'backup.gz')
  launched = await startLaunched()
})
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
  await launched.close()
  await rm(folder, { recursive: true, force: true })
})

/** A new database on the same server, and everything that the roles work with over it. */
async function another(name: string): Promise<{ database: Database; context: WorkerContext }> {
  const { parts, life } = launched
  await createDatabase(parts.database.url, name)
  const url = new URL(parts.database.url)
  url.pathname = `/${name}`
  const database = openDatabase(url.href)
  closers.push(() => database.close())
  const { secretKey, chainConfig: chain } = parts
  const context = createContext({ database, chain, routes: life.routes, secretKey, log: pino({ level: 'silent' }) })
  return { database, context }
}

const settle = (context: WorkerContext) => createWorker(context).settleDown({ pollMs: 5 })

/** Every bill with what was paid of it, and by how many payments. */
async function bills({ pool }: Database): Promise<readonly object[]> {
  const { rows } = await pool.query<object>(
    `SELECT number, party_index, due_stroops, paid_stroops, credit_stroops,
       (SELECT count(*)::int FROM payment p WHERE p.bill_number = b.number AND p.party_index = b.party_index) AS payments
     FROM bill b ORDER BY number`,
  )
  return rows
}

async function wallets(): Promise<bigint[]> {
  const { parts, life } = launched
  const lines = [SCHOOL, CLINIC].map((party) =>
    trustline(parts.chain, life.people.address(`wallet.${party}`), life.assets.settlement),
  )
  return (await Promise.all(lines)).map((line) => line?.balanceStroops ?? -1n)
}

test('a server that is restored from an old backup pays nothing twice, comes to the same books, and goes on billing', async () => {
  const { parts, context } = launched
  await launched.give(CLINIC, 40_000n * UNIT)
  await launched.monthEnds(1)
  await settle(context)
  await launched.give(SCHOOL, 40_000n * UNIT)
  // The school's bill is asked to be paid, and nothing of it has been sent.
  await createWorker(context, ['pay']).tick()
  const waiting = await parts.database.prisma.outbox.findMany({ where: { status: 'pending' } })
  expect(waiting.map(({ kind }) => kind)).toEqual(['pay.bills'])
  await backupDatabase(parts.database.url, file)

  // What the backup knows nothing of: that payment, and a whole month.
  await settle(context)
  await launched.monthEnds(2)
  await settle(context)
  const before = { bills: await bills(parts.database), wallets: await wallets() }
  expect(before.bills).toHaveLength(4)

  const { database, context: restored } = await another('restored')
  const result = await restoreInto(restored, database, parts.secretKey, file)
  expect(result).toMatchObject({ givenUp: 1 })
  expect(result.secrets.opened).toBe(result.secrets.total)
  await settle(restored)
  expect(await wallets()).toEqual(before.wallets)
  expect(await bills(database)).toEqual(before.bills)
  const [project] = await loadProjects(restored.store)
  if (!project) throw new Error('the project is back')
  expect((await reconcile(restored, project)).findings).toEqual([])

  await launched.stopIngest()
  const ingest = await startProjectIngest(restored, database, {
    mqttUrl: parts.serviceMqttUrl,
    onFatal: (error) => console.error(error),
  })
  closers.push(() => ingest.close())
  await launched.monthEnds(3)
  await settle(restored)
  const after = (await bills(database)) as { due_stroops: bigint; paid_stroops: bigint }[]
  expect(after).toHaveLength(6)
  expect(after.every(({ due_stroops, paid_stroops }) => due_stroops > 0n && due_stroops === paid_stroops)).toBe(true)
  expect((await reconcile(restored, project)).findings).toEqual([])
}, 900_000)

test('while a transaction of the backup can still be taken by the network it is not restored', async () => {
  const { parts, context } = launched
  await launched.give(CLINIC, 40_000n * UNIT)
  await launched.monthEnds(1)
  await createWorker(context, ['index', 'settle', 'submit']).settleDown({ pollMs: 5 })
  await createWorker(context, ['pay']).tick()
  const now = await parts.chain.now()
  await parts.database.pool.query(
    `UPDATE outbox SET status = 'prepared', hash = repeat('a', 64), envelope_xdr = 'AAAA', expires_at = $1, channel = 'G' WHERE id = (SELECT min(id) FROM outbox WHERE status = 'pending')`,
    [now + 300n],
  )
  await backupDatabase(parts.database.url, file)
  const { database, context: restored } = await another('restored')
  await expect(restoreInto(restored, database, parts.secretKey, file)).rejects.toThrow(StillUnderWayError)
  await launched.later(301n)
  expect((await restoreInto(restored, database, parts.secretKey, file)).givenUp).toBeGreaterThanOrEqual(1)
}, 900_000)
