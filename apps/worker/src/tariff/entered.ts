import type { EnteredTariff } from '@heliobond/db'
import { IDLE, type TickResult, type WorkerContext } from '../context.ts'
import { enqueue } from '../submit/outbox.ts'
import { setKind } from './feeder-handlers.ts'

/** Takes up the prices that people entered for this feeder to say. */
export async function enterPrices({ store, chain }: WorkerContext, key: string): Promise<TickResult> {
  const { rows } = await store.query<{ id: string; payload: EnteredTariff }>(
    `SELECT id, payload FROM operator_decision d
     WHERE kind = 'tariff.entered' AND applied_at IS NULL AND payload->>'feeder' = $1
       AND NOT EXISTS (SELECT 1 FROM outbox WHERE idempotency_key = 'tariff-entered:' || d.id)
     ORDER BY id`,
    [key],
  )
  if (rows.length === 0) return IDLE
  const at = await chain.now()
  for (const { id, payload } of rows) {
    const { tariff, ...change } = payload
    await enqueue(store, {
      ...{ key: `tariff-entered:${id}`, kind: setKind(key), lane: `${key}:${tariff}`, at },
      payload: { tariff, symbol: change.symbol, change, decision: String(id) },
    })
  }
  return { progress: rows.length, waiting: 0 }
}
