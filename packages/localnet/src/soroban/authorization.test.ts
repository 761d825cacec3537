import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import {
  Address,
  authorizeEntry,
  buildAuthorizationEntryPreimage,
  buildWithDelegatesEntry,
  hash,
  type Keypair,
  nativeToScVal,
  Operation,
  SorobanDataBuilder,
  scValToNative,
  xdr,
} from '@stellar/stellar-sdk/base'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { type Fate, TestNetwork } from '../core/testing.ts'
import type { SimulateOptions } from '../core/types.ts'

// Who may act for whom: accounts by their signatures, contracts by `__check_auth`, and those whom a contract trusts.
const COUNTER = readFileSync(new URL('../../host/fixtures/counter.wasm', import.meta.url))
const WALLET = readFileSync(new URL('../../host/fixtures/wallet.wasm', import.meta.url))

let net: TestNetwork
let payer: Keypair
let owner: Keypair
let friend: Keypair
let counter: string
let wallet: string
let start: Uint8Array

function deploy(wasm: Uint8Array, constructorArgs: xdr.ScVal[] = []): string {
  expect(net.invoke(payer, Operation.uploadContractWasm({ wasm })).code).toBe('tx_success')
  const wasmHash = createHash('sha256').update(wasm).digest()
  const address = Address.fromString(payer.publicKey())
  const { applied } = net.invoke(payer, Operation.createCustomContract({ address, wasmHash, constructorArgs }))
  const meta = xdr.TransactionMeta.fromXdr(applied?.metaXdr ?? new Uint8Array())
  if (meta.type !== 'v4' || !meta.v4.sorobanMeta?.returnValue) throw new Error('nothing was created')
  return String(scValToNative(meta.v4.sorobanMeta.returnValue))
}

beforeAll(async () => {
  net = await TestNetwork.start()
  payer = net.fund()
  owner = net.fund()
  friend = net.fund()
  counter = deploy(COUNTER)
  const trusted = xdr.ScVal.scvVec([Address.fromString(friend.publicKey()).toScVal()])
  wallet = deploy(WALLET, [xdr.ScVal.scvBytes(owner.rawPublicKey()), trusted])
  start = net.core.serialize()
})

beforeEach(() => net.core.restore(start))

const countOf = (who: string): xdr.Operation =>
  Operation.invokeContractFunction({ contract: counter, function: 'count', args: [Address.fromString(who).toScVal()] })

const simulate = (operation: xdr.Operation, options: SimulateOptions = {}) =>
  net.core.simulate(net.build(payer, [operation]).toEnvelope(), options)

/** The authorization that a call by `who` asks for. */
function recorded(who: string, useUpgradedAuth = true): xdr.SorobanAuthorizationEntry {
  const { results } = simulate(countOf(who), { useUpgradedAuth }) as { results: [{ auth: string[] }] }
  return xdr.SorobanAuthorizationEntry.fromXdr(results[0].auth[0] ?? '', 'base64')
}

const signed = (who: string, auth: xdr.SorobanAuthorizationEntry[]): xdr.Operation => {
  const { body } = countOf(who)
  if (body.type !== 'invokeHostFunction') throw new Error('not an invocation')
  return Operation.invokeHostFunction({ func: body.invokeHostFunctionOp.hostFunction, auth })
}

/** Sends the call with these authorizations, its resources taken from a simulation of `like`. */
function send(who: string, auth: xdr.SorobanAuthorizationEntry[], like = auth): Fate {
  const { error, transactionData, minResourceFee } = simulate(signed(who, like))
  if (error !== undefined) throw new Error(String(error))
  const data = new SorobanDataBuilder(String(transactionData)).build()
  const fee = 100 + Number(minResourceFee)
  return net.submit(payer, [signed(who, auth)], { fee, edit: (builder) => builder.setSorobanData(data) })
}

const expiry = (): number => net.core.latestLedger().sequence + 100

/** The bytes that everybody signs who signs for this entry. */
const payloadOf = (entry: xdr.SorobanAuthorizationEntry, until: number): Uint8Array =>
  hash(buildAuthorizationEntryPreimage(entry, until, net.core.passphrase).toXdr())

/** The entry with the owner's signature in the form that the account contract reads. */
function signedByOwner(entry: xdr.SorobanAuthorizationEntry, signer: Keypair): xdr.SorobanAuthorizationEntry {
  if (entry.credentials.type !== 'sorobanCredentialsAddressV2') throw new Error('other credentials')
  const until = expiry()
  const credentials = new xdr.SorobanAddressCredentials({
    ...entry.credentials.addressV2,
    signatureExpirationLedger: until,
    signature: xdr.ScVal.scvBytes(signer.sign(payloadOf(entry, until))),
  })
  return new xdr.SorobanAuthorizationEntry({
    rootInvocation: entry.rootInvocation,
    credentials: xdr.SorobanCredentials.sorobanCredentialsAddressV2(credentials),
  })
}

test.each([true, false])('an account signs for itself, once (credentials of the second kind: %s)', async (upgraded) => {
  const who = friend.publicKey()
  const entry = await authorizeEntry(recorded(who, upgraded), friend, expiry(), net.core.passphrase)
  expect(entry.credentials.type).toBe(upgraded ? 'sorobanCredentialsAddressV2' : 'sorobanCredentialsAddress')
  expect(send(who, [entry]).code).toBe('tx_success')
  expect(simulate(signed(who, [entry])).error).toMatch(/nonce already exists/)
})

test('a signature is worth nothing from another key, for another call, or after its ledger', async () => {
  const who = friend.publicKey()
  const good = await authorizeEntry(recorded(who), friend, expiry(), net.core.passphrase)
  if (good.credentials.type !== 'sorobanCredentialsAddressV2') throw new Error('other credentials')
  const forged = new xdr.SorobanAuthorizationEntry({
    rootInvocation: good.rootInvocation,
    credentials: xdr.SorobanCredentials.sorobanCredentialsAddressV2(
      new xdr.SorobanAddressCredentials({
        ...good.credentials.addressV2,
        nonce: good.credentials.addressV2.nonce + 1n,
      }),
    ),
  })
  const before = net.core.serialize()
  expect(simulate(signed(who, [forged])).error).toMatch(/failed ED25519 verification/i)
  expect(simulate(signed(wallet, [good])).error).toMatch(/Unauthorized function call|Error\(Auth, InvalidAction\)/)
  expect(Buffer.compare(net.core.serialize(), before)).toBe(0)
  expect(send(who, [forged], [good]).operations).toEqual(['trapped'])
  net.core.advance({ seconds: 505, ledgers: 101 })
  expect(simulate(signed(who, [good])).error).toMatch(/signature has expired/)
})

test('the source of the transaction needs no other signature', () => {
  const { results } = simulate(countOf(payer.publicKey())) as { results: [{ auth: string[] }] }
  const entry = xdr.SorobanAuthorizationEntry.fromXdr(results[0].auth[0] ?? '', 'base64')
  expect(entry.credentials.type).toBe('sorobanCredentialsSourceAccount')
  expect(send(payer.publicKey(), [entry]).code).toBe('tx_success')
})

test('a contract that is an account checks its own signatures', () => {
  const entry = recorded(wallet)
  expect(send(wallet, [signedByOwner(entry, owner)]).code).toBe('tx_success')
  net.core.restore(start)
  expect(simulate(signed(wallet, [signedByOwner(entry, friend)])).error).toMatch(/failed ED25519 verification/i)
})

test('whom such a contract trusts signs in its place, and nobody else does', async () => {
  const sign = async (delegate: Keypair) => {
    const until = expiry()
    const delegates = [{ address: delegate.publicKey() }]
    const entry = buildWithDelegatesEntry({ entry: recorded(wallet), validUntilLedgerSeq: until, delegates })
    return authorizeEntry(entry, delegate, until, net.core.passphrase, delegate.publicKey())
  }
  const byFriend = await sign(friend)
  expect(byFriend.credentials.type).toBe('sorobanCredentialsAddressWithDelegates')
  expect(send(wallet, [byFriend]).code).toBe('tx_success')
  net.core.restore(start)
  expect(simulate(signed(wallet, [await sign(owner)])).error).toMatch(/Error\(Contract, #2\)/)
  const unsigned = buildWithDelegatesEntry({
    entry: recorded(wallet),
    validUntilLedgerSeq: expiry(),
    delegates: [{ address: friend.publicKey() }],
  })
  expect(simulate(signed(wallet, [unsigned])).error).toBeDefined()
})

test('a simulation records what is asked for, or enforces what is there', () => {
  const nested = Operation.invokeContractFunction({
    contract: counter,
    function: 'relay',
    args: [
      Address.fromString(deploySecond()).toScVal(),
      nativeToScVal('count', { type: 'symbol' }),
      Address.fromString(friend.publicKey()).toScVal(),
    ],
  })
  expect(simulate(nested, { authMode: 'record' }).error).toMatch(/\[recording authorization only\]/)
  expect(simulate(nested, { authMode: 'record_allow_nonroot' }).error).toBeUndefined()
  expect(simulate(nested, { authMode: 'enforce' }).error).toMatch(/Error\(Auth, InvalidAction\)/)
  const { error } = simulate(countOf(friend.publicKey()), { authMode: 'enforce' })
  expect(error).toMatch(/Error\(Auth, InvalidAction\)/)
})

function deploySecond(): string {
  const wasmHash = createHash('sha256').update(COUNTER).digest()
  const address = Address.fromString(owner.publicKey())
  const { applied } = net.invoke(owner, Operation.createCustomContract({ address, wasmHash }))
  const meta = xdr.TransactionMeta.fromXdr(applied?.metaXdr ?? new Uint8Array())
  if (meta.type !== 'v4' || !meta.v4.sorobanMeta?.returnValue) throw new Error('nothing was created')
  return String(scValToNative(meta.v4.sorobanMeta.returnValue))
}
