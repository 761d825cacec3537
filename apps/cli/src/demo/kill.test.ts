import { setTimeout as sleep } from 'node:timers/promises'
import { lookup } from '@heliobond/chain'
import mqtt from 'mqtt'
import { expect, test } from 'vitest'
import { demo } from './demo.ts'
import type { DemoParts } from './parts.ts'
import { quiet, seeded, shortOptions } from './short-life.test-helper.ts'
import type { WorkerHost } from './worker-host.ts'

const KILLS = 20
/** A worker that is up takes readings within about so long. */
const INTAKE_MS = 900
/** An action is simulated, sent, looked up and booked within about so long. */
const ACTION_MS = 40
/** The part of it between the first send and the booking. */
const ENVELOPE_MS = 12

/**
 * Kills the worker again and again at random moments. Most moments of a life are idle, so the moments are drawn where something can break:
 * while it starts, while it takes readings, and (every second time) while an action is on its way to the network and into the books.
 */
async function killer(
  worker: WorkerHost,
  { database }: DemoParts,
  random: () => number,
  over: AbortSignal,
): Promise<number> {
  let kills = 0
  let underWay = 0
  let startUpMs = 1_000
  while (kills < KILLS && !over.aborted) {
    const pid = worker.pid()
    if (pid === undefined) break
    const began = performance.now()
    if (kills % 4 === 3) await sleep(random() * startUpMs)
    else {
      await worker.whenReady()
      startUpMs = Math.max(100, performance.now() - began)
      if (kills % 4 === 1) await sleep(random() * INTAKE_MS)
      else {
        const envelope = kills % 4 === 2
        while (!over.aborted && !(await hasAction(database, envelope))) await sleep(1)
        await sleep(random() * (envelope ? ENVELOPE_MS : ACTION_MS))
      }
    }
    if (over.aborted) break
    process.kill(pid, 'SIGKILL')
    kills += 1
    underWay += (await hasAction(database, true)) ? 1 : 0
    while (worker.pid() === pid && !over.aborted) await sleep(2)
  }
  console.log(`kill test: ${kills} kills, ${underWay} of them with an envelope under way`)
  return kills
}

/** Whether an action is on its way, or even its envelope. */
async function hasAction(database: DemoParts['database'], envelope: boolean): Promise<boolean> {
  const statuses = envelope ? ['prepared', 'sent'] : ['pending', 'prepared', 'sent']
  const { rows } = await database.pool.query('SELECT 1 FROM outbox WHERE status = ANY($1) LIMIT 1', [statuses])
  return rows.length > 0
}

/** A second pair of ears at the broker: what meters said, and what of it was acknowledged. */
async function listen({ mqttUrl }: DemoParts) {
  const said = new Map<string, { generatedWh: string; consumedWh: string; exportedWh: string }>()
  const acknowledged = new Set<string>()
  const client = await mqtt.connectAsync(mqttUrl)
  client.on('message', (topic, payload) => {
    const [, , , meter, kind] = topic.split('/')
    const message = JSON.parse(payload.toString())
    if (kind === 'reading') said.set(`${meter}/${message.epoch}/${message.seq}`, message)
    else
      for (const [from, to] of message.stored as [string, string][])
        for (let seq = BigInt(from); seq <= BigInt(to); seq += 1n) acknowledged.add(`${meter}/${message.epoch}/${seq}`)
  })
  await client.subscribeAsync(['heliobond/v1/+/+/reading', 'heliobond/v1/+/+/ack'], { qos: 1 })
  return { said, acknowledged, close: () => client.endAsync() }
}

// The promise of the whole design: kill it anywhere, start it again, and nothing is lost or paid twice.
test('a worker killed at twenty random points of a bond’s life loses no acknowledged reading and pays nothing twice', async () => {
  const seed = Number(process.env.HELIOBOND_TEST_SEED ?? Date.now() % 1_000_000)
  console.log(`kill test: HELIOBOND_TEST_SEED=${seed}`)
  const options = await shortOptions(240, ['--worker-process', '--principal', '20000', '--max-years', '4'])
  const over = new AbortController()
  const running: { parts: DemoParts; heard: Awaited<ReturnType<typeof listen>> }[] = []
  const theParts = () => {
    const [found] = running
    if (!found) throw new Error('the demo has no parts yet')
    return found
  }
  let killing = Promise.resolve(0)

  const report = await demo(
    options,
    {
      progress: quiet(),
      onParts: async (parts) => void running.push({ parts, heard: await listen(parts) }),
      onWorker: (worker) => {
        killing = killer(worker, theParts().parts, seeded(seed), over.signal)
      },
    },
    async (_, parts) => {
      over.abort()
      const { heard } = theParts()
      await heard.close()
      expect(heard.acknowledged.size).toBeGreaterThan(1_000)
      await expectReadingsStored(parts, heard)
      await expectNothingTwice(parts)
    },
  ).finally(() => over.abort())

  expect(await killing).toBe(KILLS)
  expect(report.reconciliation.checks.filter((check) => !check.ok)).toEqual([])
  expect(report.reconciliation.differenceStroops).toBe('0')
  expect(report.coupons.length).toBeGreaterThan(0)
  expect(report.redemption.payments.length).toBe(4)
}, 300_000)

async function expectReadingsStored({ database }: DemoParts, heard: Awaited<ReturnType<typeof listen>>): Promise<void> {
  const { rows } = await database.pool.query<{
    meter_id: number
    epoch: number
    seq: bigint
    generated_wh: bigint
    consumed_wh: bigint
    exported_wh: bigint
  }>('SELECT meter_id, epoch, seq, generated_wh, consumed_wh, exported_wh FROM reading')
  const stored = new Map(
    rows.map((row) => [
      `${row.meter_id}/${row.epoch}/${row.seq}`,
      { generatedWh: row.generated_wh, consumedWh: row.consumed_wh, exportedWh: row.exported_wh },
    ]),
  )
  expect(stored.size).toBe(rows.length)
  for (const key of heard.acknowledged) {
    const said = heard.said.get(key)
    if (!said) throw new Error(`${key} was acknowledged and never said`)
    const { generatedWh, consumedWh, exportedWh } = said
    expect(stored.get(key), key).toEqual({
      generatedWh: BigInt(generatedWh),
      consumedWh: BigInt(consumedWh),
      exportedWh: BigInt(exportedWh),
    })
  }
  // A meter waits for its acknowledgements, so at the end all that was said is there.
  expect(heard.acknowledged.size).toBe(heard.said.size)
  expect(stored.size).toBe(heard.said.size)
}

async function expectNothingTwice({ database, chain }: DemoParts): Promise<void> {
  const { rows } = await database.pool.query<{
    kind: string
    status: string
    hash: string | null
    past_hashes: string[]
    payload: { numbers?: string[] }
    last_error: string | null
    idempotency_key: string
  }>('SELECT kind, status, hash, past_hashes, payload, last_error, idempotency_key FROM outbox ORDER BY id')
  const paidBy = new Map<string, string[]>()
  for (const row of rows) {
    expect(row.status, `${row.idempotency_key}: ${row.last_error}`).toBe('succeeded')
    const hashes = [...row.past_hashes, ...(row.hash ? [row.hash] : [])]
    const succeeded: string[] = []
    for (const hash of hashes) if ((await lookup(chain, hash)).kind === 'success') succeeded.push(hash)
    // Of all envelopes that were ever signed for one action, exactly one took effect: the last.
    expect(succeeded, row.idempotency_key).toEqual([row.hash])
    if (row.kind !== 'pay.bills') continue
    for (const bill of row.payload.numbers ?? []) paidBy.set(bill, [...(paidBy.get(bill) ?? []), ...succeeded])
  }
  expect([...paidBy].filter(([, hashes]) => hashes.length > 1)).toEqual([])
  const payments = await database.pool.query('SELECT bill_number FROM payment GROUP BY bill_number HAVING count(*) > 1')
  expect(payments.rows).toEqual([])
  const locked = await database.pool.query('SELECT address FROM channel_account WHERE locked_by_outbox IS NOT NULL')
  expect(locked.rows).toEqual([])
}
