import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type Keypair, Operation, xdr } from '@stellar/stellar-sdk/base'
import { beforeEach, describe, expect, it } from 'vitest'
import { Soroban, type SorobanOutcome } from './index.ts'
import { account, ENVELOPE_BYTES, simulateAndApply, type TestLedger, testLedger } from './test-ledger.ts'

const WASM = readFileSync(new URL('../../host/fixtures/counter.wasm', import.meta.url))
const CODE = xdr.LedgerKey.contractCode(
  new xdr.LedgerKeyContractCode({
    hash: createHash('sha256').update(WASM).digest(),
  }),
)
const MIN_PERSISTENT_TTL = 2_073_600
const soroban = await Soroban.load()

let ledger: TestLedger
let alice: Keypair

function dataOf(footprint: { readOnly?: xdr.LedgerKey[]; readWrite?: xdr.LedgerKey[] }): xdr.SorobanTransactionData {
  const { readOnly = [], readWrite = [] } = footprint
  const resources = new xdr.SorobanResources({
    footprint: new xdr.LedgerFootprint({ readOnly, readWrite }),
    instructions: 0,
    diskReadBytes: 0,
    writeBytes: 0,
  })
  return new xdr.SorobanTransactionData({
    ext: xdr.SorobanTransactionDataExt.v0(),
    resources,
    resourceFee: 0n,
  })
}

const extendOp = (extendTo: number) => Operation.extendFootprintTtl({ extendTo }).body
const restoreOp = Operation.restoreFootprint({}).body
const liveUntil = () => ledger.get(CODE.toXdr())?.liveUntilLedger

function simulate(op: xdr.OperationBody, sorobanData: xdr.SorobanTransactionData) {
  return soroban.simulate({
    view: ledger,
    header: ledger.header,
    op,
    source: alice.publicKey(),
    sorobanData,
  })
}

/** Applies what a simulation recorded, with its own fee. */
function applied(op: xdr.OperationBody, sorobanData: xdr.SorobanTransactionData | undefined): SorobanOutcome {
  if (!sorobanData) throw new Error('nothing was simulated')
  const common = {
    view: ledger,
    header: ledger.header,
    sorobanData,
    envelopeSizeBytes: ENVELOPE_BYTES,
  }
  expect(soroban.checkResources({ ...common, operation: op })).toBeNull()
  const isRestore = op.type === 'restoreFootprint'
  const { nonRefundable } = soroban.resourceFee({
    ...common,
    resources: sorobanData,
    isRestore,
  })
  const args = {
    ...common,
    refundableFeeBudget: sorobanData.resourceFee - nonRefundable,
  }
  if (op.type === 'restoreFootprint') return soroban.applyRestore(args)
  if (op.type !== 'extendFootprintTtl') throw new Error(op.type)
  return soroban.applyExtend({
    ...args,
    extendTo: op.extendFootprintTtlOp.extendTo,
  })
}

beforeEach(() => {
  ledger = testLedger(soroban)
  alice = account(ledger, 'alice')
  simulateAndApply(soroban, ledger, Operation.uploadContractWasm({ wasm: WASM }), alice.publicKey())
})

describe('ExtendFootprintTTL', () => {
  it('lets entries live as long as asked, for rent', () => {
    const { transactionData, minResourceFee } = simulate(extendOp(3_000_000), dataOf({ readOnly: [CODE] }))
    const before = ledger.get(CODE.toXdr())
    const outcome = applied(extendOp(3_000_000), transactionData)
    expect(outcome.code).toBe('success')
    expect(outcome.resultXdr.toJson()).toEqual({
      extend_footprint_ttl: 'success',
    })
    expect(liveUntil()).toBe(ledger.sequence + 3_000_000)
    expect(ledger.get(CODE.toXdr())?.entryXdr).toBe(before?.entryXdr)
    expect(outcome.refundableFeeCharged).toBe(outcome.rentFee)
    expect(outcome.rentFee).toBeGreaterThan(0n)
    expect(minResourceFee).toBeGreaterThan(outcome.rentFee)
  })

  it('passes over what lives long enough and what is not there', () => {
    const missing = xdr.LedgerKey.contractCode(new xdr.LedgerKeyContractCode({ hash: new Uint8Array(32) }))
    const data = new xdr.SorobanTransactionData({
      ...dataOf({ readOnly: [CODE, missing] }),
      resourceFee: 100_000n,
    })
    const before = liveUntil()
    const outcome = applied(extendOp(10), data)
    expect(outcome.code).toBe('success')
    expect(outcome.rentFee).toBe(0n)
    expect(liveUntil()).toBe(before)
  })

  it('refuses longer than the network allows, and classic entries', () => {
    const data = new xdr.SorobanTransactionData({
      ...dataOf({ readOnly: [CODE] }),
      resourceFee: 100_000n,
    })
    const check = {
      view: ledger,
      sorobanData: data,
      envelopeSizeBytes: ENVELOPE_BYTES,
    }
    expect(soroban.checkOperation({ ...check, operation: extendOp(3_110_400) })).toMatch(/TTL extension/)
    expect(applied(extendOp(3_110_400), data).code).toBe('malformed')
    expect(applied(extendOp(3_110_399), data).code).toBe('insufficientRefundableFee')
    const classic = xdr.LedgerKey.account(new xdr.LedgerKeyAccount({ accountId: alice.xdrAccountId() }))
    const wrong = new xdr.SorobanTransactionData({
      ...dataOf({ readOnly: [classic] }),
      resourceFee: 100_000n,
    })
    expect(applied(extendOp(100), wrong).resultXdr.toJson()).toEqual({
      extend_footprint_ttl: 'malformed',
    })
  })

  it('asks for a restore first when the entry is archived', () => {
    ledger.sequence += MIN_PERSISTENT_TTL
    const simulation = simulate(extendOp(3_000_000), dataOf({ readOnly: [CODE] }))
    expect(simulation.ok).toBe(true)
    expect(simulation.restorePreamble?.minResourceFee).toBeGreaterThan(0n)
    expect(applied(restoreOp, simulation.restorePreamble?.transactionData).code).toBe('success')
    expect(applied(extendOp(3_000_000), simulation.transactionData).code).toBe('success')
    expect(liveUntil()).toBe(ledger.sequence + 3_000_000)
  })
})

describe('RestoreFootprint', () => {
  it('brings an archived entry back for the shortest time, for rent', () => {
    ledger.sequence += MIN_PERSISTENT_TTL
    const { transactionData } = simulate(restoreOp, dataOf({ readWrite: [CODE] }))
    const outcome = applied(restoreOp, transactionData)
    expect(outcome.code).toBe('success')
    expect(outcome.rentFee).toBeGreaterThan(0n)
    expect(liveUntil()).toBe(ledger.sequence + MIN_PERSISTENT_TTL - 1)
  })

  it('passes over a live entry', () => {
    const data = new xdr.SorobanTransactionData({
      ...dataOf({ readWrite: [CODE] }),
      resourceFee: 100_000n,
    })
    const before = liveUntil()
    expect(applied(restoreOp, data)).toMatchObject({
      code: 'success',
      rentFee: 0n,
    })
    expect(liveUntil()).toBe(before)
  })

  it('needs the bytes it declares', () => {
    ledger.sequence += MIN_PERSISTENT_TTL
    const data = new xdr.SorobanTransactionData({
      ...dataOf({ readWrite: [CODE] }),
      resourceFee: 5_000_000n,
    })
    const outcome = applied(restoreOp, data)
    expect(outcome.resultXdr.toJson()).toEqual({
      restore_footprint: 'resource_limit_exceeded',
    })
  })

  it('is not simulated without saying what to restore', () => {
    const args = {
      view: ledger,
      header: ledger.header,
      op: restoreOp,
      source: alice.publicKey(),
    }
    expect(soroban.simulate(args).error).toMatch(/SorobanTransactionData must be provided/)
    expect(soroban.simulate({ ...args, authMode: 'record' }).error).toMatch(/cannot set authMode/)
  })
})
