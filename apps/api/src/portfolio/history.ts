/** Everything that happened to an address's bonds and their money, from the projections, in the order of the network. */
import type { Database } from '@heliobond/db'
import { MAX_I64 } from '@heliobond/domain'

export const HISTORY_KINDS = [
  'invested',
  'refunded',
  'bought',
  'sold',
  'received',
  'sent',
  'coupon',
  'redeemed',
] as const
export type HistoryKind = (typeof HISTORY_KINDS)[number]

/** One line. Bonds and money are signed: what came is positive, what went negative. */
export interface HistoryLine {
  readonly ledger: number
  readonly at: bigint
  readonly tx_hash: string
  /** Its place among the lines of the transaction. */
  readonly part: string
  readonly kind: HistoryKind
  readonly offering_id: number
  readonly bond_stroops: bigint
  readonly money_asset: string | null
  readonly money_stroops: bigint
  readonly counterparty: string | null
  /** The coupon that was paid. */
  readonly coupon: number | null
}

/** Which lines. */
export interface HistoryQuery {
  readonly address: string
  readonly offeringId?: number | undefined
  /** At or after, Unix seconds. */
  readonly from?: bigint | undefined
  /** Before. */
  readonly to?: bigint | undefined
  readonly order: 'asc' | 'desc'
  readonly after: HistoryKey | null
  readonly limit: number
}

/** Where a page begins. */
export interface HistoryKey {
  readonly ledger: number
  readonly txHash: string
  readonly part: string
}

/**
 * Each kind of line from its own projection. A transfer that was part of a trade is told as the trade; one that the offering made (mint, clawback) as
 * what it was for.
 */
const LINES = `
  select i.ledger, i.at, i.tx_hash, 'a' || lpad(i.event_index::text, 6, '0') as part,
    i.kind, i.offering_id, case when i.kind = 'invested' then i.bond_stroops else -i.bond_stroops end as bond_stroops,
    o.settlement_asset as money_asset, case when i.kind = 'invested' then -i.paid_stroops else i.paid_stroops end as money_stroops,
    o.contract_id as counterparty, null::int4 as coupon
  from investment i join offering o on o.id = i.offering_id where i.investor = $1
  union all
  select p.ledger, p.at, p.tx_hash, 'c' || lpad(p.number::text, 6, '0') || lpad(p.index::text, 8, '0'),
    'coupon', p.offering_id, 0::int8, o.settlement_asset, p.stroops, o.contract_id, p.number
  from coupon_payment p join offering o on o.id = p.offering_id where p.holder = $1
  union all
  select r.ledger, r.at, r.tx_hash, 'r', 'redeemed', r.offering_id, -r.bond_stroops, o.settlement_asset, r.paid_stroops, o.contract_id, null
  from redemption r join offering o on o.id = r.offering_id where r.holder = $1 and r.at is not null
  union all
  select t.ledger, t.at, t.tx_hash, 't' || lpad(t.operation_index::text, 4, '0') || lpad(t.index::text, 4, '0') || 's',
    'sold', t.offering_id, -t.bond_stroops, t.paid_asset, t.paid_stroops, t.buyer, null
  from bond_trade t where t.seller = $1
  union all
  select t.ledger, t.at, t.tx_hash, 't' || lpad(t.operation_index::text, 4, '0') || lpad(t.index::text, 4, '0') || 'b',
    'bought', t.offering_id, t.bond_stroops, t.paid_asset, -t.paid_stroops, t.seller, null
  from bond_trade t where t.buyer = $1
  union all
  select m.ledger, m.at, m.tx_hash, 'x' || lpad(m.operation_index::text, 4, '0') || lpad(m.event_index::text, 6, '0'),
    case when m.to_address = $1 then 'received' else 'sent' end, o.id, case when m.to_address = $1 then m.stroops else -m.stroops end,
    null, 0::int8, case when m.to_address = $1 then m.from_address else m.to_address end, null
  from asset_movement m join offering o on o.bond_asset = m.asset
  where m.kind = 'transfer' and (m.from_address = $1 or m.to_address = $1) and m.from_address is distinct from m.to_address
    and not exists (select 1 from bond_trade t where t.tx_hash = m.tx_hash and t.operation_index = m.operation_index
      and (t.seller = $1 or t.buyer = $1))`

/** One page of lines. */
export async function historyLines({ pool }: Database, query: HistoryQuery): Promise<HistoryLine[]> {
  const { address, offeringId = null, from = 0n, to = MAX_I64, order, after, limit } = query
  const compare = order === 'asc' ? '>' : '<'
  const { rows } = await pool.query<HistoryLine>(
    `select * from (${LINES}) as line where ($2::int4 is null or offering_id = $2) and at >= $3 and at < $4
       and ($5::int4 is null or (ledger, tx_hash, part) ${compare} ($5, $6, $7))
     order by ledger ${order}, tx_hash ${order}, part ${order} limit $8`,
    [address, offeringId, from, to, after?.ledger ?? null, after?.txHash ?? '', after?.part ?? '', limit],
  )
  return rows
}

/** Lines that one answer computes over: more than any wallet has. */
const MOST_LINES = 100_000

/** All lines of an address, oldest first: for lots and statements. @throws when there are more than can be computed over. */
export async function wholeHistory(
  database: Database,
  query: Omit<HistoryQuery, 'order' | 'after' | 'limit'>,
): Promise<HistoryLine[]> {
  const lines = await historyLines(database, { ...query, order: 'asc', after: null, limit: MOST_LINES + 1 })
  if (lines.length > MOST_LINES) throw new Error(`${query.address} has more than ${MOST_LINES} lines of history`)
  return lines
}
