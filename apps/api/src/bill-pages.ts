import type { Database } from '@heliobond/db'

/** A bill with what stands about it in other tables. Times in Unix seconds, amounts in stroops. */
export interface BillRow {
  number: bigint
  party_index: number
  party_name: string | null
  from_at: bigint
  to_at: bigint
  delivered_wh: bigint
  price_stroops: bigint
  credited_wh: bigint
  credited_price_stroops: bigint
  adjustment_milli: bigint
  due_stroops: bigint
  paid_stroops: bigint
  credit_stroops: bigint
  due_at: bigint
  provisional: boolean
  tx_hash: string
  statement_index: number
  readings_root: Uint8Array | null
  statement_hash: Uint8Array | null
  /** Null when there is none. */
  payments: readonly BillPayment[] | null
}

/** A payment that named the bill. Amounts are decimal strings: JSON's numbers lose stroops. */
export interface BillPayment {
  txHash: string
  operationIndex: number
  sendAsset: string
  sentStroops: string
  receivedStroops: string
  ledger: number
}

export interface BillWindow {
  readonly systemId: number
  /** Of this party only. */
  readonly party?: number | undefined
  readonly order: 'asc' | 'desc'
  /** Bills behind this number. */
  readonly after?: bigint | undefined
  readonly limit: number
}

/**
 * At most `limit` bills of a system in order of their numbers, each with its party, its statement and its payments, in one question to the
 * database: most of what the API is asked are bills.
 */
export async function billsPage({ pool }: Database, window: BillWindow): Promise<BillRow[]> {
  const { systemId, party, order, after, limit } = window
  const conditions = ['b.system_id = $1']
  const values: unknown[] = [systemId, limit]
  if (party !== undefined) conditions.push(`b.party_index = $${values.push(party)}`)
  if (after !== undefined) conditions.push(`b.number ${order === 'asc' ? '>' : '<'} $${values.push(after)}`)
  const { rows } = await pool.query<BillRow>({
    // Planned once a connection for each of its forms.
    name: `bills-page-${order}-${party === undefined ? 'all' : 'party'}-${after === undefined ? 'first' : 'next'}`,
    text: `select b.number, b.party_index, p.name as party_name, b.from_at, b.to_at, b.delivered_wh, b.price_stroops, b.credited_wh,
        b.credited_price_stroops, b.adjustment_milli, b.due_stroops, b.paid_stroops, b.credit_stroops, b.due_at, b.provisional, b.tx_hash,
        b.statement_index, s.readings_root, s.hash as statement_hash, paid.payments
      from (select * from bill b where ${conditions.join(' and ')} order by b.number ${order} limit $2) b
      left join party p on p.system_id = b.system_id and p.index = b.party_index
      left join statement s on s.system_id = b.system_id and s.index = b.statement_index
      left join lateral (
        select json_agg(json_build_object('txHash', y.tx_hash, 'operationIndex', y.operation_index, 'sendAsset', y.send_asset,
          'sentStroops', y.sent_stroops::text, 'receivedStroops', y.received_stroops::text, 'ledger', y.ledger) order by y.id) as payments
        from payment y where y.system_id = b.system_id and y.bill_number = b.number
      ) paid on true
      order by b.number ${order}`,
    values,
  })
  return rows
}
