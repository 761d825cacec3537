import * as xdr from '@stellar/stellar-sdk/xdr'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import {
  account,
  assetOf,
  balances,
  buildEnvelope,
  type Chain,
  createAccount,
  createKey,
  deliver,
  type Envelope,
  feeBump,
  isDead,
  lookup,
  payment,
  RpcUnavailableError,
  type Signer,
  send,
  settle,
  sign,
  submitNow,
  turnClock,
} from './index.ts'
import { startTestNetwork, type TestNetwork } from './testing.ts'

describe('a transaction on its way', () => {
  let network: TestNetwork
  let payer: Signer
  let payee: Signer

  beforeAll(async () => {
    network = await startTestNetwork()
    payer = await network.account()
    payee = await network.account()
  })
  afterEach(() => network.net.fault(undefined))
  afterAll(() => network.close())

  const pay = (amountStroops: bigint) => payment({ destination: payee.address, asset: 'native', amountStroops })
  const lumens = async (): Promise<bigint> =>
    (await balances(network.chain, [payee.address], 'native')).get(payee.address) ?? 0n

  /** A signed envelope of the payer's next sequence number. */
  async function signed(operations = [pay(1_000n)], lifetimeSeconds = 300): Promise<Envelope> {
    const { chain } = network
    const source = await account(chain, payer.address)
    if (!source) throw new Error('no payer')
    const plan = { source: payer.address, sequence: source.sequence + 1n, operations, lifetimeSeconds }
    const envelope = buildEnvelope({ ...plan, now: await chain.now() }, chain.config.passphrase)
    return sign(envelope, [payer], chain.config.passphrase)
  }

  test('is found by the hash that was stored before sending', async () => {
    const stored: Envelope[] = []
    const before = await lumens()
    const done = await submitNow(network.chain, {
      source: payer,
      operations: [pay(5_000n)],
      onSigned: (envelope) => {
        stored.push(envelope)
      },
    })
    expect(done.kind).toBe('success')
    expect(stored.map(({ hash }) => hash)).toEqual('hash' in done ? [done.hash] : [])
    expect((await lumens()) - before).toBe(5_000n)
  })

  test('whose answer was lost after inclusion is found by lookup, and pays once', async () => {
    const before = await lumens()
    const envelope = await signed()
    network.net.fault({ kind: 'loseResponse', method: 'sendTransaction' })
    await expect(send(network.chain, envelope.envelopeXdr)).rejects.toBeInstanceOf(RpcUnavailableError)
    expect((await settle(network.chain, envelope.hash, envelope)).kind).toBe('success')
    expect((await lumens()) - before).toBe(1_000n)
  })

  test('whose answer was lost is carried through by `deliver`, and pays once', async () => {
    const before = await lumens()
    network.net.fault({ kind: 'loseResponse', method: 'sendTransaction' })
    expect((await deliver(network.chain, await signed())).kind).toBe('success')
    expect((await lumens()) - before).toBe(1_000n)
  })

  test('sent again is not taken for refused while the node’s history lags behind the ledger that has it', async () => {
    const before = await lumens()
    const { rpc } = network.chain
    const usedUp = new xdr.TransactionResult({
      feeCharged: 0n,
      result: xdr.TransactionResultResult.txBadSeq(),
      ext: xdr.TransactionResultExt.v0(),
    })
    let sends = 0
    let looks = 0
    const lagging: Chain = {
      ...network.chain,
      rpc: {
        async once<T>(method: string, params?: object): Promise<T> {
          sends++
          if (sends > 1) return { status: 'ERROR', hash: '', errorResultXdr: usedUp.toXdr('base64') } as T
          await rpc.once<T>(method, params)
          throw new RpcUnavailableError(method, 'the connection was cut')
        },
        ask<T>(method: string, params?: object): Promise<T> {
          looks++
          return rpc.ask<T>(method, looks > 3 ? params : { hash: '0'.repeat(64) })
        },
      },
    }
    expect((await deliver(lagging, await signed())).kind).toBe('success')
    expect(sends).toBe(2)
    expect((await lumens()) - before).toBe(1_000n)
  })

  test('is no longer waited for when the caller stops', async () => {
    const envelope = await signed()
    const stop = new AbortController()
    const waiting = settle(network.chain, envelope.hash, envelope, { signal: stop.signal })
    stop.abort()
    await expect(waiting).rejects.toThrow()
  })

  test('told to try again later is sent again as the very same envelope', async () => {
    const before = await lumens()
    const envelope = await signed()
    network.net.fault({ kind: 'tryAgainLater', method: 'sendTransaction', count: 3 })
    expect(await send(network.chain, envelope.envelopeXdr)).toMatchObject({ kind: 'TRY_AGAIN_LATER' })
    const done = await deliver(network.chain, envelope)
    expect(done).toMatchObject({ kind: 'success', hash: envelope.hash })
    expect((await lumens()) - before).toBe(1_000n)
  })

  test('that never reached the network is dead once a ledger has closed after its end, and not before', async () => {
    const envelope = await signed(undefined, 60)
    expect(isDead(envelope, await lookup(network.chain, envelope.hash))).toBe(false)
    const now = await network.chain.now()
    await turnClock(network.chain, { seconds: Number(envelope.expiresAt - now) })
    expect(await network.chain.now()).toBe(envelope.expiresAt)
    expect(isDead(envelope, await lookup(network.chain, envelope.hash))).toBe(false)
    await turnClock(network.chain, { seconds: 1 })
    expect(isDead(envelope, await lookup(network.chain, envelope.hash))).toBe(true)
    expect(await settle(network.chain, envelope.hash, envelope)).toEqual({ kind: 'dead', hash: envelope.hash })
    // And the proof holds: the network takes it no more.
    expect(await send(network.chain, envelope.envelopeXdr)).toMatchObject({
      kind: 'ERROR',
      failure: { class: 'retryable', code: 'tx_too_late' },
    })
  })

  test('that the network keeps turning away ends as dead', async () => {
    const envelope = await signed(undefined, 30)
    network.net.fault({ kind: 'tryAgainLater', method: 'sendTransaction', count: 1_000 })
    const delivered = deliver(network.chain, envelope)
    await turnClock(network.chain, { seconds: 31 })
    expect(await delivered).toEqual({ kind: 'dead', hash: envelope.hash })
  })

  test('that the network refuses at once is rejected with its code', async () => {
    const source = await account(network.chain, payer.address)
    const wrong = buildEnvelope(
      {
        source: payer.address,
        sequence: (source?.sequence ?? 0n) + 7n,
        operations: [pay(1n)],
        now: await network.chain.now(),
      },
      network.chain.config.passphrase,
    )
    const envelope = await sign(wrong, [payer], network.chain.config.passphrase)
    expect(await deliver(network.chain, envelope)).toEqual({
      kind: 'rejected',
      hash: envelope.hash,
      failure: { class: 'retryable', code: 'tx_bad_seq' },
    })
  })

  test('that fails names the operation, and nothing of it happened', async () => {
    const before = await lumens()
    const nowhere = createKey().address
    const done = await submitNow(network.chain, {
      source: payer,
      operations: [pay(10n), payment({ destination: nowhere, asset: 'native', amountStroops: 1n })],
    })
    expect(done).toMatchObject({
      kind: 'failed',
      failure: { class: 'terminal', code: 'op_no_destination', operationIndex: 1 },
      resultCodes: { transaction: 'tx_failed', operations: ['op_success', 'op_no_destination'] },
    })
    expect(await lumens()).toBe(before)
  })

  test('of an account that does not exist is refused by name', async () => {
    const { signer, address } = createKey()
    const done = await submitNow(network.chain, { source: signer, operations: [pay(1n)] })
    expect(done).toEqual({ kind: 'no-account', address })
  })

  test('in a fee bump is paid by another and found by both hashes', async () => {
    const sponsor = await network.account()
    const { passphrase } = network.chain.config
    const lumensOfPayer = (await balances(network.chain, [payer.address], 'native')).get(payer.address)
    const inner = await signed([pay(1_000n)])
    const bumped = await sign(
      feeBump(inner, { feeSource: sponsor.address, baseFeeStroops: 200n, passphrase }),
      [sponsor],
      passphrase,
    )
    const done = await deliver(network.chain, bumped)
    expect(done).toMatchObject({ kind: 'success', resultCodes: { transaction: 'tx_success' } })
    expect((await lookup(network.chain, inner.hash)).kind).toBe('success')
    const after = (await balances(network.chain, [payer.address], 'native')).get(payer.address)
    expect((lumensOfPayer ?? 0n) - (after ?? 0n)).toBe(1_000n)
  })

  test('acts for several accounts, each of which signs', async () => {
    const child = createKey()
    const usd = assetOf('USDC', payer.address)
    const operations = [
      createAccount({ destination: child.address, startingStroops: 100_000_000n }),
      payment({ source: payee.address, destination: child.address, asset: 'native', amountStroops: 1n }),
    ]
    expect((await submitNow(network.chain, { source: payer, operations, signers: [payee] })).kind).toBe('success')
    const balance = await balances(network.chain, [child.address, payer.address], usd)
    expect([...balance.values()]).toEqual([0n, 0n])
    expect((await account(network.chain, child.address))?.balanceStroops).toBe(100_000_001n)
  })
})
