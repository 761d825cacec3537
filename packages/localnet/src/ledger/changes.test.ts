import { xdr } from '@stellar/stellar-sdk/base'
import { expect, test } from 'vitest'
import { changesWire } from './changes.ts'
import { decodeEntry } from './codec.ts'
import { LedgerState } from './state.ts'
import { LedgerTxn } from './txn.ts'
import { contractView } from './view.ts'
import type { LedgerEntryChangeWire } from './wire.ts'

const PERSISTENT = 1
const TEMPORARY = 0

/** Key and entry of contract data that holds a number. */
function contractData(durability: number, value: number): { keyXdr: Uint8Array; entryXdr: Uint8Array } {
  const contract = { type: 1 as const, contractId: new Uint8Array(32) }
  const key = { type: 3 as const, u32: 7 }
  const keyXdr = xdr.LedgerKey.schema.encode({ type: 6, contractData: { contract, key, durability } })
  const entryXdr = xdr.LedgerEntry.schema.encode({
    lastModifiedLedgerSeq: 1,
    data: {
      type: 6,
      contractData: { ext: { v: 0 }, contract, key, durability, val: { type: 3, u32: value } },
    },
    ext: { v: 0 },
  })
  return { keyXdr, entryXdr }
}

function ledgerAt(sequence: number, durability: number, liveUntilLedger: number) {
  const state = new LedgerState()
  const { keyXdr, entryXdr } = contractData(durability, 1)
  state.put(decodeEntry(keyXdr, entryXdr, liveUntilLedger))
  const txn = LedgerTxn.over(state, {
    networkId: new Uint8Array(32),
    protocolVersion: 28,
    sequence,
    closeTime: 0n,
    baseFeeStroops: 100n,
    baseReserveStroops: 5_000_000n,
  })
  return { txn, view: contractView(txn), keyXdr }
}

function tell(change: LedgerEntryChangeWire): string {
  switch (change.type) {
    case 0:
      return `created ${change.created.data.type}`
    case 1:
      return `updated ${change.updated.data.type}`
    case 2:
      return `removed ${change.removed.type}`
    case 3:
      return `state ${change.state.data.type}`
    case 4:
      return `restored ${change.restored.data.type}`
  }
}

const told = (txn: LedgerTxn): string[] => changesWire(txn).map(tell)

test('data that is removed takes its time to live along', () => {
  const { txn, view, keyXdr } = ledgerAt(10, PERSISTENT, 100)
  view.delete(keyXdr)
  expect(told(txn)).toEqual(['state 6', 'removed 6', 'state 9', 'removed 9'])
})

test('a write tells the data, an extension the time to live alone', () => {
  const written = ledgerAt(10, PERSISTENT, 100)
  written.view.put(written.keyXdr, contractData(PERSISTENT, 2).entryXdr, 100)
  expect(told(written.txn)).toEqual(['state 6', 'updated 6'])
  const extended = ledgerAt(10, PERSISTENT, 100)
  const found = extended.view.get(extended.keyXdr)
  extended.view.put(extended.keyXdr, found?.entryXdr ?? new Uint8Array(), 500)
  expect(told(extended.txn)).toEqual(['state 9', 'updated 9'])
})

test('persistent data past its time is archived and restored; temporary data is gone and made anew', () => {
  const archived = ledgerAt(101, PERSISTENT, 100)
  expect(archived.view.get(archived.keyXdr)?.liveUntilLedger).toBe(100)
  archived.view.put(archived.keyXdr, contractData(PERSISTENT, 1).entryXdr, 500)
  expect(told(archived.txn)).toEqual(['restored 6', 'restored 9'])
  const gone = ledgerAt(101, TEMPORARY, 100)
  expect(gone.view.get(gone.keyXdr)).toBeNull()
  gone.view.put(gone.keyXdr, contractData(TEMPORARY, 1).entryXdr, 500)
  expect(told(gone.txn)).toEqual(['created 6', 'created 9'])
})

test('a layer that is dropped leaves no trace, and one that is committed is seen below', () => {
  const { txn, keyXdr } = ledgerAt(10, PERSISTENT, 100)
  contractView(txn.child()).delete(keyXdr)
  expect(told(txn)).toEqual([])
  const layer = txn.child()
  contractView(layer).delete(keyXdr)
  layer.commit()
  expect(contractView(txn).get(keyXdr)).toBeNull()
})
