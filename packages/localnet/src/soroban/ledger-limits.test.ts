import { xdr } from '@stellar/stellar-sdk/base'
import { describe, expect, it } from 'vitest'
import {
  emptyLedger,
  fits,
  type LedgerTotals,
  ledgerLimits,
  Soroban,
  type TxResources,
  txResources,
  withTransaction,
} from './index.ts'
import { testLedger } from './test-ledger.ts'
import { dataOf } from './test-network.ts'

const limits = ledgerLimits(testLedger(await Soroban.load()))

const small: TxResources = {
  instructions: 1n,
  sizeBytes: 1,
  diskReadBytes: 1,
  writeBytes: 1,
  diskReadEntries: 1,
  writeEntries: 1,
  readOnly: [],
  readWrite: [],
}

/** How many such transactions a ledger takes. */
function capacity(tx: (at: number) => TxResources): number {
  let totals: LedgerTotals = emptyLedger
  while (totals.transactions < 3000 && fits(totals, tx(totals.transactions), limits)) {
    totals = withTransaction(totals, tx(totals.transactions))
  }
  return totals.transactions
}

describe("a ledger's room for contract calls", () => {
  it('is what the network votes for', () => {
    expect(limits).toEqual({
      transactions: 2000,
      instructions: 580_000_000n,
      clusters: 2,
      transactionsSizeBytes: 266_240,
      diskReadBytes: 400_000,
      writeBytes: 286_720,
      diskReadEntries: 1000,
      writeEntries: 1000,
    })
  })

  it.each<[string, Partial<TxResources>, number]>([
    ['bytes of transactions', { sizeBytes: 132_096 }, 2],
    ['bytes read from disk', { diskReadBytes: 200_000 }, 2],
    ['bytes written', { writeBytes: 132_096 }, 2],
    ['entries read from disk', { diskReadEntries: 200 }, 5],
    ['entries written', { writeEntries: 200 }, 5],
    ['instructions of all threads', { instructions: 400_000_000n }, 2],
    ['instructions that share a thread', { instructions: 290_000_000n }, 4],
  ])('is bounded by %s', (_what, tx, expected) => {
    expect(capacity(() => ({ ...small, ...tx }))).toBe(expected)
  })

  it('is bounded by the number of transactions', () => {
    const tx = { ...small, diskReadEntries: 0, writeEntries: 0 }
    const full = { ...emptyLedger, transactions: 1999 }
    expect(fits(full, tx, limits)).toBe(true)
    expect(fits(withTransaction(full, tx), tx, limits)).toBe(false)
  })

  it('is one thread for transactions that depend on each other, through others too', () => {
    const writes = (...readWrite: string[]) => ({ ...small, instructions: 290_000_000n, readWrite })
    expect(capacity(() => writes('a'))).toBe(2)
    expect(capacity((at) => writes(String(at)))).toBe(4)
    const chain = [writes('a'), writes('b'), { ...small, instructions: 1n, readOnly: ['a', 'b'] }]
    const two = chain.slice(0, 2).reduce(withTransaction, emptyLedger)
    expect(fits(two, chain[2] ?? small, limits)).toBe(false)
    const readers = (): TxResources => ({ ...small, instructions: 290_000_000n, readOnly: ['a'] })
    expect(capacity(readers)).toBe(4)
  })

  it('counts as disk reads what is classic or archived, and all of a restoration', () => {
    const hash = new Uint8Array(32)
    const code = xdr.LedgerKey.contractCode(new xdr.LedgerKeyContractCode({ hash }))
    const accountId = xdr.PublicKey.publicKeyTypeEd25519(hash)
    const account = xdr.LedgerKey.account(new xdr.LedgerKeyAccount({ accountId }))
    const data = dataOf({ readOnly: [account], readWrite: [code], archived: [0] })
    expect(txResources(data, 500, false)).toMatchObject({ diskReadEntries: 2, writeEntries: 1, sizeBytes: 500 })
    expect(txResources(dataOf({ readWrite: [code, account] }), 500, true).diskReadEntries).toBe(2)
  })
})
