import { max, min } from '@heliobond/domain'
import { IDLE, type TickResult, type WorkerContext } from '../context.ts'
import { enqueue, nextTry } from '../submit/outbox.ts'
import type { TariffView } from './decide.ts'
import { reaffirmKind } from './feeder-handlers.ts'
import type { TariffName } from './tariff-contract.ts'

/** A price is confirmed so often, or once two thirds of the time have passed after which it is stale. */
const REAFFIRM_SECONDS = 25n * 86_400n

/** Says that a tariff's price still holds, once nobody has said anything of it for a while. */
export async function reaffirmWhenDue(
  { store, keys, log }: WorkerContext,
  key: string,
  { tariff, symbol }: TariffName,
  { changes, feeders, maxAgeSeconds }: TariffView,
  now: bigint,
): Promise<TickResult> {
  const latest = changes.at(-1)
  if (!latest) return IDLE
  const { rows } = await store.query<{ said: string | null }>(
    `SELECT max(created_at) AS said FROM outbox
     WHERE (starts_with(kind, 'tariff.set:') OR starts_with(kind, 'tariff.reaffirm:')) AND status NOT IN ('failed', 'dead')
       AND payload->>'tariff' = $1 AND payload->>'symbol' = $2`,
    [tariff, symbol],
  )
  // The contract counts from the later of the two.
  const since = max(latest.effectiveAt, BigInt(rows[0]?.said ?? 0))
  const due = since + min(REAFFIRM_SECONDS, (maxAgeSeconds * 2n) / 3n)
  if (now < due) return IDLE
  if (!feeders.includes((await keys.signer(key)).address)) {
    log.warn({ feeder: key, tariff }, 'this key is no feeder of the tariff contract')
    return IDLE
  }
  const asked = await store.transaction(async (client) => {
    const next = await nextTry(client, `tariff:${tariff}:${symbol}:${due}`, now)
    if (next === null) return null
    const payload = { tariff, symbol }
    return enqueue(client, { key: next, kind: reaffirmKind(key), lane: `${key}:${tariff}`, payload, at: now })
  })
  return asked === null ? IDLE : { progress: 1, waiting: 0 }
}
