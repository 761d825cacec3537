import type { Queryable } from '../context.ts'

const PROPOSED_LEAF =
  'EXISTS (SELECT 1 FROM coupon c WHERE c.offering_id = t.offering_id AND c.number = t.number AND c.proposals > 0)'

/** A table that is derived from the log, the readings and what the contracts keep: dropped and derived anew, it comes out the same. */
export interface Projection {
  readonly table: string
  /** Its primary key. */
  readonly key: readonly string[]
  /** Columns that are the programs' own (a reservation, a document): kept by key while the rest is derived anew, and not compared. */
  readonly own?: readonly string[]
  /** Which rows are derived; all by default. */
  readonly where?: string
}

export const PROJECTIONS: readonly Projection[] = [
  { table: 'asset_movement', key: ['tx_hash', 'operation_index', 'event_index'] },
  { table: 'claimable_balance', key: ['id'] },
  { table: 'pool_share', key: ['asset', 'pool_id', 'holder', 'ledger', 'application_order'] },
  { table: 'holding', key: ['asset', 'holder', 'place', 'place_id'], own: ['offered_stroops'] },
  { table: 'bond_trade', key: ['tx_hash', 'operation_index', 'index'] },
  { table: 'investment', key: ['tx_hash', 'operation_index', 'event_index'] },
  { table: 'offering_event', key: ['offering_id', 'tx_hash', 'operation_index', 'event_index'] },
  { table: 'bucket', key: ['offering_id', 'name'] },
  { table: 'ownership', key: ['offering_id', 'party_index'] },
  {
    table: 'statement',
    key: ['system_id', 'index'],
    own: ['outbox_id', 'marks', 'readings_count'],
    where: `status = 'final'`,
  },
  {
    table: 'bill',
    key: ['system_id', 'number'],
    own: ['paying_outbox', 'pay_rounds', 'pay_tried_at'],
  },
  { table: 'true_up', key: ['tx_hash', 'system_id', 'statement_index'] },
  { table: 'export_credit', key: ['system_id', 'statement_index'] },
  { table: 'payment', key: ['id'] },
  { table: 'collection', key: ['id'] },
  { table: 'coupon_leaf', key: ['offering_id', 'number', 'index'], where: PROPOSED_LEAF },
  { table: 'coupon_payment', key: ['tx_hash', 'offering_id', 'number', 'index'] },
  { table: 'redemption', key: ['id'] },
  { table: 'tender', key: ['offering_id', 'number'] },
  { table: 'bid', key: ['offering_id', 'tender_number', 'bidder'] },
  { table: 'milestone', key: ['offering_id', 'tender_number', 'index'] },
  { table: 'certificate_account', key: ['system_id'] },
  { table: 'certificate_mint', key: ['system_id', 'tx_hash', 'kind'] },
  { table: 'donor_pot', key: ['system_id', 'kind', 'root'] },
  { table: 'donor_claim', key: ['tx_hash', 'system_id', 'kind', 'root', 'index'] },
  { table: 'certificate_retirement', key: ['contract_id', 'number'] },
  { table: 'tariff_price', key: ['contract_id', 'symbol', 'effective_at', 'tx_hash'] },
]

/** Rows that stay and have derived columns: what those are before the first event, and which of their columns are compared. */
const RESETS: readonly {
  readonly table: string
  readonly key: readonly string[]
  readonly compared: readonly string[]
  readonly reset: string
}[] = [
  {
    table: 'offering',
    key: ['id'],
    compared: ['state', 'call_date', 'minted_stroops', 'outstanding_stroops', 'chain_terms', 'roles', 'ledger'],
    reset: `UPDATE offering SET state = 'Draft', call_date = NULL, minted_stroops = 0, outstanding_stroops = 0, chain_terms = NULL, roles = NULL, ledger = 0`,
  },
  {
    table: 'party',
    key: ['system_id', 'index'],
    compared: ['owner', 'portion_bps', 'owned_bps', 'stepped_in', 'step_ins', 'collection'],
    reset: 'UPDATE party SET owned_bps = 0, stepped_in = false, step_ins = 0',
  },
  {
    table: 'coupon',
    key: ['offering_id', 'number'],
    compared: [
      ...[
        'record_ledger',
        'root',
        'total_stroops',
        'unattributed_units',
        'snapshot_hash',
        'leaf_count',
        'funded_stroops',
        'status',
        'propose_tx',
      ],
      ...['proposed_at', 'besides_stroops', 'paid_stroops', 'proposals', 'attested_by', 'voided_tx'],
    ],
    reset: `UPDATE coupon SET status = 'scheduled', record_ledger = NULL, root = NULL, total_stroops = NULL, unattributed_units = 0, snapshot_hash = NULL,
      leaf_count = 0, funded_stroops = 0, propose_tx = NULL, proposed_at = NULL, besides_stroops = 0, paid_stroops = 0, proposals = 0,
      attested_by = '[]', voided_tx = NULL WHERE proposals > 0`,
  },
  {
    table: 'system',
    key: ['id'],
    compared: ['next_from'],
    reset: `UPDATE system s SET next_from = COALESCE((SELECT min(from_at) FROM statement t WHERE t.system_id = s.id AND t.status = 'final'), s.next_from)`,
  },
  {
    table: 'party_standing',
    key: ['system_id', 'party_index'],
    compared: ['announced'],
    reset: `UPDATE party_standing SET announced = 'Current', outdated = true`,
  },
]

/** Every derived row by its key, as one text: two dumps of the same state are equal. */
export type Dump = ReadonlyMap<string, ReadonlyMap<string, string>>

/** What all projections say now. */
export async function dump(client: Queryable): Promise<Dump> {
  const tables = new Map<string, ReadonlyMap<string, string>>()
  for (const { table, key, own = [], where } of PROJECTIONS)
    tables.set(table, await dumpTable(client, table, key, `to_jsonb(t) - $1::text[]`, own, where))
  for (const { table, key, compared } of RESETS) {
    const columns = compared.map((column) => `'${column}', t."${column}"`).join(', ')
    tables.set(
      `${table} (derived)`,
      await dumpTable(client, table, key, `jsonb_build_object(${columns}) - $1::text[]`, [], undefined),
    )
  }
  return tables
}

async function dumpTable(
  client: Queryable,
  table: string,
  key: readonly string[],
  value: string,
  without: readonly string[],
  where: string | undefined,
): Promise<ReadonlyMap<string, string>> {
  const keyText = key.map((column) => `t."${column}"::text`).join(` || ' ' || `)
  const { rows } = await client.query<{ key: string; value: string }>(
    `SELECT ${keyText} AS key, (${value})::text AS value FROM "${table}" t ${where === undefined ? '' : `WHERE ${where}`} ORDER BY 1`,
    [without],
  )
  return new Map(rows.map((row) => [row.key, row.value]))
}

/** One row that two dumps do not agree on; null where it is missing. */
export interface Difference {
  readonly table: string
  readonly key: string
  readonly before: string | null
  readonly after: string | null
}

export function differencesOf(before: Dump, after: Dump): Difference[] {
  const found: Difference[] = []
  for (const table of new Set([...before.keys(), ...after.keys()])) {
    const was = before.get(table) ?? new Map<string, string>()
    const is = after.get(table) ?? new Map<string, string>()
    for (const key of new Set([...was.keys(), ...is.keys()])) {
      const [one, other] = [was.get(key) ?? null, is.get(key) ?? null]
      if (one !== other) found.push({ table, key, before: one, after: other })
    }
  }
  return found
}

/** Puts aside what is the programs' own, and empties everything that is derived. Call inside the transaction that derives it anew. */
export async function clearProjections(client: Queryable): Promise<void> {
  for (const { table, key, own = [], where } of PROJECTIONS) {
    if (own.length > 0)
      await client.query(
        `CREATE TEMP TABLE "kept_${table}" ON COMMIT DROP AS SELECT ${quoted([...key, ...own])} FROM "${table}" t ${where === undefined ? '' : `WHERE ${where}`}`,
      )
  }
  // Rows that stay are asked about rows that go: the latter are still there.
  for (const { table, reset } of RESETS) if (table === 'system') await client.query(reset)
  for (const { table, where } of PROJECTIONS)
    await client.query(`DELETE FROM "${table}" t ${where === undefined ? '' : `WHERE ${where}`}`)
  for (const { table, reset } of RESETS) if (table !== 'system') await client.query(reset)
}

/** Gives back what was put aside. */
export async function restoreOwn(client: Queryable): Promise<void> {
  for (const { table, key, own = [] } of PROJECTIONS) {
    if (own.length === 0) continue
    const set = own.map((column) => `"${column}" = k."${column}"`).join(', ')
    const same = key.map((column) => `t."${column}" = k."${column}"`).join(' AND ')
    await client.query(`UPDATE "${table}" t SET ${set} FROM "kept_${table}" k WHERE ${same}`)
    await client.query(`DROP TABLE "kept_${table}"`)
  }
}

const quoted = (columns: readonly string[]) => columns.map((column) => `"${column}"`).join(', ')
