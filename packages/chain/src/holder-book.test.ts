import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BookedMovement, emptyBook, enter, splitHoldings } from './holder-book.ts'
import { snapshotOf } from './holders.ts'
import { createKey } from './keys.ts'
import type { TokenMovement } from './token-movement.ts'

const contractId = 'CAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAD2KM'
const people = Array.from({ length: 5 }, () => createKey().address)
const POOL = 'LADQOBYHA4DQOBYHA4DQOBYHA4DQOBYHA4DQOBYHA4DQOBYHA4DQPEA4'
const ledger = { sequence: 77, closedAt: 1_795_000_000n }

interface Step {
  kind: TokenMovement['kind']
  from: number
  to: number
  stroops: bigint
}

/** Movements that a ledger could have seen: nobody gives more than they have. */
const histories = fc
  .array(
    fc.record<Step>({
      kind: fc.constantFrom('transfer', 'mint', 'burn', 'clawback'),
      from: fc.nat(4),
      to: fc.nat(4),
      stroops: fc.bigInt({ min: 0n, max: 10n ** 18n }),
    }),
    { maxLength: 60 },
  )
  .map((steps) => {
    const held = people.map(() => 0n)
    return steps.map(({ kind, from, to, stroops }): TokenMovement => {
      const have = held[from] ?? 0n
      const amountStroops = kind === 'mint' || stroops <= have ? stroops : have
      if (kind !== 'mint') held[from] = have - amountStroops
      if (kind === 'mint' || kind === 'transfer') held[to] = (held[to] ?? 0n) + amountStroops
      return {
        kind,
        ...(kind !== 'mint' && { from: people[from] ?? '' }),
        ...((kind === 'mint' || kind === 'transfer') && { to: people[to] ?? '' }),
        amountStroops,
      }
    })
  })

describe('a book of holders', () => {
  // The law that a coupon's total stands on: nothing is held that was not minted, nothing minted is lost.
  test('adds up to the supply', () => {
    fc.assert(
      fc.property(histories, (movements) => {
        const book = enter(emptyBook(contractId, 1), movements, 77)
        const total = [...book.holdings.values()].reduce((sum, stroops) => sum + stroops, 0n)
        expect(total).toBe(book.mintedStroops - book.clawedBackStroops - book.burntStroops)
        expect([...book.holdings.values()].every((stroops) => stroops > 0n)).toBe(true)
      }),
    )
  })

  test('is the same however the movements came in pages, and its snapshot to the byte', () => {
    fc.assert(
      fc.property(histories, fc.nat(60), (movements, cut) => {
        const whole = enter(emptyBook(contractId, 1), movements, 77)
        const half = enter(emptyBook(contractId, 1), movements.slice(0, cut), 30)
        const paged = enter(half, movements.slice(cut), 77)
        expect(snapshotOf(paged, ledger, 'n').lines).toBe(snapshotOf(whole, ledger, 'n').lines)
      }),
    )
  })

  test('refuses to go on when someone gives what nobody gave them', () => {
    const [a = '', b = ''] = people
    const move: TokenMovement = { kind: 'transfer', from: a, to: b, amountStroops: 1n }
    expect(() => enter(emptyBook(contractId, 1), [move], 2)).toThrow('events are missing')
  })

  test('keeps apart what no account or contract holds', () => {
    const pool = POOL
    const mint: TokenMovement = { kind: 'mint', to: people[0] ?? '', amountStroops: 9n }
    const deposit: TokenMovement = { kind: 'transfer', from: people[0] ?? '', to: pool, amountStroops: 4n }
    const { holders, unattributed } = splitHoldings(enter(emptyBook(contractId, 1), [mint, deposit], 2))
    expect(holders).toEqual([{ address: people[0], stroops: 5n }])
    expect(unattributed).toEqual([{ address: pool, stroops: 4n }])
  })

  test('gives a claimable balance to its sole claimant, and to nobody while there are several', () => {
    const [a = '', b = ''] = people
    const sole = 'BAAAKBIFAUCQKBIFAUCQKBIFAUCQKBIFAUCQKBIFAUCQKBIFAUCQKBPPVE'
    const several = 'BAAAMBQGAYDAMBQGAYDAMBQGAYDAMBQGAYDAMBQGAYDAMBQGAYDAMBROVY'
    const movements: BookedMovement[] = [
      { kind: 'mint', to: a, amountStroops: 9n },
      {
        ...{ kind: 'transfer', from: a, to: sole, amountStroops: 4n },
        facts: {
          claimableBalances: [{ id: sole, asset: 'native', stroops: 4n, soleClaimant: b }],
          poolShares: [],
        },
      },
      {
        ...{ kind: 'transfer', from: a, to: several, amountStroops: 2n },
        facts: { claimableBalances: [{ id: several, asset: 'native', stroops: 2n }], poolShares: [] },
      },
    ]
    const book = enter(emptyBook(contractId, 1), movements, 2)
    const { holders, unattributed } = splitHoldings(book)
    expect(new Map(holders.map(({ address, stroops }) => [address, stroops]))).toEqual(
      new Map([
        [a, 3n],
        [b, 4n],
      ]),
    )
    expect(unattributed).toEqual([{ address: several, stroops: 2n }])
    expect(snapshotOf(book, ledger, 'n').lines).toContain(`{"in":"${sole}","of":"${b}","stroops":"4"}`)
  })

  test('divides a pool by its shares, loses nothing to rounding, and follows shares that change', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 10n ** 18n }),
        fc.array(fc.bigInt({ min: 0n, max: 10n ** 18n }), { minLength: 5, maxLength: 5 }),
        (stroops, counts) => {
          const poolShares = counts.map((shares, index) => ({ poolId: POOL, holder: people[index] ?? '', shares }))
          const movements: BookedMovement[] = [
            { kind: 'mint', to: people[0] ?? '', amountStroops: stroops },
            {
              ...{ kind: 'transfer', from: people[0] ?? '', to: POOL, amountStroops: stroops },
              facts: { claimableBalances: [], poolShares: [{ poolId: POOL, holder: people[0] ?? '', shares: 1n }] },
            },
            {
              ...{ kind: 'transfer', from: POOL, to: POOL, amountStroops: 0n },
              facts: { claimableBalances: [], poolShares },
            },
          ]
          const { holders, unattributed, placed } = splitHoldings(enter(emptyBook(contractId, 1), movements, 2))
          const all = counts.reduce((total, count) => total + count, 0n)
          for (const [index, count] of counts.entries()) {
            const held = holders.find(({ address }) => address === people[index])?.stroops ?? 0n
            expect(held).toBe(all === 0n ? 0n : (stroops * count) / all)
          }
          const lines = [...holders, ...unattributed].reduce((total, line) => total + line.stroops, 0n)
          expect(lines).toBe(stroops)
          expect(placed.reduce((total, line) => total + line.stroops, 0n)).toBe(stroops)
        },
      ),
    )
  })
})
