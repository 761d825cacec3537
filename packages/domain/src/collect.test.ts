import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matureEscrow } from './bond-life.ts'
import { collectExport, collectFromParty, EXPORT_PARTY, type Receipt } from './collect.ts'
import { bucketsTotalStroops, type Escrow, finalizeCoupon, fundCoupon, openEscrow, startPeriod } from './escrow.ts'
import { sum } from './money.ts'
import { owedStroops } from './principal.ts'

const terms = { operationsBudgetStroops: 10n, reserveRequirementStroops: 100n, renewalRequirementStroops: 20n }
const closing = {
  outstandingStroops: 1_000n,
  portionsBps: [6_000, 4_000],
  reserveFromProceedsStroops: 100n,
  capitalizedInterestStroops: 0n,
}
const opened = startPeriod(openEscrow(terms, closing), 50n)

const lawHolds = ({ pulled, creditUsed, ...receipt }: Receipt) =>
  pulled + creditUsed ===
  receipt.operations +
    receipt.coupon +
    receipt.reserve +
    receipt.renewal +
    receipt.principal +
    receipt.loanReturned +
    receipt.surplus

describe("a party's payment", () => {
  test('fills the buckets in order and names them on the receipt', () => {
    const { receipt, escrow } = collectFromParty(opened, { party: 0, pulledStroops: 200n, appliedStroops: 150n })
    expect(receipt).toEqual({
      party: 0,
      pulled: 200n,
      creditUsed: 0n,
      operations: 10n,
      coupon: 50n,
      reserve: 0n,
      renewal: 20n,
      principal: 70n,
      loanReturned: 0n,
      surplus: 50n,
    })
    expect(escrow.buckets.credits).toEqual([50n, 0n])
    expect(escrow.accounts[0]?.ownStroops).toBe(70n)
  })

  test('takes its credit with it', () => {
    const credited = { ...opened, buckets: { ...opened.buckets, credits: [40n, 0n] } }
    const { receipt, escrow } = collectFromParty(credited, { party: 0, pulledStroops: 0n, appliedStroops: 15n })
    expect(receipt).toMatchObject({ creditUsed: 40n, operations: 10n, coupon: 5n, surplus: 25n })
    expect(escrow.buckets.credits).toEqual([25n, 0n])
  })

  test("returns what it was lent to the lender's credit", () => {
    const helped = collectFromParty(opened, { party: 0, pulledStroops: 780n, appliedStroops: 780n }).escrow
    expect(
      owedStroops(
        helped.accounts[1] ?? {
          ...terms,
          portionBps: 0,
          accountStroops: 0n,
          filledStroops: 0n,
          ownStroops: 0n,
          loans: [],
        },
      ),
    ).toBe(100n)
    const { receipt, escrow } = collectFromParty(helped, { party: 1, pulledStroops: 130n, appliedStroops: 130n })
    expect(receipt).toMatchObject({ loanReturned: 100n, principal: 30n, surplus: 0n })
    expect(escrow.buckets.credits).toEqual([100n, 0n])
  })

  test('of more than there is, of nothing below zero, or by nobody is a bug', () => {
    expect(() => collectFromParty(opened, { party: 0, pulledStroops: 1n, appliedStroops: 2n })).toThrow(RangeError)
    expect(() => collectFromParty(opened, { party: 0, pulledStroops: -1n, appliedStroops: 0n })).toThrow(RangeError)
    expect(() => collectFromParty(opened, { party: 2, pulledStroops: 1n, appliedStroops: 1n })).toThrow(RangeError)
  })
})

test('export money is joint: principal and surplus go by portion', () => {
  const { receipt, escrow } = collectExport(opened, 1_180n)
  expect(receipt).toMatchObject({ party: EXPORT_PARTY, principal: 1_000n, surplus: 100n })
  expect(escrow.buckets.credits).toEqual([60n, 40n])
  expect(escrow.accounts.map(({ ownStroops, loans }) => [ownStroops, loans])).toEqual([
    [600n, []],
    [400n, []],
  ])
})

test('after maturity a payment is operations and credit', () => {
  const { receipt } = collectFromParty(
    { ...opened, matured: true },
    { party: 1, pulledStroops: 30n, appliedStroops: 30n },
  )
  expect(receipt).toMatchObject({ operations: 10n, coupon: 0n, principal: 0n, surplus: 20n })
})

test('over any life of an offering no stroop is made or lost', () => {
  const amount = fc.bigInt({ min: 0n, max: 10n ** 9n })
  const move = fc.oneof(
    fc.record({
      do: fc.constant('collect' as const),
      amount,
      party: fc.nat(2),
      appliedBps: fc.constantFrom(10_000n, 7_000n, 0n),
    }),
    fc.record({ do: fc.constant('export' as const), amount }),
    fc.record({ do: fc.constant('period' as const), amount: fc.bigInt({ min: 0n, max: 10n ** 8n }) }),
    fc.record({ do: fc.constant('coupon' as const), amount, dust: fc.bigInt({ min: 0n, max: 3n }) }),
    fc.record({ do: fc.constant('mature' as const) }),
  )
  const portions = fc.tuple(fc.nat(5_000), fc.nat(5_000)).map(([a, b]) => [a, b, 10_000 - a - b])
  fc.assert(
    fc.property(
      fc.bigInt({ min: 1n, max: 10n ** 9n }),
      portions,
      fc.array(move, { maxLength: 30 }),
      (principal, portionsBps, run) => {
        let escrow: Escrow = openEscrow(
          {
            operationsBudgetStroops: principal / 200n,
            reserveRequirementStroops: principal / 10n,
            renewalRequirementStroops: principal / 50n,
          },
          {
            outstandingStroops: principal,
            portionsBps,
            reserveFromProceedsStroops: principal / 20n,
            capitalizedInterestStroops: principal / 40n,
          },
        )
        for (const step of run) {
          const before = bucketsTotalStroops(escrow.buckets)
          let cameIn = 0n
          if (step.do === 'collect') {
            const money = step.amount + (escrow.buckets.credits[step.party] ?? 0n)
            const collected = collectFromParty(escrow, {
              party: step.party,
              pulledStroops: step.amount,
              appliedStroops: (money * step.appliedBps) / 10_000n,
            })
            expect(lawHolds(collected.receipt)).toBe(true)
            escrow = collected.escrow
            cameIn = step.amount
          } else if (step.do === 'export') {
            const collected = collectExport(escrow, step.amount)
            expect(lawHolds(collected.receipt)).toBe(true)
            escrow = collected.escrow
            cameIn = step.amount
          } else if (step.do === 'period') {
            escrow = startPeriod(escrow, escrow.matured ? 0n : step.amount)
          } else if (step.do === 'coupon') {
            const whole = escrow.couponRequiredStroops < step.dust ? 0n : step.dust
            escrow = fundCoupon(finalizeCoupon(escrow, whole, 0n), step.amount).escrow
          } else {
            const matured = matureEscrow(escrow)
            if (matured.ok) escrow = matured.value
          }
          const { credits, ...buckets } = escrow.buckets
          expect(bucketsTotalStroops(escrow.buckets)).toBe(before + cameIn)
          expect([...Object.values(buckets), ...credits].every((bucket) => bucket >= 0n)).toBe(true)
          expect(
            escrow.buckets.reserve <= (principal / 10n > principal / 20n ? principal / 10n : principal / 20n),
          ).toBe(true)
          if (!escrow.matured) {
            expect(sum(escrow.accounts.map(({ filledStroops }) => filledStroops))).toBe(escrow.buckets.principal)
          }
        }
      },
    ),
  )
})
