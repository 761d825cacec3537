import { snapshotOf } from '@heliobond/chain'
import { equalBytes, toHex } from '@heliobond/domain'
import type { WorkerContext } from '../context.ts'
import { bookAt } from '../index/holder-log.ts'
import type { Project } from '../project.ts'
import { type CouponPeriod, periodOf } from './coupon-lines.ts'
import { couponOf, recordLedger } from './snapshot.ts'

/** A coupon as the offering contract holds it. */
export interface ContractCoupon {
  readonly root: Uint8Array
  readonly total: bigint
  readonly leaf_count: number
  readonly unattributed: bigint
  readonly whole: bigint
  readonly principal: bigint
  readonly record_ledger: number
  readonly snapshot_hash: Uint8Array
  readonly attested_by: readonly string[]
  readonly voided: boolean
  readonly funded: bigint
  readonly paid: bigint
}

/** What recomputing a coupon from the ledger came to. */
export type Verdict =
  | { readonly kind: 'agrees' }
  | { readonly kind: 'differs'; readonly findings: readonly string[] }
  | { readonly kind: 'cannot-say'; readonly why: string }

export const readCoupon = ({ contracts }: WorkerContext, { offering }: Project, number: number) =>
  contracts.read<ContractCoupon>('offering', offering, 'coupon', { number })

/**
 * Computes a proposed coupon from the ledger, and says whether the proposal is right to the byte. Terms and schedule are the contract's, the
 * holders are those of the network's own events where it remembers them, and of our log where it has forgotten.
 */
export async function judgeCoupon(context: WorkerContext, project: Project, number: number): Promise<Verdict> {
  const { contracts, chain, store } = context
  const coupon = await readCoupon(context, project, number)
  if (coupon.voided) return { kind: 'differs', findings: ['it was voided'] }
  const terms = await contracts.read<{ rate_bps: number; kind: { tag: Project['kind'] } }>(
    'offering',
    project.offering,
    'terms',
  )
  const schedule = (await contracts.read<readonly CouponPeriod[]>('offering', project.offering, 'schedule')).map(
    ({ start, record, pay, days, basis }) => ({ start, record, pay, days, basis }),
  )
  const period = periodOf(schedule, number, true)
  const ledger = await recordLedger(context, period.record)
  if (ledger === null) return { kind: 'cannot-say', why: `no ledger is known to be the last at ${period.record}` }
  const { passphrase } = chain.config
  const snapshot =
    (await chain.snapshotAt(project.bondAsset, ledger, project.settings.bondSinceLedger)) ??
    snapshotOf(await bookAt(store, project.bondAsset, passphrase, ledger.sequence), ledger, passphrase)
  const kind = terms.kind.tag
  const computed = couponOf(
    snapshot,
    passphrase,
    {
      ...project,
      kind,
      settings: {
        rateBps: terms.rate_bps,
        schedule: schedule.map((one) => ({
          ...one,
          start: String(one.start),
          record: String(one.record),
          pay: String(one.pay),
        })),
      },
    },
    {
      number,
      besidesStroops: kind === 'Equity' ? coupon.whole : coupon.principal,
      passedStroops: await passedBefore(context, project, number),
    },
  )
  const findings = [
    differs('record ledger', coupon.record_ledger, computed.recordLedger),
    differs('total', coupon.total, computed.totalStroops),
    differs('leaves', coupon.leaf_count, computed.lines.length),
    differs('unattributed units', coupon.unattributed, computed.unattributedUnits),
    equalBytes(coupon.root, computed.root) ? null : `root ${toHex(coupon.root)}, not ${toHex(computed.root)}`,
    equalBytes(coupon.snapshot_hash, computed.snapshotHash) ? null : 'another snapshot hash',
  ].filter((finding) => finding !== null)
  return findings.length === 0 ? { kind: 'agrees' } : { kind: 'differs', findings }
}

const differs = (what: string, said: bigint | number, computed: bigint | number): string | null =>
  BigInt(said) === BigInt(computed) ? null : `${what} ${said}, not ${computed}`

/** Principal that earlier coupons passed through, by the contract's own word. */
async function passedBefore(context: WorkerContext, project: Project, number: number): Promise<bigint> {
  let passed = 0n
  for (let earlier = 1; earlier < number; earlier += 1) {
    const { principal, voided } = await readCoupon(context, project, earlier)
    if (!voided) passed += principal
  }
  return passed
}
