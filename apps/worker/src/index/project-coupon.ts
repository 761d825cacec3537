import { raiseAlarm } from '@heliobond/db'
import { equalBytes } from '@heliobond/domain'
import type { Queryable } from '../context.ts'
import { couponSubject, schedulePeriods } from '../project.ts'
import { periodOf } from '../service/coupon-lines.ts'
import { ensureCoupon, replaceLeaves, rootOf } from '../service/coupon-rows.ts'
import { couponAt } from '../service/snapshot.ts'
import type { LoggedEvent } from './logged-event.ts'

interface CouponProposed {
  readonly number: number
  readonly root: Uint8Array
  readonly total: bigint
  readonly leaf_count: number
  readonly unattributed: bigint
  readonly whole: bigint
  readonly principal: bigint
  readonly record_ledger: number
  readonly snapshot_hash: Uint8Array
}

/**
 * Enters a coupon that was proposed, by us or by somebody else, with the leaves under its root: computed from our own log, and kept only where
 * they come to that root. A root that is not ours is somebody's alarm.
 */
export async function couponProposed(
  client: Queryable,
  passphrase: string,
  { data, event }: LoggedEvent,
  offeringId: number,
): Promise<void> {
  const proposed = data as unknown as CouponProposed
  const subject = await couponSubject(client, offeringId)
  const known = await rootOf(client, offeringId, proposed.number)
  // Equity's share is no principal; all of its coupon is share.
  const besidesStroops = subject.kind === 'Equity' ? proposed.whole : proposed.principal
  const period = periodOf(schedulePeriods(subject.settings), proposed.number, true)
  await ensureCoupon(client, offeringId, proposed.number, period)
  await client.query(
    `UPDATE coupon SET status = 'proposed', root = $3, total_stroops = $4, leaf_count = $5, unattributed_units = $6, besides_stroops = $7,
       record_ledger = $8, snapshot_hash = $9, propose_tx = $10, proposed_at = $11, proposals = proposals + 1, attested_by = '[]',
       voided_tx = NULL, funded_stroops = 0, paid_stroops = 0
     WHERE offering_id = $1 AND number = $2`,
    [
      offeringId,
      proposed.number,
      Buffer.from(proposed.root),
      proposed.total,
      proposed.leaf_count,
      proposed.unattributed,
      besidesStroops,
      proposed.record_ledger,
      Buffer.from(proposed.snapshot_hash),
      event.txHash,
      event.closedAt,
    ],
  )
  if (known !== null && equalBytes(known, proposed.root)) return
  const { number } = proposed
  const ledger = { sequence: proposed.record_ledger, closedAt: 0n }
  const computed = await couponAt(client, passphrase, subject, { number, besidesStroops, ledger })
  if (equalBytes(computed.root, proposed.root)) return replaceLeaves(client, offeringId, number, computed.lines)
  await replaceLeaves(client, offeringId, number, [])
  await raiseAlarm(client, {
    kind: 'coupon.root_differs',
    subject: `offering:${offeringId}:coupon:${number}`,
    severity: 'critical',
    message: `Coupon ${number} was proposed with a root that the ledger does not give. The trustee can void it until it is final; no key of ours attests it.`,
    detail: { coupon: number, txHash: event.txHash, recordLedger: proposed.record_ledger },
    offeringId,
    at: event.closedAt,
  })
}
