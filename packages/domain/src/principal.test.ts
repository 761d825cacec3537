import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { min, sum } from './money.ts'
import { ownedBps } from './ownership.ts'
import {
  jointPrincipalNeed,
  MAX_LOANS,
  openPrincipalAccounts,
  owedStroops,
  type PrincipalAccount,
  partyPrincipalNeed,
  postJointPrincipal,
  postPartyPrincipal,
  returnLoans,
} from './principal.ts'

const open = (principal: bigint, ...portionsBps: number[]) => openPrincipalAccounts(principal, portionsBps)
const figures = (accounts: readonly PrincipalAccount[]) =>
  accounts.map(({ filledStroops, ownStroops, loans }) => [
    filledStroops,
    ownStroops,
    loans.map(({ lender, amountStroops }) => [lender, amountStroops]),
  ])

test('accounts are the portions of the principal, the rest with party 0', () => {
  expect(open(100n, 3_333, 3_333, 3_334).map(({ accountStroops }) => accountStroops)).toEqual([34n, 33n, 33n])
})

describe("a party's money", () => {
  test('fills its own account first, then helps the others by what they lack, as loans', () => {
    const posting = postPartyPrincipal(open(100n, 5_000, 3_000, 2_000), 0, 60n)
    expect(posting.toPrincipalStroops).toBe(60n)
    expect(figures(posting.accounts)).toEqual([
      [50n, 50n, []],
      [6n, 0n, [[0, 6n]]],
      [4n, 0n, [[0, 4n]]],
    ])
  })

  test('returns loans before all else, as the lender credit and its own repayment', () => {
    const helped = postPartyPrincipal(open(100n, 5_000, 5_000), 0, 60n).accounts
    const posting = postPartyPrincipal(helped, 1, 15n)
    expect(posting.returnedStroops).toEqual([10n, 0n])
    expect(posting.toPrincipalStroops).toBe(5n)
    expect(figures(posting.accounts)).toEqual([
      [50n, 50n, []],
      [15n, 15n, []],
    ])
  })

  test('returns the oldest loan first; help joins the newest loan of the same lender only', () => {
    let accounts: readonly PrincipalAccount[] = open(300n, 3_334, 3_333, 3_333)
    accounts = postPartyPrincipal(accounts, 0, 110n).accounts
    accounts = postPartyPrincipal(accounts, 0, 10n).accounts
    accounts = postPartyPrincipal(accounts, 1, 10n + 90n).accounts
    expect(accounts[2]?.loans.map(({ lender }) => lender)).toEqual([0, 1])
    accounts = postPartyPrincipal(accounts, 0, 4n).accounts
    expect(accounts[2]?.loans.map(({ lender }) => lender)).toEqual([0, 1, 0])
    const [first] = accounts[2]?.loans ?? []
    const posting = postPartyPrincipal(accounts, 2, (first?.amountStroops ?? 0n) + 1n)
    expect(posting.returnedStroops).toEqual([first?.amountStroops, 1n, 0n])
    expect(posting.toPrincipalStroops).toBe(0n)
  })
})

test('a full list of loans is merged per lender, oldest lender first, and loses nothing', () => {
  // Parties 1 and 0 have filled their own accounts and help party 2 by turns.
  let accounts: readonly PrincipalAccount[] = open(9_000n, 3_333, 3_333, 3_334)
  accounts = postPartyPrincipal(accounts, 0, accounts[0]?.accountStroops ?? 0n).accounts
  accounts = postPartyPrincipal(accounts, 1, accounts[1]?.accountStroops ?? 0n).accounts
  for (let turn = 0; turn < MAX_LOANS; turn++) accounts = postPartyPrincipal(accounts, 1 - (turn % 2), 3n).accounts
  expect(accounts[2]?.loans).toHaveLength(MAX_LOANS)
  accounts = postPartyPrincipal(accounts, 1, 4n).accounts
  expect(accounts[2]?.loans).toEqual([
    { lender: 1, amountStroops: 48n },
    { lender: 0, amountStroops: 48n },
    { lender: 1, amountStroops: 4n },
  ])
})

test('joint money goes by portion, its excess by lack, and makes no loan', () => {
  const filled = postPartyPrincipal(open(100n, 5_000, 3_000, 2_000), 0, 50n).accounts
  const posting = postJointPrincipal(filled, 20n)
  expect(figures(posting.accounts)).toEqual([
    [50n, 50n, []],
    [12n, 12n, []],
    [8n, 8n, []],
  ])
})

test('more than can be placed, a negative amount or an unknown party is a bug', () => {
  const accounts = open(100n, 5_000, 5_000)
  expect(() => postPartyPrincipal(accounts, 0, 101n)).toThrow(RangeError)
  expect(() => postJointPrincipal(accounts, 101n)).toThrow(RangeError)
  expect(() => postJointPrincipal(accounts, -1n)).toThrow(RangeError)
  expect(() => postPartyPrincipal(accounts, 2, 1n)).toThrow(RangeError)
  expect(() => returnLoans(accounts, -1, 1n)).toThrow(RangeError)
})

test('over any life: money is conserved, loans are what was helped, ownership never falls', () => {
  const portions = fc
    .array(fc.integer({ min: 0, max: 10_000 }), { maxLength: 5 })
    .map((cuts) => [...cuts.sort((a, b) => a - b), 10_000].map((cut, n, all) => cut - (all[n - 1] ?? 0)))
  const moves = fc.array(fc.tuple(fc.integer({ min: -1, max: 5 }), fc.bigInt({ min: 0n, max: 10n ** 12n })), {
    maxLength: 25,
  })
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 3n * 10n ** 12n }), portions, moves, (principal, portionsBps, run) => {
      let accounts: readonly PrincipalAccount[] = openPrincipalAccounts(principal, portionsBps)
      let bucket = 0n
      let returned = 0n
      let paid = 0n
      for (const [who, wanted] of run) {
        const before = accounts
        const party = who % portionsBps.length
        const amount = min(wanted, who < 0 ? jointPrincipalNeed(accounts) : partyPrincipalNeed(accounts, party))
        const posting = who < 0 ? postJointPrincipal(accounts, amount) : postPartyPrincipal(accounts, party, amount)
        accounts = posting.accounts
        bucket += posting.toPrincipalStroops
        returned += sum(posting.returnedStroops)
        paid += amount
        expect(posting.toPrincipalStroops + sum(posting.returnedStroops)).toBe(amount)
        for (const [i, account] of accounts.entries()) {
          expect(account.filledStroops).toBe(account.ownStroops + owedStroops(account))
          expect(account.ownStroops <= account.filledStroops && account.filledStroops <= account.accountStroops).toBe(
            true,
          )
          const previous = before[i]
          if (previous) expect(ownedBps(account, false)).toBeGreaterThanOrEqual(ownedBps(previous, false))
          expect(ownedBps(account, false)).toBeLessThanOrEqual(account.portionBps)
          expect(account.loans.every(({ lender, amountStroops }) => lender !== i && amountStroops > 0n)).toBe(true)
        }
      }
      expect(sum(accounts.map(({ filledStroops }) => filledStroops))).toBe(bucket)
      expect(bucket + returned).toBe(paid)
      expect(jointPrincipalNeed(accounts)).toBe(principal - bucket)
    }),
  )
})
