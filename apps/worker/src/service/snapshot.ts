import { type HolderSnapshot, type LedgerTime, snapshotOf } from '@heliobond/chain'
import { fromHex, merkleTreeRoot } from '@heliobond/domain'
import type { Queryable, WorkerContext } from '../context.ts'
import { bookAt } from '../index/holder-log.ts'
import { enterLedger } from '../index/index-role.ts'
import { type Project, schedulePeriods } from '../project.ts'
import { type CouponLine, type CouponLines, couponLines, couponTree, periodOf } from './coupon-lines.ts'

/** A coupon computed from the ledger: anyone who reads the same ledger comes to the same root. */
export interface CouponSnapshot extends CouponLines {
  readonly recordLedger: number
  readonly root: Uint8Array
  readonly snapshotHash: Uint8Array
  /** The holders' snapshot as published: JSON lines, whose SHA-256 is the hash. */
  readonly document: string
}

/** What a coupon must be known by to be computed. */
export type CouponSubject = Pick<Project, 'offeringId' | 'offering' | 'bondAsset' | 'kind'> & {
  readonly settings: Pick<Project['settings'], 'rateBps' | 'schedule'>
}

/**
 * The record ledger of a time: the last that closed at or before it, with our log of the bond's movements complete up to it. Null while no ledger
 * has closed after it, for then the last one before it is not known.
 */
export async function recordLedger(context: WorkerContext, recordAt: bigint): Promise<LedgerTime | null> {
  const found = await context.chain.ledgerAt(recordAt)
  if (found === 'not-passed') return null
  if (found === 'forgotten') return lastLogged(context.store, recordAt)
  await enterLedger(context, found.sequence)
  return found
}

/** Where the network has forgotten its ledgers of that time: the last one before it in which something happened. Its holders are the same. */
async function lastLogged(db: Queryable, at: bigint): Promise<LedgerTime | null> {
  const { rows } = await db.query<{ ledger: number; at: string }>(
    'SELECT ledger, at FROM chain_event WHERE at <= $1 ORDER BY ledger DESC LIMIT 1',
    [at],
  )
  const [row] = rows
  return row ? { sequence: row.ledger, closedAt: BigInt(row.at) } : null
}

/** The coupon of every holder in a ledger, from our log of the bond's movements. */
export async function couponAt(
  db: Queryable,
  passphrase: string,
  subject: CouponSubject,
  coupon: { readonly number: number; readonly besidesStroops: bigint; readonly ledger: LedgerTime },
): Promise<CouponSnapshot> {
  const { ledger, number } = coupon
  const book = await bookAt(db, subject.bondAsset, passphrase, ledger.sequence)
  return couponOf(snapshotOf(book, ledger, passphrase), passphrase, subject, {
    ...coupon,
    passedStroops: await passedBefore(db, subject.offeringId, number),
  })
}

/** The coupon of every holder of a snapshot, wherever that came from. */
export function couponOf(
  snapshot: HolderSnapshot,
  passphrase: string,
  { offering, kind, settings }: CouponSubject,
  { number, besidesStroops, passedStroops }: { number: number; besidesStroops: bigint; passedStroops: bigint },
): CouponSnapshot {
  const lines = couponLines(
    snapshot.holders.map(({ address, stroops }) => ({ holder: address, stroops })),
    // What was sent to the issuer is outstanding until it is clawed back, and nobody's.
    snapshot.unattributedStroops + snapshot.burntStroops,
    {
      kind,
      rateBps: settings.rateBps,
      period: periodOf(schedulePeriods(settings), number, true),
      outstandingStroops: snapshot.mintedStroops - snapshot.clawedBackStroops,
      passedStroops,
      besidesStroops,
    },
  )
  const hash = fromHex(snapshot.hash)
  if (!hash.ok) throw new Error('a snapshot without a hash')
  return {
    ...lines,
    recordLedger: snapshot.ledger.sequence,
    root: merkleTreeRoot(couponTree(passphrase, offering, number, lines.lines)),
    snapshotHash: hash.value,
    document: snapshot.lines,
  }
}

/** Principal that coupons before this one passed through; equity's shares are none. */
async function passedBefore(db: Queryable, offeringId: number, number: number): Promise<bigint> {
  const { rows } = await db.query<{ passed: string }>(
    `SELECT coalesce(sum(c.besides_stroops), 0) AS passed FROM coupon c JOIN offering o ON o.id = c.offering_id
     WHERE c.offering_id = $1 AND c.number < $2 AND o.kind = 'Bond' AND c.status IN ('proposed', 'funded', 'paid')`,
    [offeringId, number],
  )
  return BigInt(rows[0]?.passed ?? 0)
}

export type { CouponLine }
