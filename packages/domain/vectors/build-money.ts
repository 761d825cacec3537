import {
  billStatement,
  buildSchedule,
  carryAfter,
  checkCouponProposal,
  checkPassThroughProposal,
  claimableStroops,
  collectExport,
  collectFromParty,
  couponStroops,
  type Escrow,
  finalizeCoupon,
  fundCoupon,
  jointPrincipalNeed,
  matureEscrow,
  min,
  noCarry,
  openEscrow,
  openPrincipalAccounts,
  ownedBps,
  type PrincipalAccount,
  partyPrincipalNeed,
  passedOfTotal,
  passThroughLeafStroops,
  passThroughWhole,
  postJointPrincipal,
  postPartyPrincipal,
  reserveBoundStroops,
  runWaterfall,
  startPeriod,
} from '../src/index.ts'
import { type RandomSource, randomSource } from './random.ts'

const UNIT = 10_000_000n

/** The most that a reserve may hold, of bonds from any day on. */
export function reserveVectors(seed: string) {
  const random = randomSource(`${seed}/reserve`)
  const issueDates = [
    { year: 2027, month: 1, day: 1 },
    { year: 2028, month: 2, day: 29 },
    { year: 2027, month: 2, day: 28 },
    ...Array.from({ length: 9 }, () => ({
      year: random.int(2026, 2040),
      month: random.int(1, 12),
      day: random.int(1, 28),
    })),
  ]
  const bonds = issueDates.map((issueDate, at) => {
    const [principal, rateBps] = [
      1n + random.below(10n ** 16n),
      random.pick(0, random.int(1, 50), random.int(51, 1_500)),
    ]
    const frequency = random.pick(1, 2, 2, 4)
    const maturityYears = at === 0 ? 15 : random.int(1, frequency === 4 ? 5 : 20)
    const schedule = buildSchedule({
      issueDate,
      maturityYears,
      frequency,
      convention: random.pick('30/360-US', 'ACT/365F'),
      endOfMonth: at === 2,
    })
    if (!schedule.ok) throw new Error(schedule.error.code)
    const periods = schedule.value.map(({ start, pay, days, basis }) => ({ start, pay, days, basis }))
    return { principal, rateBps, periods, bound: reserveBoundStroops(principal, rateBps, schedule.value) }
  })
  return { seed, bonds }
}

/** Coupons, checks of proposals, and claims while a coupon is funded in part. */
export function couponVectors(seed: string) {
  const random = randomSource(`${seed}/coupon`)
  const published = [
    { holding: 100_000n * UNIT, rateBps: 400, days: 131, basis: 360 },
    { holding: 250_000n * UNIT, rateBps: 500, days: 180, basis: 360 },
    { holding: 1n, rateBps: 400, days: 180, basis: 360 },
    { holding: 0n, rateBps: 400, days: 180, basis: 360 },
    { holding: 2n ** 63n - 1n, rateBps: 10_000, days: 366, basis: 365 },
  ]
  const drawn = Array.from({ length: 60 }, () => ({
    holding: random.below(10n ** BigInt(random.int(1, 18))),
    rateBps: random.int(0, 2_000),
    ...random.pick(
      { days: 180, basis: 360 },
      { days: 184, basis: 365 },
      { days: 181, basis: 362 },
      { days: 33, basis: 360 },
    ),
  }))
  const coupons = [...published, ...drawn].map((each) => ({
    ...each,
    coupon: couponStroops(each.holding, each.rateBps, each),
  }))

  const proposals = Array.from({ length: 40 }, () => {
    const leafCount = random.int(0, 12)
    const terms = { rateBps: random.int(1, 1_000), days: 180, basis: 360 }
    const holdings = Array.from({ length: leafCount }, () => random.below(10n ** 13n))
    const unattributed = random.pick(0n, random.below(10n ** 12n))
    const outstanding = holdings.reduce((a, b) => a + b, unattributed)
    const honest = holdings.reduce((total, holding) => total + couponStroops(holding, terms.rateBps, terms), 0n)
    const total = honest + BigInt(random.pick(0, 0, 1, -1, leafCount, -leafCount, 1000))
    const proposal = { totalStroops: total < 0n ? 0n : total, leafCount, unattributedStroops: unattributed }
    const outcome = checkCouponProposal(proposal, outstanding, terms.rateBps, terms)
    return {
      outstanding,
      total: proposal.totalStroops,
      leafCount,
      unattributed,
      ...terms,
      outcome: outcome.ok ? 'OK' : outcome.error.code,
    }
  })

  const claims = Array.from({ length: 30 }, () => {
    const total = 1n + random.below(10n ** 12n)
    const amount = random.below(total + 1n)
    const funded = random.pick(total, random.below(total + 1n))
    const paid = (amount * random.pick(0n, random.below(funded + 1n))) / total
    return {
      amount,
      total,
      funded,
      paid,
      claimable: claimableStroops(amount, { totalStroops: total, fundedStroops: funded, paidStroops: paid }),
    }
  })
  return { seed, coupons, proposals, claims }
}

/** Runs of statements of one system: shares, what is carried, and bills; in the later systems with corrections and true-ups. */
export function billingVectors(seed: string) {
  const random = randomSource(`${seed}/billing`)
  const systems = Array.from({ length: 20 }, (_, n) => {
    const isCorrected = n >= 14
    const parties = n < 2 ? 1 : random.int(1, 8)
    let carry = noCarry(parties)
    const statements = Array.from({ length: 6 }, () => {
      const magnitude = 10n ** BigInt(random.int(1, 7))
      const generatedWh = random.below(magnitude)
      const exportedWh = random.pick(0n, random.below(magnitude), random.below(generatedWh + 1n))
      const consumedWh = Array.from({ length: parties }, () => random.pick(random.below(magnitude), 0n, 7n))
      const prices = {
        retailStroopsPerKwh: random.pick(2_086_000n, random.below(10n ** 7n)),
        exportStroopsPerKwh: random.below(10n ** 6n),
      }
      const signed = (limit: bigint) => random.pick(0n, random.below(limit), -random.below(limit))
      const corrections = isCorrected && {
        generatedCorrectionWh: signed(magnitude),
        exportedCorrectionWh: signed(exportedWh + 1n),
      }
      const adjustmentMilli = Array.from({ length: isCorrected ? parties : 0 }, () => signed(magnitude * 1_000_000n))
      const lines = isCorrected && { adjustmentsMilli: adjustmentMilli }
      const billing = billStatement({ generatedWh, exportedWh, consumedWh, ...corrections }, carry, {
        ...prices,
        ...lines,
      })
      carry = carryAfter(billing)
      return {
        generatedWh,
        exportedWh,
        consumedWh,
        ...corrections,
        ...(isCorrected && { adjustmentMilli }),
        retailStroopsPerKwh: prices.retailStroopsPerKwh,
        exportStroopsPerKwh: prices.exportStroopsPerKwh,
        deliveredWh: billing.shares.deliveredWh,
        unattributedWh: billing.shares.unattributedWh,
        negativeWh: billing.shares.negativeWh,
        dueStroops: billing.parties.map(({ dueStroops }) => dueStroops),
        remainderMilli: billing.parties.map(({ remainderMilli }) => remainderMilli),
        exportDueStroops: billing.export.dueStroops,
        exportRemainderMilli: billing.export.remainderMilli,
      }
    })
    return { parties, statements }
  })
  return { seed, systems }
}

/** Coupons that pay principal along with interest: leaves by units of the whole, the check of the proposal, and what of it is principal. */
export function passThroughVectors(seed: string) {
  const random = randomSource(`${seed}/pass-through`)
  const coupons = Array.from({ length: 40 }, () => {
    const leafCount = random.int(0, 8)
    const magnitude = 10n ** BigInt(random.int(1, 15))
    const units = Array.from({ length: leafCount }, () => random.below(magnitude))
    const unattributed = random.pick(0n, random.below(magnitude))
    const outstanding = units.reduce((a, b) => a + b, unattributed)
    const passed = random.pick(0n, random.below(outstanding + 1n))
    const besides = random.pick(0n, outstanding - passed, random.below(outstanding - passed + 1n))
    const period = random.pick({ days: 180, basis: 360 }, { days: 184, basis: 365 })
    const rateBps = random.int(0, 1_000)
    const coupon = { outstandingStroops: outstanding, passedStroops: passed, besidesStroops: besides, rateBps, period }
    const whole = passThroughWhole(coupon)
    const leaves = units.map((unit) => passThroughLeafStroops(unit, whole, outstanding))
    const honest = leaves.reduce((a, b) => a + b, 0n)
    const moved = honest + BigInt(random.pick(0, 0, 1, -1, leafCount + 1, -leafCount - 1, 1000))
    const total = moved < 0n ? 0n : moved
    const proposal = { totalStroops: total, leafCount, unattributedStroops: unattributed }
    const outcome = checkPassThroughProposal(proposal, coupon)
    return {
      ...{ outstanding, passed, besides, rateBps, ...period, whole, units, leaves, unattributed, total, leafCount },
      principalOfTotal: passedOfTotal(total, besides, whole),
      outcome: outcome.ok ? 'OK' : outcome.error.code,
    }
  })
  return { seed, coupons }
}

/** Principal accounts alone: parties' and joint money, loans made and returned. */
export function principalVectors(seed: string) {
  const random = randomSource(`${seed}/principal`)
  const offerings = Array.from({ length: 10 }, () => {
    const portionsBps = portions(random, random.int(1, 5))
    const principal = random.pick(250_000n * UNIT, random.below(10n ** 6n), random.below(10n ** 13n))
    let accounts: readonly PrincipalAccount[] = openPrincipalAccounts(principal, portionsBps)
    const opened = accounts.map(({ accountStroops }) => accountStroops)
    const steps = Array.from({ length: 9 }, () => {
      const joint = random.int(0, 3) === 0
      const party = random.int(0, portionsBps.length - 1)
      const need = joint ? jointPrincipalNeed(accounts) : partyPrincipalNeed(accounts, party)
      const amount = min(need, random.below(principal / 3n + 2n))
      const posting = joint ? postJointPrincipal(accounts, amount) : postPartyPrincipal(accounts, party, amount)
      accounts = posting.accounts
      return {
        from: joint ? 'joint' : 'party',
        party: joint ? null : party,
        amount,
        toPrincipal: posting.toPrincipalStroops,
        returned: posting.returnedStroops,
        accounts: accounts.map((account) => accountJson(account)),
      }
    })
    return { principal, portionsBps, accounts: opened, steps }
  })
  return { seed, offerings }
}

/** The waterfall alone, and lives of an escrow: periods, collections, coupons drawn from the reserve, maturity. */
export function waterfallVectors(seed: string) {
  const random = randomSource(`${seed}/waterfall`)
  const splits = Array.from({ length: 30 }, () => {
    const need = () => random.pick(0n, random.below(1_000n), random.below(10n ** 12n))
    const needs = {
      operations: need(),
      coupon: need(),
      instalment: 0n,
      reserve: need(),
      renewal: need(),
      principal: need(),
    }
    const amount = random.pick(0n, random.below(3_000n), random.below(4n * 10n ** 12n))
    return { amount, needs, allocation: runWaterfall(amount, needs) }
  })
  return { seed, splits, lives: [true, true, true, false].map((paid) => life(random, paid)) }
}

function life(random: RandomSource, paid: boolean) {
  const portionsBps = portions(random, random.int(1, 4))
  const principal = random.pick(250_000n, 1_003n, 77n) * UNIT + random.below(1_000n)
  const terms = {
    operationsBudgetStroops: principal / 200n,
    reserveRequirementStroops: principal / 10n,
    renewalRequirementStroops: random.pick(0n, principal / 50n),
  }
  const closing = {
    outstandingStroops: principal,
    portionsBps,
    reserveFromProceedsStroops: random.pick(0n, principal / 20n),
    capitalizedInterestStroops: random.pick(0n, principal / 40n),
  }
  const coupon = couponStroops(principal, 500, { days: 180, basis: 360 })
  let escrow = openEscrow(terms, closing)
  const opened = { ...escrowJson(escrow), accounts: escrow.accounts.map(({ accountStroops }) => accountStroops) }
  const steps: Record<string, unknown>[] = []
  const step = (what: Record<string, unknown>, next: Escrow) => {
    escrow = next
    steps.push({ ...what, after: escrowJson(escrow) })
  }
  for (let period = 0; period < 3; period++) {
    step({ do: 'start_period', coupon }, startPeriod(escrow, coupon))
    for (let n = random.int(1, 3); n > 0; n--) {
      // In a life that ends well, somebody pays for all before the last coupon.
      const amount = paid && period === 2 && n === 1 ? principal * 2n : random.below(principal / 4n)
      if (random.int(0, 4) === 0 && n > 1) {
        const collected = collectExport(escrow, amount)
        step({ do: 'export', amount, receipt: collected.receipt }, collected.escrow)
      } else {
        const party = random.int(0, portionsBps.length - 1)
        const credit = escrow.buckets.credits[party] ?? 0n
        const applied = random.pick(amount + credit, random.below(amount + credit + 1n))
        const collected = collectFromParty(escrow, { party, pulledStroops: amount, appliedStroops: applied })
        step({ do: 'collect', party, pulled: amount, applied, receipt: collected.receipt }, collected.escrow)
      }
    }
    const total = coupon - BigInt(random.int(0, 3))
    step({ do: 'finalize_coupon', whole: coupon, total }, finalizeCoupon(escrow, coupon, total))
    const funded = fundCoupon(escrow, total)
    step({ do: 'fund_coupon', lacking: total, moved: funded.movedStroops }, funded.escrow)
  }
  const matured = matureEscrow(escrow)
  if (matured.ok) step({ do: 'mature' }, matured.value)
  else steps.push({ do: 'mature', refused: matured.error.code })
  return { ...terms, ...closing, opened, steps }
}

function portions(random: RandomSource, parties: number): number[] {
  const cuts = Array.from({ length: parties - 1 }, () => random.int(0, 10_000)).sort((a, b) => a - b)
  return [...cuts, 10_000].map((cut, n) => cut - (cuts[n - 1] ?? 0))
}

const accountJson = (account: PrincipalAccount, matured = false) => ({
  filled: account.filledStroops,
  own: account.ownStroops,
  loans: account.loans.map(({ lender, amountStroops }) => [lender, amountStroops]),
  ownedBps: ownedBps(account, matured),
})

const escrowJson = (escrow: Escrow) => ({
  operationsTaken: escrow.operationsTakenStroops,
  couponRequired: escrow.couponRequiredStroops,
  couponReceived: escrow.couponReceivedStroops,
  buckets: escrow.buckets,
  accounts: escrow.accounts.map((account) => accountJson(account, escrow.matured)),
})
