import { MAX_PRICE_STROOPS, type TariffChange } from '@heliobond/domain'
import { type Database, rawTransaction } from './database.ts'
import type { Decision } from './meter-decisions.ts'

/** A price that a person entered, as it is recorded: amounts as decimal strings. */
export interface EnteredTariff {
  readonly tariff: string
  readonly symbol: string
  readonly effectiveAt: string
  readonly priceStroops: string
  readonly components: { readonly base: string; readonly fuel: string; readonly purchase: string } | null
  /** The name of the key that says it. */
  readonly feeder: string
}

export type EnterTariffRefusal =
  | 'NO_SUCH_TARIFF'
  | 'BAD_PRICE'
  | 'COMPONENTS_DO_NOT_ADD_UP'
  | 'SAME_PERSON'
  | 'ENTERED_ALREADY'

/**
 * Records a price that a person entered, for a feeder's process to say to the tariff contract. Beyond the contract's bound it waits there until a second
 * feeder says the same: that is another entry, for the second feeder's key, by another person.
 *
 * @param tariff the tariff contract
 * @param feeder the name of the key that says it: `feeder`, `feeder.2` and so on
 */
export function enterTariff(
  { pool }: Pick<Database, 'pool'>,
  { by, at, reason }: Decision,
  { tariff, feeder = 'feeder', ...change }: TariffChange & { readonly tariff: string; readonly feeder?: string },
): Promise<{ readonly ok: true; readonly id: bigint } | { readonly ok: false; readonly code: EnterTariffRefusal }> {
  const refuse = (code: EnterTariffRefusal) => ({ ok: false, code }) as const
  const { symbol, effectiveAt, priceStroops, components } = change
  return rawTransaction(pool, async (client) => {
    if (priceStroops <= 0n || priceStroops > MAX_PRICE_STROOPS) return refuse('BAD_PRICE')
    if (components && components.base + components.fuel + components.purchase !== priceStroops)
      return refuse('COMPONENTS_DO_NOT_ADD_UP')
    const known = await client.query(
      `select 1 from setting where key like 'project:%' and value->>'tariff' = $1 and $2 in (value->>'retailSymbol', value->>'exportSymbol') limit 1`,
      [tariff, symbol],
    )
    if (known.rows.length === 0) return refuse('NO_SUCH_TARIFF')
    // Two entries of one price by one person in one moment: the second waits, and then sees the first.
    await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`tariff ${tariff} ${symbol}`])
    const earlier = await client.query<{ decided_by: string; feeder: string; open: boolean }>(
      `select decided_by, payload->>'feeder' as feeder, applied_at is null as open from operator_decision
       where kind = 'tariff.entered' and payload->>'tariff' = $1 and payload->>'symbol' = $2 and payload->>'effectiveAt' = $3
         and payload->>'priceStroops' = $4 and (result is null or not result ? 'refused')`,
      [tariff, symbol, String(effectiveAt), String(priceStroops)],
    )
    if (earlier.rows.some((one) => one.feeder === feeder)) return refuse('ENTERED_ALREADY')
    if (earlier.rows.some((one) => one.decided_by === by)) return refuse('SAME_PERSON')
    const entered: EnteredTariff = {
      ...{ tariff, symbol, feeder, effectiveAt: String(effectiveAt), priceStroops: String(priceStroops) },
      components: components && {
        ...{ base: String(components.base), fuel: String(components.fuel), purchase: String(components.purchase) },
      },
    }
    const { rows } = await client.query<{ id: bigint }>(
      `insert into operator_decision (kind, subject, decided_by, decided_at, reason, payload) values ('tariff.entered', $1, $2, $3, $4, $5) returning id`,
      [`tariff:${tariff}:${symbol}`, by, at, reason, JSON.stringify(entered)],
    )
    return { ok: true, id: BigInt(rows[0]?.id ?? 0) } as const
  })
}
