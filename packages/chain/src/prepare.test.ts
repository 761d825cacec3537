import * as xdr from '@stellar/stellar-sdk/xdr'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type Asset,
  account,
  addressOfScVal,
  assetOf,
  buildEnvelope,
  type Chain,
  changeTrust,
  createSac,
  deliver,
  describeEnvelope,
  extendTtl,
  instanceKey,
  payment,
  prepare,
  restore,
  type Signer,
  sacAddress,
  sign,
  submitNow,
  tokenOf,
  turnClock,
} from './index.ts'
import { ledgerEntries } from './ledger-entries.ts'
import { startTestNetwork, type TestNetwork } from './testing.ts'

/** Longer than an entry lives that nobody extends, in ledgers of five seconds. */
const HALF_A_YEAR_SECONDS = 183 * 86_400

/** Networks before protocol 27 know the old credentials only; later ones still take them. */
describe.each(['old', 'v2'])('a contract call with %s credentials', (credentials) => {
  let network: TestNetwork
  let issuer: Signer
  let owner: Signer
  let spender: Signer
  let usd: Asset

  beforeAll(async () => {
    network = await startTestNetwork()
    if (credentials === 'old') {
      network = { ...network, chain: { ...network.chain, protocolVersion: () => Promise.resolve(26) } }
    }
    issuer = await network.account()
    owner = await network.account()
    spender = await network.account()
    usd = assetOf('USDC', issuer.address)
    await network.act(owner, [changeTrust({ asset: usd })])
    await network.act(spender, [changeTrust({ asset: usd })])
    await network.act(issuer, [payment({ destination: owner.address, asset: usd, amountStroops: 1_000n })])
    const done = await network.act(issuer, [createSac({ asset: usd })])
    expect(addressOfScVal(done.returnValueXdr ?? '')).toBe(tokenOf(usd, network.chain).contractId)
  })
  afterAll(() => network.close())

  const approval = async (amountStroops: bigint, source?: string) =>
    tokenOf(usd, network.chain).approve({
      from: owner.address,
      spender: spender.address,
      amountStroops,
      expiresLedger: (await network.chain.ledger()) + 10_000,
      ...(source !== undefined && { source }),
    })

  test('authorized by another account than the source passes with its signed entry', async () => {
    await network.act(spender, [await approval(600n)], [owner])
    const token = tokenOf(usd, network.chain)
    expect(await token.allowance(owner.address, spender.address)).toBe(600n)

    const pull = { spender: spender.address, from: owner.address, to: spender.address, amountStroops: 250n }
    await network.act(spender, [token.transferFrom(pull)])
    expect(await token.allowance(owner.address, spender.address)).toBe(350n)
    expect(await token.balance(spender.address)).toBe(250n)
  })

  test('authorized by the account of its operation needs that account’s signature only', async () => {
    await network.act(spender, [await approval(77n, owner.address)], [owner])
    expect(await tokenOf(usd, network.chain).allowance(owner.address, spender.address)).toBe(77n)
  })

  test('without a needed authorization names who must give it, and sends nothing', async () => {
    const done = await submitNow(network.chain, { source: spender, operations: [await approval(1n)] })
    expect(done).toEqual({ kind: 'needs-authorization', addresses: [owner.address] })
  })

  test('that the contract refuses comes back with the contract’s own error', async () => {
    const token = tokenOf(usd, network.chain)
    const pull = { spender: spender.address, from: owner.address, to: spender.address, amountStroops: 10n ** 6n }
    const done = await submitNow(network.chain, { source: spender, operations: [token.transferFrom(pull)] })
    // The SAC's own error 9: the allowance does not suffice.
    expect(done).toMatchObject({ kind: 'refused', refusal: { code: 'CONTRACT_ERROR', contractError: 9 } })
  })

  test('is prepared for one sequence number and one end: preparing keeps both', async () => {
    const { chain } = network
    const source = await account(chain, owner.address)
    const now = await chain.now()
    const draft = buildEnvelope(
      {
        source: owner.address,
        sequence: (source?.sequence ?? 0n) + 1n,
        operations: [await approval(5n)],
        now,
        expiresLedger: (await chain.ledger()) + 10,
      },
      chain.config.passphrase,
    )
    const prepared = await prepare(chain, draft, { feeMarginBps: 0 })
    if (prepared.kind !== 'ready') throw new Error(prepared.kind)
    const { envelope, resourceFeeStroops } = prepared
    expect(envelope).toMatchObject({ expiresAt: draft.expiresAt, expiresLedger: draft.expiresLedger, builtAt: now })
    expect(describeEnvelope(envelope.envelopeXdr, chain.config.passphrase)).toMatchObject({
      sequence: (source?.sequence ?? 0n) + 1n,
      feeStroops: 100n + resourceFeeStroops,
    })
    const done = await deliver(chain, await sign(envelope, [owner], chain.config.passphrase))
    expect(done.kind).toBe('success')
  })

  test('on archived entries passes: they come back with it, or by themselves', async () => {
    const token = tokenOf(usd, network.chain)
    await turnClock(network.chain, { seconds: HALF_A_YEAR_SECONDS })
    await network.act(owner, [token.transfer({ from: owner.address, to: spender.address, amountStroops: 1n })])
    expect(await token.balance(spender.address)).toBe(251n)

    await turnClock(network.chain, { seconds: HALF_A_YEAR_SECONDS })
    await network.act(owner, [restore({ keys: [instanceKey(token.contractId)] })])
    expect(await token.balance(spender.address)).toBe(251n)
  })

  test('finds entries alive that were extended', async () => {
    const { chain } = network
    const { contractId } = tokenOf(usd, chain)
    await network.act(owner, [extendTtl({ keys: [instanceKey(contractId)], ledgers: 3_000_000 })])
    const key = xdr.LedgerKey.fromXdr(instanceKey(contractId), 'base64')
    const entry = (await ledgerEntries(chain, [key])).get(instanceKey(contractId))
    expect(entry?.liveUntilLedger).toBeGreaterThanOrEqual((await chain.ledger()) + 3_000_000 - 1)
  })
})

test('a call whose entries must be restored first says so, with what restores them', async () => {
  const network = await startTestNetwork()
  try {
    const source = await network.account()
    const keys = [instanceKey(sacAddress('native', network.net.passphrase))]
    const { sorobanDataXdr } = restore({ keys })
    // The embedded network restores with the call itself, as protocol 23 and later do; older nodes answer with a preamble.
    const old: Chain = {
      ...network.chain,
      rpc: {
        ...network.chain.rpc,
        ask: async <T>(method: string, params?: object): Promise<T> =>
          method === 'simulateTransaction'
            ? ({ restorePreamble: { minResourceFee: '9', transactionData: sorobanDataXdr } } as T)
            : network.chain.rpc.ask<T>(method, params),
      },
    }
    const done = await submitNow(old, { source, operations: [createSac({ asset: 'native' })] })
    expect(done).toEqual({ kind: 'needs-restore', restore: restore({ keys }), keys })
  } finally {
    await network.close()
  }
})
