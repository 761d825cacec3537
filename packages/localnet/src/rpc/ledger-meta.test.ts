import { createHash } from 'node:crypto'
import { Asset, Keypair, Operation, xdr } from '@stellar/stellar-sdk/base'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { TestNetwork } from '../core/testing.ts'
import { COUNTER_WASM, dataOf } from '../soroban/test-network.ts'
import { ledgerCloseMeta } from './ledger-meta.ts'

let net: TestNetwork

beforeEach(async () => {
  net = await TestNetwork.start({ mode: { everySeconds: 1_000_000 }, opsPerLedger: 4 })
})

afterEach(() => net.core.stop())

function latestMeta() {
  const meta = xdr.LedgerCloseMeta.fromXdr(ledgerCloseMeta(net.core, net.core.latestLedger()))
  if (meta.type !== 'v2') throw new Error('another form of meta')
  return meta.v2
}

/** Of the classic phase and of the contracts' phase. */
function baseFees(): unknown[] {
  return latestMeta().txSet.v1TxSet.phases.map((phase) => {
    if (phase.type === 'parallelTxsComponent') return phase.parallelTxsComponent.baseFee
    return phase.v0Components.map((component) => component.txsMaybeDiscountedFee.baseFee)
  })
}

function funded(): Keypair {
  const keypair = Keypair.random()
  const destination = keypair.publicKey()
  net.send(net.build(net.root, [Operation.createAccount({ destination, startingBalance: '5000' })]))
  net.core.close()
  return keypair
}

test('each phase tells what an operation paid in it, where the ledger was too small for all that waited', () => {
  const people = Array.from({ length: 4 }, funded)
  const hash = createHash('sha256').update(COUNTER_WASM).digest()
  const code = xdr.LedgerKey.contractCode(new xdr.LedgerKeyContractCode({ hash }))
  // Two that write the same entry are carried out one after the other: one ledger has no instructions for both.
  const data = dataOf({ readWrite: [code], instructions: 400_000_000 })
  const upload = Operation.uploadContractWasm({ wasm: COUNTER_WASM })
  const pay = Operation.payment({ destination: net.root.publicKey(), asset: Asset.native(), amount: '1' })
  const bids = [150, 700, 200, 900]
  for (const [at, person] of people.entries()) {
    const bid = bids[at] ?? 100
    const transaction =
      at < 2
        ? net.build(person, [upload], { fee: bid, edit: (builder) => void builder.setSorobanData(data) })
        : net.build(person, [pay, pay, pay], { fee: bid })
    expect(net.send(transaction).sent.status).toBe('PENDING')
  }
  net.core.close()
  expect(baseFees()).toEqual([[900n], 700n])
  net.core.close()
  // What was passed over goes alone, and pays no more than it must.
  expect(baseFees()).toEqual([[100n], 100n])
  net.core.close()
  expect(baseFees()).toEqual([[], 100n])
})

test('the size of the state is that which rent is reckoned by', () => {
  expect(latestMeta().totalByteSizeOfLiveSorobanState).toBe(826_000_000n)
})
