import type { Queryable } from '../context.ts'
import type { CouponLine } from './coupon-lines.ts'

/**
 * How far a coupon has come: `scheduled` until its record time, `recorded` once the snapshot is stored, `proposed` once the contract has its
 * root, `voided` when the trustee took that back, `funded` once money was set aside for it (whole or in part), `paid` once every leaf got all of
 * its amount, `cancelled` when the bond is called or the works are given up before it starts. From `proposed` on the indexer alone writes it.
 */
export type CouponStatus = 'scheduled' | 'recorded' | 'proposed' | 'voided' | 'funded' | 'paid' | 'cancelled'

export interface CouponRow {
  readonly number: number
  readonly recordAt: bigint
  readonly payAt: bigint
  readonly recordLedger: number | null
  readonly root: Uint8Array | null
  readonly snapshotHash: Uint8Array | null
  readonly totalStroops: bigint
  readonly unattributedUnits: bigint
  readonly leafCount: number
  readonly fundedStroops: bigint
  readonly proposedAt: bigint | null
  readonly besidesStroops: bigint
  readonly paidStroops: bigint
  /** How many proposals the contract has taken so far. */
  readonly proposals: number
  /** Who attested the present proposal. */
  readonly attestedBy: readonly string[]
  readonly voidedTx: string | null
  readonly status: CouponStatus
}

interface RawCoupon {
  number: number
  record_at: string
  pay_at: string
  record_ledger: number | null
  root: Uint8Array | null
  snapshot_hash: Uint8Array | null
  total_stroops: string | null
  unattributed_units: string
  leaf_count: number
  funded_stroops: string
  proposed_at: string | null
  besides_stroops: string
  paid_stroops: string
  proposals: number
  attested_by: string[]
  voided_tx: string | null
  status: CouponStatus
}

/** Coupons that are not over, in order. */
export async function openCoupons(db: Queryable, offeringId: number): Promise<CouponRow[]> {
  const { rows } = await db.query<RawCoupon>(
    `SELECT number, record_at, pay_at, record_ledger, root, snapshot_hash, total_stroops, unattributed_units, leaf_count, funded_stroops, proposed_at,
       besides_stroops, paid_stroops, proposals, attested_by, voided_tx, status
     FROM coupon WHERE offering_id = $1 AND status NOT IN ('paid', 'cancelled') ORDER BY number`,
    [offeringId],
  )
  return rows.map((row) => ({
    number: row.number,
    recordAt: BigInt(row.record_at),
    payAt: BigInt(row.pay_at),
    recordLedger: row.record_ledger,
    root: row.root === null ? null : new Uint8Array(row.root),
    snapshotHash: row.snapshot_hash === null ? null : new Uint8Array(row.snapshot_hash),
    totalStroops: BigInt(row.total_stroops ?? 0),
    unattributedUnits: BigInt(row.unattributed_units),
    leafCount: row.leaf_count,
    fundedStroops: BigInt(row.funded_stroops),
    proposedAt: row.proposed_at === null ? null : BigInt(row.proposed_at),
    besidesStroops: BigInt(row.besides_stroops),
    paidStroops: BigInt(row.paid_stroops),
    proposals: row.proposals,
    attestedBy: row.attested_by,
    voidedTx: row.voided_tx,
    status: row.status,
  }))
}

export async function couponRow(db: Queryable, offeringId: number, number: number): Promise<CouponRow> {
  const row = (await openCoupons(db, offeringId)).find((coupon) => coupon.number === number)
  if (!row) throw new Error(`no open coupon ${number} of offering ${offeringId}`)
  return row
}

export async function setCouponStatus(
  db: Queryable,
  offeringId: number,
  number: number,
  status: CouponStatus,
): Promise<void> {
  await db.query('UPDATE coupon SET status = $3 WHERE offering_id = $1 AND number = $2', [offeringId, number, status])
}

export interface LeafRow {
  readonly index: number
  readonly holder: string
  readonly unitsStroops: bigint
  readonly amountStroops: bigint
  readonly paidStroops: bigint
}

/** All leaves of a coupon in the order of the tree. */
export async function leavesOf(db: Queryable, offeringId: number, number: number): Promise<LeafRow[]> {
  const { rows } = await db.query<{
    index: number
    holder: string
    units: string
    amount: string
    paid: string
  }>(
    `SELECT index, holder, units_stroops AS units, amount_stroops AS amount, paid_stroops AS paid FROM coupon_leaf
     WHERE offering_id = $1 AND number = $2 ORDER BY index`,
    [offeringId, number],
  )
  return rows.map((row) => ({
    index: row.index,
    holder: row.holder,
    unitsStroops: BigInt(row.units),
    amountStroops: BigInt(row.amount),
    paidStroops: BigInt(row.paid),
  }))
}

/** The root of the leaves that are stored, or null where there is none. */
export async function rootOf(db: Queryable, offeringId: number, number: number): Promise<Uint8Array | null> {
  const { rows } = await db.query<{ root: Uint8Array | null }>(
    `SELECT root FROM coupon WHERE offering_id = $1 AND number = $2
       AND leaf_count = (SELECT count(*) FROM coupon_leaf l WHERE l.offering_id = $1 AND l.number = $2)`,
    [offeringId, number],
  )
  const root = rows[0]?.root ?? null
  return root === null ? null : new Uint8Array(root)
}

/** Stores a coupon's lines in place of what was stored before. */
export async function replaceLeaves(
  db: Queryable,
  offeringId: number,
  number: number,
  lines: readonly CouponLine[],
): Promise<void> {
  await db.query('DELETE FROM coupon_leaf WHERE offering_id = $1 AND number = $2', [offeringId, number])
  await db.query(
    `INSERT INTO coupon_leaf (offering_id, number, index, holder, units_stroops, amount_stroops)
     SELECT $1, $2, * FROM unnest($3::int4[], $4::text[], $5::int8[], $6::int8[])`,
    [
      offeringId,
      number,
      lines.map((line) => line.index),
      lines.map((line) => line.holder),
      lines.map((line) => line.unitsStroops),
      lines.map((line) => line.amountStroops),
    ],
  )
}

/** Writes the row of a coupon that the schedule itself does not have. Asking again changes nothing. */
export async function ensureCoupon(
  db: Queryable,
  offeringId: number,
  number: number,
  period: { readonly record: bigint; readonly pay: bigint },
): Promise<void> {
  await db.query(
    `INSERT INTO coupon (offering_id, number, record_at, pay_at, status) VALUES ($1, $2, $3, $4, 'scheduled') ON CONFLICT DO NOTHING`,
    [offeringId, number, period.record, period.pay],
  )
}
