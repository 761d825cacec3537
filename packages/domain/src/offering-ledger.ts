import { splitByPortion } from './apportion.ts'
import { bucketsAfter, receiptOf } from './booking.ts'
import { EXPORT_PARTY, type Receipt } from './collect.ts'
import { couponStroops } from './coupon.ts'
import { bucketsTotalStroops, type EscrowBuckets, type EscrowTerms } from './escrow.ts'
import { purchaseCostStroops } from './investment.ts'
import { BPS, max, min, mulDivFloor } from './money.ts'
import {
  openPrincipalAccounts,
  owedStroops,
  type PrincipalAccount,
  type PrincipalPosting,
  postJointPrincipal,
  postPartyPrincipal,
} from './principal.ts'
import type { Period } from './schedule.ts'
import { runWaterfall, type WaterfallAllocation } from './waterfall.ts'

/** What of an offering's terms decides where its money goes. */
export type OfferingRules = EscrowTerms & {
  readonly kind: 'Bond' | 'Equity' | 'Donation'
  readonly priceBps: number
  readonly rateBps: number
  /** Of equity: the holders' share of what operations leave. */
  readonly shareBps: number
  readonly minimumStroops: bigint
  readonly reserveFromProceedsStroops: bigint
  readonly capitalizedInterestStroops: bigint
  readonly periods: readonly Omit<Period, 'index'>[]
}

/** The contract's buckets, in stroops; it must hold their sum. */
export type OfferingBuckets = EscrowBuckets & {
  readonly deposits: bigint
  readonly construction: bigint
}

/** A coupon between its proposal and its last stroop. */
export type LedgerCoupon = {
  readonly totalStroops: bigint
  /** What all units together get. */
  readonly wholeStroops: bigint
  /** What of the whole is principal. */
  readonly principalStroops: bigint
  /** What of the principal bucket, or of equity's coupon bucket, it was promised. */
  readonly promisedStroops: bigint
  /** Whether its principal was moved and its rounding let go: with its first funding. */
  readonly isBegun: boolean
  readonly fundedStroops: bigint
}

/**
 * An offering's whole ledger, of every kind and in every state, as the `offering` contract keeps it: what the events of a life
 * are entered into, one by one, to see where each stroop must be.
 *
 * Law: whatever is entered, the buckets change by exactly what came in or went out.
 */
export type OfferingLedger = {
  readonly rules: OfferingRules
  readonly buckets: OfferingBuckets
  readonly accounts: readonly PrincipalAccount[]
  readonly mintedStroops: bigint
  /** Of bonds that were refunded. */
  readonly refundedStroops: bigint
  /** Principal that went, or is promised to go, out with coupons. */
  readonly passedStroops: bigint
  readonly promisedStroops: bigint
  readonly couponRequiredStroops: bigint
  readonly couponReceivedStroops: bigint
  /** Interest of the periods that have started, by period. */
  readonly countedStroops: readonly bigint[]
  /** Periods whose operations budget has begun. */
  readonly startedPeriods: number
  readonly budgetTakenStroops: bigint
  readonly coupons: ReadonlyMap<number, LedgerCoupon>
  /** 0: not called. Unix seconds. */
  readonly callDate: bigint
  readonly isClosed: boolean
  /** In default: periods go on after the schedule's last one. */
  readonly isDefaulted: boolean
  readonly isEnded: boolean
}

/** The ledger of an offering before anybody bought. */
export const openLedger = (rules: OfferingRules, parties: number): OfferingLedger => ({
  rules,
  buckets: {
    deposits: 0n,
    construction: 0n,
    operations: 0n,
    coupon: 0n,
    reserve: 0n,
    renewal: 0n,
    principal: 0n,
    redemption: 0n,
    couponsUnclaimed: 0n,
    credits: Array.from({ length: parties }, () => 0n),
  },
  accounts: [],
  mintedStroops: 0n,
  refundedStroops: 0n,
  passedStroops: 0n,
  promisedStroops: 0n,
  couponRequiredStroops: 0n,
  couponReceivedStroops: 0n,
  countedStroops: [],
  startedPeriods: 0,
  budgetTakenStroops: 0n,
  coupons: new Map(),
  callDate: 0n,
  isClosed: false,
  isDefaulted: false,
  isEnded: false,
})

/** All money of the buckets. */
export const ledgerTotalStroops = ({ buckets }: OfferingLedger): bigint => bucketsTotalStroops(buckets)

/** Principal that has to be paid yet. Equity and donations have none. */
export const principalLeftStroops = ({
  rules,
  mintedStroops,
  refundedStroops,
  passedStroops,
}: OfferingLedger): bigint => (rules.kind === 'Bond' ? mintedStroops - refundedStroops - passedStroops : 0n)

/** Somebody buys bonds. @returns what they cost, too */
export function buyBonds(ledger: OfferingLedger, bondStroops: bigint): { ledger: OfferingLedger; costStroops: bigint } {
  const costStroops = purchaseCostStroops(bondStroops, ledger.rules.priceBps)
  const buckets = { ...ledger.buckets, deposits: ledger.buckets.deposits + costStroops }
  return { costStroops, ledger: { ...ledger, mintedStroops: ledger.mintedStroops + bondStroops, buckets } }
}

/** A deposit goes back against its bonds. */
export const refundBonds = (ledger: OfferingLedger, bondStroops: bigint, paidStroops: bigint): OfferingLedger => ({
  ...ledger,
  refundedStroops: ledger.refundedStroops + bondStroops,
  buckets: { ...ledger.buckets, deposits: ledger.buckets.deposits - paidStroops },
})

/** Funding is over: what of the proceeds is kept, the rest builds; or, where too little was sold, all waits to go back. */
export function closeFunding(ledger: OfferingLedger, now: bigint, portionsBps: readonly number[]): OfferingLedger {
  const { rules, buckets } = ledger
  if (ledger.mintedStroops < rules.minimumStroops) return { ...ledger, isEnded: true }
  const { reserveFromProceedsStroops: reserve, capitalizedInterestStroops: coupon } = rules
  const closed = passTime(
    {
      ...ledger,
      isClosed: true,
      couponReceivedStroops: coupon,
      buckets: { ...buckets, deposits: 0n, construction: buckets.deposits - reserve - coupon, reserve, coupon },
    },
    now,
  )
  return { ...closed, accounts: openPrincipalAccounts(principalLeftStroops(closed), portionsBps) }
}

/** The period at `index`, from 0. In default periods go on after the last one, each as long as that. */
function periodAt({ rules, isDefaulted }: OfferingLedger, index: number): Omit<Period, 'index'> | undefined {
  const period = rules.periods[index]
  const last = rules.periods.at(-1)
  if (period || !last || !isDefaulted) return period
  const later = BigInt(index + 1 - rules.periods.length) * (last.pay - last.start)
  return { ...last, start: last.start + later, record: last.record + later, pay: last.pay + later }
}

/** The interest of a coupon on what is left of the principal. */
export function interestStroops(ledger: OfferingLedger, number: number): bigint {
  const period = periodAt(ledger, number - 1)
  const { rateBps } = ledger.rules
  if (!period || rateBps === 0) return 0n
  return couponStroops(ledger.mintedStroops - ledger.refundedStroops - ledger.passedStroops, rateBps, period)
}

/** Time goes on to `now` (Unix seconds): each period that starts is owed its interest, and has a fresh operations budget. */
export function passTime(ledger: OfferingLedger, now: bigint): OfferingLedger {
  if (!ledger.isClosed) return ledger
  const counted = [...ledger.countedStroops]
  let required = ledger.couponRequiredStroops
  for (let period = periodAt(ledger, counted.length); period; period = periodAt(ledger, counted.length)) {
    if (period.start > now || (ledger.callDate > 0n && period.start >= ledger.callDate)) break
    const interest = interestStroops(ledger, counted.length + 1)
    required += interest
    counted.push(interest)
  }
  let started = ledger.startedPeriods
  for (let period = periodAt(ledger, started); period && period.start <= now; period = periodAt(ledger, started))
    started += 1
  return {
    ...ledger,
    couponRequiredStroops: required,
    countedStroops: counted,
    startedPeriods: started,
    budgetTakenStroops: started === ledger.startedPeriods ? ledger.budgetTakenStroops : 0n,
  }
}

/** Runs the waterfall over what paid bills. `owed` are the loans that the payer has to return. */
function pour(ledger: OfferingLedger, amount: bigint, owed: bigint): WaterfallAllocation {
  const { rules, buckets } = ledger
  const none = { coupon: 0n, instalment: 0n, reserve: 0n, renewal: 0n, principal: 0n }
  const operations = max(rules.operationsBudgetStroops - ledger.budgetTakenStroops, 0n)
  if (ledger.isEnded) return runWaterfall(amount, { ...none, operations })
  // The holders' share is theirs whatever it comes to.
  const shared = mulDivFloor(amount - min(operations, amount), BigInt(rules.shareBps), BPS)
  const lacking = max(ledger.couponRequiredStroops - ledger.couponReceivedStroops, 0n)
  const promised = rules.kind === 'Bond' ? ledger.promisedStroops : 0n
  return runWaterfall(amount, {
    ...none,
    operations,
    coupon: rules.kind === 'Equity' ? shared : lacking,
    reserve: max(rules.reserveRequirementStroops - buckets.reserve, 0n),
    renewal: max(rules.renewalRequirementStroops - buckets.renewal, 0n),
    principal: max(principalLeftStroops(ledger) - (buckets.principal - promised) + owed, 0n),
  })
}

/**
 * A party's payment: what of it and of the party's credit paid bills runs through the waterfall, what is left is the
 * party's credit.
 *
 * @throws {RangeError} for what the contract can never have booked
 */
export function receivePayment(
  ledger: OfferingLedger,
  { party, pulledStroops, appliedStroops }: { party: number; pulledStroops: bigint; appliedStroops: bigint },
): { ledger: OfferingLedger; receipt: Receipt } {
  const account = ledger.accounts[party]
  const creditUsed = ledger.buckets.credits[party]
  if (!account || creditUsed === undefined) throw new RangeError(`no party ${party}`)
  const split = pour(ledger, appliedStroops, owedStroops(account))
  const posting = postPartyPrincipal(ledger.accounts, party, split.principal)
  const surplus = pulledStroops + creditUsed - appliedStroops + split.surplus
  const credits = ledger.buckets.credits
    .with(party, surplus)
    .map((credit, lender) => credit + (posting.returnedStroops[lender] ?? 0n))
  return book(ledger, split, posting, credits, { party, pulled: pulledStroops, creditUsed, surplus })
}

/** What the utility pays for exports belongs to all parties: principal and surplus by portion. @throws {RangeError} below 0 */
export function receiveExport(ledger: OfferingLedger, pulled: bigint): { ledger: OfferingLedger; receipt: Receipt } {
  const split = pour(ledger, pulled, 0n)
  const posting = postJointPrincipal(ledger.accounts, split.principal)
  const shares = splitByPortion(
    split.surplus,
    ledger.accounts.map(({ portionBps }) => portionBps),
  )
  const credits = ledger.buckets.credits.map((credit, party) => credit + (shares[party] ?? 0n))
  return book(ledger, split, posting, credits, { party: EXPORT_PARTY, pulled, creditUsed: 0n, surplus: split.surplus })
}

function book(
  ledger: OfferingLedger,
  split: WaterfallAllocation,
  posting: PrincipalPosting,
  credits: readonly bigint[],
  of: Pick<Receipt, 'party' | 'pulled' | 'creditUsed' | 'surplus'>,
): { ledger: OfferingLedger; receipt: Receipt } {
  return {
    receipt: receiptOf(of, split, posting),
    ledger: {
      ...ledger,
      budgetTakenStroops: ledger.budgetTakenStroops + split.operations,
      couponReceivedStroops: ledger.couponReceivedStroops + split.coupon,
      accounts: posting.accounts,
      buckets: bucketsAfter(ledger.buckets, split, posting, credits),
    },
  }
}
