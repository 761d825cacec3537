import type { Queryable } from '../context.ts'
import { type LoggedEvent, plain } from './logged-event.ts'

interface PriceSet {
  readonly asset: { readonly tag: string; readonly values?: readonly unknown[] }
  readonly feeder: string
  readonly price: bigint
  readonly effective_at: bigint
  readonly confirmed: boolean
  readonly components: unknown
}

/** Enters the prices that the tariff contract took, for ever: the contract itself keeps the last ones only. */
export async function projectTariff(client: Queryable, { source, name, data, event }: LoggedEvent): Promise<void> {
  if (name !== 'PriceSet') return
  const set = data as unknown as PriceSet
  await client.query(
    `INSERT INTO tariff_price (contract_id, symbol, effective_at, price_stroops, feeder, confirmed, components, tx_hash, ledger, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING`,
    [
      source.contractId,
      String(set.asset.values?.[0] ?? ''),
      set.effective_at,
      set.price,
      set.feeder,
      set.confirmed,
      set.components === undefined || set.components === null ? null : JSON.stringify(plain(set.components)),
      event.txHash,
      event.ledger,
      event.closedAt,
    ],
  )
}
