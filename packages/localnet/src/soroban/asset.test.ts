import {
  Address,
  Asset,
  authorizeEntry,
  type Keypair,
  nativeToScVal,
  Operation,
  scValToNative,
  xdr,
} from '@stellar/stellar-sdk/base'
import { beforeEach, describe, expect, it } from 'vitest'
import { Soroban } from './index.ts'
import {
  account,
  apply,
  invocation,
  PASSPHRASE,
  simulateAndApply,
  type TestLedger,
  testLedger,
  trustline,
  trustlineKey,
} from './test-ledger.ts'

const soroban = await Soroban.load()

let ledger: TestLedger
let alice: Keypair
let bob: Keypair
let asset: Asset

function balanceOf(holder: Keypair): bigint {
  const stored = ledger.get(trustlineKey(holder, asset).toXdr())
  const data = stored && xdr.LedgerEntry.fromXdr(stored.entryXdr).data
  if (data?.type !== 'trustline') throw new Error('no trustline')
  return data.trustLine.balance
}

function transfer(amount: bigint): xdr.Operation {
  return Operation.invokeContractFunction({
    contract: asset.contractId(PASSPHRASE),
    function: 'transfer',
    args: [
      Address.fromString(alice.publicKey()).toScVal(),
      Address.fromString(bob.publicKey()).toScVal(),
      nativeToScVal(amount, { type: 'i128' }),
    ],
  })
}

beforeEach(() => {
  ledger = testLedger(soroban)
  alice = account(ledger, 'alice')
  bob = account(ledger, 'bob')
  asset = new Asset('SOLAR', account(ledger, 'issuer').publicKey())
  trustline(ledger, alice, asset, 1000n)
  trustline(ledger, bob, asset, 0n)
  const created = simulateAndApply(soroban, ledger, Operation.createStellarAssetContract({ asset }), bob.publicKey())
  expect(created.code).toBe('success')
})

describe('the contract of an asset', () => {
  it("moves the asset between its holders' trustlines", () => {
    const outcome = simulateAndApply(soroban, ledger, transfer(250n), alice.publicKey())
    expect(outcome.code).toBe('success')
    expect([balanceOf(alice), balanceOf(bob)]).toEqual([750n, 250n])
    const body = outcome.contractEvents[0]?.body
    if (body?.type !== 'v0') throw new Error('no event')
    expect(body.v0.topics.map((topic) => scValToNative(topic))).toEqual([
      'transfer',
      alice.publicKey(),
      bob.publicKey(),
      `SOLAR:${asset.getIssuer()}`,
    ])
  })

  it('names its own error when the balance is too small', () => {
    const { error } = soroban.simulate({
      view: ledger,
      header: ledger.header,
      op: transfer(2000n).body,
      source: alice.publicKey(),
    })
    expect(error).toMatch(/^HostError: Error\(Contract, #10\)/)
  })

  it.each([true, false])('takes a signed authorization of another account (upgraded: %s)', async (useUpgradedAuth) => {
    const source = bob.publicKey()
    const op = transfer(10n)
    const at = { view: ledger, header: ledger.header, source }
    const recorded = soroban.simulate({
      ...at,
      op: op.body,
      useUpgradedAuth,
    })
    const [entry] = recorded.auth ?? []
    if (!entry) throw new Error('no authorization was recorded')
    expect(entry.credentials.type).toBe(useUpgradedAuth ? 'sorobanCredentialsAddressV2' : 'sorobanCredentialsAddress')
    const signed = await authorizeEntry(entry, alice, ledger.sequence + 100, PASSPHRASE)
    const invoke = new xdr.InvokeHostFunctionOp({
      hostFunction: invocation(op).hostFunction,
      auth: [signed],
    })
    const enforced = soroban.simulate({
      ...at,
      op: xdr.OperationBody.invokeHostFunction(invoke),
    })
    expect(enforced.error).toBeUndefined()
    if (!enforced.transactionData) throw new Error('no data')
    expect(apply(soroban, ledger, invoke, source, enforced.transactionData).code).toBe('success')
    expect(balanceOf(bob)).toBe(10n)
    // Its nonce is spent: the same signature does not serve twice.
    expect(apply(soroban, ledger, invoke, source, enforced.transactionData).code).toBe('trapped')
    expect(balanceOf(bob)).toBe(10n)
  })

  it('refuses to record over signed entries', () => {
    const recorded = soroban.simulate({
      view: ledger,
      header: ledger.header,
      op: transfer(1n).body,
      source: bob.publicKey(),
    })
    const op = xdr.OperationBody.invokeHostFunction(
      new xdr.InvokeHostFunctionOp({
        ...invocation(transfer(1n)),
        auth: recorded.auth ?? [],
      }),
    )
    const args = {
      view: ledger,
      header: ledger.header,
      op,
      source: bob.publicKey(),
    }
    expect(soroban.simulate({ ...args, authMode: 'record' }).error).toMatch(/with an auth footprint/)
    expect(soroban.simulate({ ...args, authMode: 'sometimes' }).error).toMatch(/must be one of/)
  })
})
