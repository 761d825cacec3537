import { lookup } from '@heliobond/chain'
import type { DemoParts } from '../demo/parts.ts'

/** A second set of books of what meters said: every reading that was acknowledged, as it was said. */
export class HeardReadings {
  readonly acknowledged = new Map<string, { generatedWh: bigint; consumedWh: bigint; exportedWh: bigint }>()

  /** @param message a reading's JSON */
  readonly add = (meter: number, message: string): void => {
    const said = JSON.parse(message) as Record<'seq' | 'generatedWh' | 'consumedWh' | 'exportedWh', string> & {
      epoch: number
    }
    this.acknowledged.set(`${meter}/${said.epoch}/${said.seq}`, {
      generatedWh: BigInt(said.generatedWh),
      consumedWh: BigInt(said.consumedWh),
      exportedWh: BigInt(said.exportedWh),
    })
  }
}

/** Every acknowledged reading is stored once, with the registers that the meter signed. @returns what is not so, in words */
export async function readingFaults({ database }: DemoParts, heard: HeardReadings): Promise<string[]> {
  const { rows } = await database.pool.query<{
    meter_id: number
    epoch: number
    seq: bigint
    generated_wh: bigint
    consumed_wh: bigint
    exported_wh: bigint
  }>('SELECT meter_id, epoch, seq, generated_wh, consumed_wh, exported_wh FROM reading')
  const faults: string[] = []
  const stored = new Map(rows.map((row) => [`${row.meter_id}/${row.epoch}/${row.seq}`, row]))
  if (stored.size !== rows.length) faults.push(`${rows.length - stored.size} readings are stored twice`)
  for (const [key, said] of heard.acknowledged) {
    const row = stored.get(key)
    if (!row) faults.push(`reading ${key} was acknowledged and is not stored`)
    else if (
      row.generated_wh !== said.generatedWh ||
      row.consumed_wh !== said.consumedWh ||
      row.exported_wh !== said.exportedWh
    ) {
      faults.push(`reading ${key} is stored with other registers`)
    }
  }
  return faults
}

/**
 * Of all envelopes that were ever signed for an action at most one took effect, and it is the one in the books; no action is left undone or
 * waits for a person: what was refused was done by another; every bill is paid, and no bill was paid twice; no channel account is left locked.
 *
 * @returns what is not so, in words
 */
export async function paymentFaults({ database, chain }: DemoParts): Promise<string[]> {
  const faults: string[] = []
  const { rows } = await database.pool.query<{
    kind: string
    lane: string
    status: string
    hash: string | null
    inner_hash: string | null
    past_hashes: string[]
    payload: { numbers?: string[] }
    last_error: string | null
    idempotency_key: string
  }>(
    'SELECT kind, lane, status, hash, inner_hash, past_hashes, payload, last_error, idempotency_key FROM outbox ORDER BY id',
  )
  const paidBy = new Map<string, number>()
  const done = new Set(rows.filter(({ status }) => status === 'succeeded').map(({ kind, lane }) => `${kind} ${lane}`))
  for (const row of rows) {
    // One of two that raced is refused; what is refused for a reason that passes is asked for again.
    const isOver = row.status === 'failed' || row.status === 'dead' ? done.has(`${row.kind} ${row.lane}`) : false
    if (row.status !== 'succeeded' && !isOver) faults.push(`${row.idempotency_key} is ${row.status}: ${row.last_error}`)
    // An envelope that bids more is another around the same transaction: either may be found.
    const current = await tookEffect(chain, [row.hash, row.inner_hash])
    const earlier = await Promise.all(row.past_hashes.map((hash) => tookEffect(chain, [hash])))
    const effects = [current, ...earlier].filter((took) => took).length
    if (earlier.includes(true) || current !== (row.status === 'succeeded'))
      faults.push(`${row.idempotency_key} is ${row.status}: ${effects} of its envelopes took effect`)
    if (row.kind !== 'pay.bills') continue
    for (const bill of row.payload.numbers ?? []) paidBy.set(bill, (paidBy.get(bill) ?? 0) + effects)
  }
  for (const [bill, times] of paidBy) if (times > 1) faults.push(`bill ${bill} was paid ${times} times`)
  const unpaid = await database.pool.query<{ number: bigint; rest: bigint }>(
    'SELECT number, due_stroops - paid_stroops AS rest FROM bill WHERE paid_stroops <> due_stroops',
  )
  for (const { number, rest } of unpaid.rows) faults.push(`bill ${number} has ${rest} stroops left to pay`)
  const twice = await database.pool.query<{ number: bigint; over: bigint }>(
    `SELECT b.number, sum(p.received_stroops)::int8 - b.due_stroops AS over FROM payment p
     JOIN bill b ON b.system_id = p.system_id AND b.number = p.bill_number
     GROUP BY b.system_id, b.number HAVING sum(p.received_stroops) > b.due_stroops`,
  )
  for (const { number, over } of twice.rows) faults.push(`bill ${number} was paid ${over} stroops too much`)
  const locked = await database.pool.query<{ address: string }>(
    'SELECT address FROM channel_account WHERE locked_by_outbox IS NOT NULL',
  )
  for (const { address } of locked.rows) faults.push(`channel account ${address} is left locked`)
  return faults
}

async function tookEffect(chain: DemoParts['chain'], hashes: readonly (string | null)[]): Promise<boolean> {
  for (const hash of hashes) if (hash !== null && (await lookup(chain, hash)).kind === 'success') return true
  return false
}
