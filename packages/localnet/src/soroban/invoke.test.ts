import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Address, type Keypair, nativeToScVal, Operation, scValToNative, xdr } from '@stellar/stellar-sdk/base'
import { beforeEach, describe, expect, it } from 'vitest'
import { Soroban } from './index.ts'
import { account, apply, invocation, simulateAndApply, type TestLedger, testLedger } from './test-ledger.ts'

const WASM = readFileSync(new URL('../../host/fixtures/counter.wasm', import.meta.url))
const soroban = await Soroban.load()

let ledger: TestLedger
let alice: Keypair
let contract: string

function call(name: string, ...args: xdr.ScVal[]): xdr.Operation {
  return Operation.invokeContractFunction({ contract, function: name, args })
}

const run = (operation: xdr.Operation) => simulateAndApply(soroban, ledger, operation, alice.publicKey())
const simulate = (operation: xdr.Operation) =>
  soroban.simulate({
    view: ledger,
    header: ledger.header,
    op: operation.body,
    source: alice.publicKey(),
  })
const u32 = (value: number) => nativeToScVal(value, { type: 'u32' })
const who = () => Address.fromString(alice.publicKey()).toScVal()

function create(salt: number): string {
  const created = run(
    Operation.createCustomContract({
      address: Address.fromString(alice.publicKey()),
      wasmHash: createHash('sha256').update(WASM).digest(),
      salt: new Uint8Array(32).fill(salt),
    }),
  )
  expect(created.code).toBe('success')
  if (!created.returnValue) throw new Error('no contract')
  return Address.fromScVal(created.returnValue).toString()
}

beforeEach(() => {
  ledger = testLedger(soroban)
  alice = account(ledger, 'alice')
  expect(run(Operation.uploadContractWasm({ wasm: WASM })).code).toBe('success')
  contract = create(0)
})

function countKey(): Uint8Array {
  const keys = simulate(call('of', who())).transactionData?.resources.footprint
  const isCount = (key: xdr.LedgerKey) => key.type === 'contractData' && key.contractData.key.type === 'scvVec'
  const key = [...(keys?.readOnly ?? []), ...(keys?.readWrite ?? [])].find(isCount)
  if (!key) throw new Error('the count is not in the footprint')
  return key.toXdr()
}

/** Lets the count, and nothing else, run out. */
function expireCount(): Uint8Array {
  const keyXdr = countKey()
  const stored = ledger.get(keyXdr)
  if (!stored) throw new Error('there is no count')
  ledger.put(keyXdr, stored.entryXdr, ledger.sequence - 1)
  return keyXdr
}

describe('an invocation', () => {
  it('does what its simulation foretold', () => {
    const simulation = simulate(call('count', who()))
    expect(simulation.ok).toBe(true)
    expect(simulation.returnValue && scValToNative(simulation.returnValue)).toBe(1)
    expect(simulation.stateChanges.map((change) => change.type)).toContain('created')
    expect(simulation.latestLedger).toBe(ledger.sequence - 1)

    const outcome = run(call('count', who()))
    expect(outcome.code).toBe('success')
    expect(outcome.returnValue && scValToNative(outcome.returnValue)).toBe(1)
    expect(outcome.contractEvents).toHaveLength(1)
    expect(outcome.consumed.cpuInstructions).toBeLessThanOrEqual(
      BigInt(simulation.transactionData?.resources.instructions ?? 0),
    )
    expect(outcome.rentFee).toBeGreaterThan(0n)
    expect(outcome.refundableFeeCharged).toBeGreaterThan(outcome.rentFee)
    expect(scValToNative(run(call('count', who())).returnValue ?? xdr.ScVal.scvVoid())).toBe(2)
  })

  it('answers the hash of return value and events', () => {
    const outcome = run(call('count', who()))
    const preImage = new xdr.InvokeHostFunctionSuccessPreImage({
      returnValue: outcome.returnValue ?? xdr.ScVal.scvVoid(),
      events: outcome.contractEvents,
    })
    const result = outcome.resultXdr
    if (result.type !== 'invokeHostFunction') throw new Error(result.type)
    if (result.invokeHostFunctionResult.type !== 'invokeHostFunctionSuccess') throw new Error('failed')
    expect(Buffer.from(result.invokeHostFunctionResult.success.toBytes()).toString('hex')).toBe(
      createHash('sha256').update(preImage.toXdr()).digest('hex'),
    )
  })

  it('stamps what it writes with the ledger and gives it a time to live', () => {
    run(call('count', who()))
    ledger.sequence += 5
    run(call('count', who()))
    const stored = ledger.get(countKey())
    expect(stored?.liveUntilLedger).toBe(1000 + 2_073_600 - 1)
    expect(stored && xdr.LedgerEntry.fromXdr(stored.entryXdr).lastModifiedLedgerSeq).toBe(ledger.sequence)
  })

  it('removes entries', () => {
    run(call('count', who()))
    expect(run(call('forget', who())).code).toBe('success')
    expect(scValToNative(run(call('of', who())).returnValue ?? xdr.ScVal.scvVoid())).toBe(0)
  })

  it('calls other contracts, and not itself', () => {
    const other = create(1)
    const relay = (to: string) => call('relay', Address.fromString(to).toScVal(), xdr.ScVal.scvSymbol('of'), who())
    expect(scValToNative(run(relay(other)).returnValue ?? xdr.ScVal.scvVoid())).toBe(0)
    expect(simulate(relay(contract)).error).toMatch(/^HostError: Error\(Context, InvalidAction\)/)
  })

  it('draws random numbers from the seed it is given', () => {
    const [first, second] = [run(call('dice')), run(call('dice'))]
    expect(first.returnValue?.toXdr('hex')).toBe(second.returnValue?.toXdr('hex'))
  })
})

describe('a failed invocation writes nothing', () => {
  function refused(name: string, instructions = 2_000_000) {
    const data = simulate(call('of', who())).transactionData
    if (!data) throw new Error('no data')
    const resources = new xdr.SorobanResources({
      ...data.resources,
      instructions,
    })
    const plenty = new xdr.SorobanTransactionData({
      ext: data.ext,
      resources,
      resourceFee: 5_000_000n,
    })
    const before = ledger.writes.length
    const outcome = apply(soroban, ledger, invocation(call(name)), alice.publicKey(), plenty)
    expect(ledger.writes.length).toBe(before)
    return outcome
  }

  it('over its instructions in the host', () => {
    const outcome = refused('of', 200_000)
    expect(outcome.code).toBe('resourceLimitExceeded')
    expect(outcome.resultXdr.toJson()).toEqual({
      invoke_host_function: 'resource_limit_exceeded',
    })
    expect(outcome.refundableFeeCharged).toBe(0n)
  })

  it('over its instructions in a loop, which the network calls trapped', () => {
    const outcome = refused('spin', 5_000_000)
    expect(outcome.code).toBe('trapped')
    expect(outcome.consumed.cpuInstructions).toBeGreaterThan(4_990_000n)
    expect(outcome.consumed.cpuInstructions).toBeLessThanOrEqual(5_000_000n)
    expect(JSON.stringify(outcome.diagnosticEvents)).toContain('OutOfFuel')
  })

  it('by a panic', () => {
    expect(refused('fall').code).toBe('trapped')
  })

  it("by the contract's own error, which the simulation names", () => {
    expect(refused('refuse').code).toBe('trapped')
    const { error } = simulate(call('refuse'))
    expect(error).toMatch(
      /^HostError: Error\(Contract, #7\)\n\nEvent log \(newest first\):\n {3}0: \[Diagnostic Event\]/,
    )
    expect(error).toContain(`contract:${contract}`)
  })

  it('with a footprint that lacks an entry', () => {
    const data = simulate(call('of', who())).transactionData
    if (!data) throw new Error('no data')
    const plenty = new xdr.SorobanTransactionData({
      ...data,
      resourceFee: 5_000_000n,
    })
    const outcome = apply(soroban, ledger, invocation(call('count', who())), alice.publicKey(), plenty)
    expect(outcome.code).toBe('trapped')
    expect(outcome.diagnosticEvents.length).toBeGreaterThan(0)
  })

  it('without the authorization it needs', () => {
    const data = simulate(call('count', who())).transactionData
    if (!data) throw new Error('no data')
    expect(apply(soroban, ledger, invocation(call('count', who())), alice.publicKey(), data).code).toBe('trapped')
  })

  it('whose rent is more than the refundable fee', () => {
    const { transactionData, auth } = simulate(call('count', who()))
    if (!transactionData || !auth) throw new Error('no data')
    const args = {
      view: ledger,
      header: ledger.header,
      sorobanData: transactionData,
      source: alice.publicKey(),
    }
    const op = new xdr.InvokeHostFunctionOp({
      ...invocation(call('count', who())),
      auth,
    })
    const outcome = soroban.applyInvoke({
      ...args,
      op,
      prngSeed: new Uint8Array(32),
      envelopeSizeBytes: 800,
      refundableFeeBudget: 10n,
    })
    expect(outcome.code).toBe('insufficientRefundableFee')
  })

  it('of a write larger than declared', () => {
    const { transactionData: data } = simulate(call('store', u32(1), u32(2000)))
    if (!data) throw new Error('no data')
    const resources = new xdr.SorobanResources({
      ...data.resources,
      writeBytes: 100,
    })
    const tight = new xdr.SorobanTransactionData({ ...data, resources })
    const outcome = apply(soroban, ledger, invocation(call('store', u32(1), u32(2000))), alice.publicKey(), tight)
    expect(outcome.code).toBe('resourceLimitExceeded')
  })
})

describe('archived entries', () => {
  beforeEach(() => {
    run(call('count', who()))
  })

  it('refuse an invocation that does not restore them', () => {
    const { transactionData, auth } = simulate(call('count', who()))
    if (!transactionData || !auth) throw new Error('no data')
    expireCount()
    const op = new xdr.InvokeHostFunctionOp({
      ...invocation(call('count', who())),
      auth,
    })
    const outcome = apply(soroban, ledger, op, alice.publicKey(), transactionData)
    expect(outcome.code).toBe('entryArchived')
    expect(outcome.resultXdr.toJson()).toEqual({
      invoke_host_function: 'entry_archived',
    })
  })

  it('are restored by an invocation whose simulation marked them', () => {
    const keyXdr = expireCount()
    const simulation = simulate(call('count', who()))
    expect(simulation.transactionData?.ext.type).toBe('resourceExt')
    const outcome = run(call('count', who()))
    expect(outcome.code).toBe('success')
    expect(outcome.returnValue && scValToNative(outcome.returnValue)).toBe(2)
    expect(ledger.get(keyXdr)?.liveUntilLedger).toBe(ledger.sequence + 2_073_600 - 1)
  })

  it('are gone when temporary', () => {
    run(call('draft', u32(9)))
    expect(scValToNative(run(call('drafted')).returnValue ?? xdr.ScVal.scvVoid())).toBe(9)
    ledger.sequence += 17_280
    expect(scValToNative(run(call('drafted')).returnValue ?? xdr.ScVal.scvU32(1))).toBeNull()
  })

  it('live longer when the contract extends them', () => {
    const outcome = run(call('keep', who(), u32(3_000_000)))
    expect(outcome.code).toBe('success')
    expect(ledger.get(countKey())?.liveUntilLedger).toBe(ledger.sequence + 3_000_000)
    expect(outcome.rentFee).toBeGreaterThan(0n)
  })
})
