import { describe, expect, test } from 'vitest'
import { isDead } from './dead.ts'
import type { Lookup } from './lookup.ts'

const record = { expiresAt: 1_000n, builtAt: 700n }
const notFound = (latestLedgerCloseTime: bigint, latestLedger = 50, oldestLedgerCloseTime = 0n): Lookup => ({
  kind: 'not-found',
  hash: '00',
  latestLedger,
  latestLedgerCloseTime,
  oldestLedgerCloseTime,
})

describe('a transaction is dead', () => {
  test.each([
    ['not before its end', record, notFound(999n), false],
    ['not at its end: a ledger of that very second still takes it', record, notFound(1_000n), false],
    ['once a ledger has closed after its end', record, notFound(1_001n), true],
    ['not in the ledger before its bound', { ...record, expiresLedger: 60 }, notFound(900n, 59), false],
    ['once the ledger of its bound has closed', { ...record, expiresLedger: 60 }, notFound(900n, 60), true],
    ['not by a node that has forgotten the time it was sent', record, notFound(9_000n, 50, 701n), false],
    ['by a node whose oldest ledger is from when it was built', record, notFound(9_000n, 50, 700n), true],
  ])('%s', (_, given, seen, dead) => {
    expect(isDead(given, seen)).toBe(dead)
  })

  test('never once a ledger has it', () => {
    const success: Lookup = {
      ...notFound(9_000n),
      kind: 'success',
      ledger: 40,
      applicationOrder: 1,
      closedAt: 900n,
      feeChargedStroops: 100n,
      resultCodes: { transaction: 'tx_success', operations: ['op_success'] },
      operations: [],
      events: [],
    }
    expect(isDead(record, success)).toBe(false)
  })
})
