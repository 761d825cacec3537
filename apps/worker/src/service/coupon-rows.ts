import type { Queryable } from '../context.ts'

/**
 * How far a coupon has come: `scheduled` until its record time, `recorded` once the snapshot is stored, `proposed` once the contract has its
 * root, `funded` once money was set aside for it (whole or in part), `paid` once every leaf was pushed, `cancelled` when the bond is called before it starts.
 */
export type CouponStatus = 'scheduled' | 'recorded' | 'proposed' | 'funded' | 'paid' | 'cancelled'

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
  status: CouponStatus
}

/** Coupons that are not over, in order. */
export async function openCoupons(db: Queryable, offeringId: number): Promise<CouponRow[]> {
  const { rows } = await db.query<RawCoupon>(
    `SELECT number, record_at, pay_at, record_ledger, root, snapshot_hash, total_stroops, unattributed_units, leaf_count, funded_stroops, proposed_at, status
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

/** Books what the contract has set aside for a coupon. */
export async function bookFunded(db: Queryable, offeringId: number, number: number, funded: bigint): Promise<void> {
  await db.query(`UPDATE coupon SET funded_stroops = $3, status = 'funded' WHERE offering_id = $1 AND number = $2`, [
    offeringId,
    number,
    funded,
  ])
}
