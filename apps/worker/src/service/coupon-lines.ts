import {
  buildMerkleTree,
  contractIdFromStrkey,
  couponLeafBytes,
  couponStroops,
  type DayFraction,
  type MerkleTree,
  networkId,
  passThroughLeafStroops,
  passThroughWhole,
  scAddressFromStrkey,
} from '@heliobond/domain'

/** One holder's line of a coupon, before it is a leaf. */
export interface CouponLine {
  readonly index: number
  readonly holder: string
  readonly unitsStroops: bigint
  readonly amountStroops: bigint
}

/** What a coupon pays, and on what. */
export interface CouponTerms {
  readonly kind: 'Bond' | 'Equity' | 'Donation'
  readonly rateBps: number
  readonly period: DayFraction
  /** Bonds minted and not clawed back. */
  readonly outstandingStroops: bigint
  /** Principal that earlier coupons passed through: interest runs on what is left. */
  readonly passedStroops: bigint
  /** Principal, or equity's share of the revenue, that goes out with this one. */
  readonly besidesStroops: bigint
}

/** A coupon's lines, in the order of the holders' addresses, and what they leave out. */
export interface CouponLines {
  readonly lines: readonly CouponLine[]
  /** Units without a known owner, and of holders who get less than a stroop. */
  readonly unattributedUnits: bigint
  readonly totalStroops: bigint
}

/**
 * What each holder gets. Who earns nothing has no line.
 *
 * Interest alone is each holder's own, `floor(units x rate x days / basis)`; as soon as principal is or was passed through, and for equity, it is
 * the holder's part of the whole: `floor(units x whole / outstanding)`.
 */
export function couponLines(
  holders: readonly { readonly holder: string; readonly stroops: bigint }[],
  unownedStroops: bigint,
  terms: CouponTerms,
): CouponLines {
  const amountOf = amounts(terms)
  const lines: CouponLine[] = []
  let unattributedUnits = unownedStroops
  let totalStroops = 0n
  for (const { holder, stroops } of [...holders].sort((a, b) => (a.holder < b.holder ? -1 : 1))) {
    const amountStroops = amountOf(stroops)
    if (amountStroops === 0n) {
      unattributedUnits += stroops
      continue
    }
    lines.push({ index: lines.length, holder, unitsStroops: stroops, amountStroops })
    totalStroops += amountStroops
  }
  return { lines, unattributedUnits, totalStroops }
}

function amounts(terms: CouponTerms): (unitsStroops: bigint) => bigint {
  const { kind, rateBps, period, outstandingStroops, passedStroops, besidesStroops } = terms
  if (kind !== 'Equity' && passedStroops + besidesStroops === 0n)
    return (units) => couponStroops(units, rateBps, period)
  const whole = passThroughWhole({ outstandingStroops, passedStroops, besidesStroops, rateBps, period })
  return (units) => passThroughLeafStroops(units, whole, outstandingStroops)
}

/** The Merkle tree over a coupon's lines, as the offering contract counts its leaves. */
export function couponTree(
  passphrase: string,
  offering: string,
  number: number,
  lines: readonly Pick<CouponLine, 'index' | 'holder' | 'amountStroops'>[],
): MerkleTree {
  const offeringId = contractIdFromStrkey(offering)
  if (!offeringId.ok) throw new Error(`not a contract: ${offering}`)
  return buildMerkleTree(
    lines.map((line) => {
      const holder = scAddressFromStrkey(line.holder)
      if (!holder.ok) throw new Error(`not an address: ${line.holder}`)
      return couponLeafBytes({
        networkId: networkId(passphrase),
        offeringId: offeringId.value,
        coupon: number,
        leafIndex: line.index,
        holder: holder.value,
        amountStroops: line.amountStroops,
      })
    }),
  )
}

/** Times of a coupon's period, Unix seconds, and its length for interest. */
export interface CouponPeriod {
  readonly start: bigint
  readonly record: bigint
  readonly pay: bigint
  readonly days: number
  readonly basis: number
}

/**
 * The period that coupon `number` is of, from 1. In default periods go on after the last of the schedule, each as long as that.
 *
 * @throws {RangeError} if the schedule is empty, or ends before that and is not endless (a caller bug)
 */
export function periodOf(schedule: readonly CouponPeriod[], number: number, isEndless: boolean): CouponPeriod {
  const inside = schedule[number - 1]
  if (inside) return inside
  const last = schedule.at(-1)
  if (!last || !isEndless || number < 1) throw new RangeError(`no period ${number} in a schedule of ${schedule.length}`)
  const later = BigInt(number - schedule.length) * (last.pay - last.start)
  return { ...last, start: last.start + later, record: last.record + later, pay: last.pay + later }
}
