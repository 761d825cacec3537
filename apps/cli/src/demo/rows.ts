import type { Database } from '@heliobond/db'

/** What the database says of one life, in the order it happened. Column names are the tables'. */
export async function readRows(database: Database, offeringId: number, systemId: number) {
  const query = async <Row extends object>(text: string, value: number): Promise<Row[]> =>
    (await database.pool.query<Row>(text, [value])).rows
  return {
    statements: await query<StatementRow>('SELECT * FROM statement WHERE system_id = $1 ORDER BY index', systemId),
    bills: await query<BillRow>('SELECT * FROM bill WHERE system_id = $1 ORDER BY number', systemId),
    exports: await query<ExportRow>(
      'SELECT * FROM export_credit WHERE system_id = $1 ORDER BY statement_index',
      systemId,
    ),
    payments: await query<PaymentRow>('SELECT * FROM payment WHERE system_id = $1 ORDER BY id', systemId),
    collections: await query<CollectionRow>('SELECT * FROM collection WHERE offering_id = $1 ORDER BY id', offeringId),
    coupons: await query<CouponRow>(
      `SELECT * FROM coupon WHERE offering_id = $1 AND record_ledger IS NOT NULL ORDER BY number`,
      offeringId,
    ),
    leaves: await query<LeafRow>('SELECT * FROM coupon_leaf WHERE offering_id = $1 ORDER BY number, index', offeringId),
    redemptions: await query<RedemptionRow>('SELECT * FROM redemption WHERE offering_id = $1 ORDER BY id', offeringId),
    parties: await query<PartyRow>('SELECT * FROM party WHERE system_id = $1 ORDER BY index', systemId),
    readings:
      (
        await query<{ count: bigint }>(
          'SELECT count(*) AS count FROM reading r JOIN meter m ON m.id = r.meter_id WHERE m.system_id = $1',
          systemId,
        )
      )[0]?.count ?? 0n,
  }
}

export type Rows = Awaited<ReturnType<typeof readRows>>

export interface StatementRow {
  readonly index: number
  readonly from_at: bigint
  readonly to_at: bigint
  readonly generated_wh: bigint
  readonly exported_wh: bigint
  readonly generated_correction_wh: bigint
  readonly exported_correction_wh: bigint
  readonly consumed_wh: readonly string[]
  readonly readings_root: Uint8Array
}
export interface BillRow {
  readonly number: bigint
  readonly party_index: number
  readonly statement_index: number
  readonly from_at: bigint
  readonly to_at: bigint
  readonly delivered_wh: bigint
  readonly price_stroops: bigint
  readonly credited_wh: bigint
  readonly credited_price_stroops: bigint
  readonly adjustment_milli: bigint
  readonly due_stroops: bigint
  readonly paid_stroops: bigint
  readonly credit_stroops: bigint
  readonly tx_hash: string
}
export interface ExportRow {
  readonly statement_index: number
  readonly exported_wh: bigint
  readonly price_stroops: bigint
  readonly due_stroops: bigint
  readonly paid_stroops: bigint
  readonly tx_hash: string | null
}
export interface PaymentRow {
  readonly bill_number: bigint
  readonly party_index: number
  readonly tx_hash: string
  readonly operation_index: number
  readonly send_asset: string
  readonly sent_stroops: bigint
  readonly received_stroops: bigint
}
export interface CollectionRow {
  readonly party_index: number
  readonly pulled_stroops: bigint
  readonly credit_used_stroops: bigint
  readonly operations_stroops: bigint
  readonly coupon_stroops: bigint
  readonly reserve_stroops: bigint
  readonly renewal_stroops: bigint
  readonly principal_stroops: bigint
  readonly loan_returned_stroops: bigint
  readonly surplus_stroops: bigint
  readonly tx_hash: string
}
export interface CouponRow {
  readonly number: number
  readonly record_ledger: number
  readonly root: Uint8Array
  readonly total_stroops: bigint
  readonly unattributed_units: bigint
  readonly funded_stroops: bigint
}
export interface LeafRow {
  readonly number: number
  readonly holder: string
  readonly units_stroops: bigint
  readonly amount_stroops: bigint
  readonly paid_stroops: bigint
  readonly tx_hash: string | null
}
export interface RedemptionRow {
  readonly holder: string
  readonly bond_stroops: bigint
  readonly paid_stroops: bigint
  readonly tx_hash: string
  readonly ledger: number
}
export interface PartyRow {
  readonly index: number
  readonly name: string
  readonly owner: string
  readonly wallet: string
  readonly collection: string
  readonly portion_bps: number
  readonly owned_bps: number
}
