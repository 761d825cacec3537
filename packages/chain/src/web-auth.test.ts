import { WebAuth } from '@stellar/stellar-sdk'
import { Keypair, TransactionBuilder } from '@stellar/stellar-sdk/base'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  buildChallenge,
  createKey,
  type Signer,
  setOptions,
  signerFromSecret,
  turnClock,
  verifyChallenge,
} from './index.ts'
import { startTestNetwork, type TestNetwork } from './testing.ts'

describe('signing in with a wallet', () => {
  let network: TestNetwork
  const server = createKey()
  const place = { homeDomain: 'bonds.example.org', webAuthDomain: 'api.bonds.example.org' }

  beforeAll(async () => {
    network = await startTestNetwork()
  })
  afterAll(() => network.close())

  const challenge = async (address: string) =>
    buildChallenge(network.chain, { ...place, server: server.signer, address, now: await network.chain.now() })

  const verify = async (envelopeXdr: string, change: Partial<Parameters<typeof verifyChallenge>[2]> = {}) =>
    verifyChallenge(network.chain, envelopeXdr, {
      ...place,
      serverAddress: server.address,
      now: await network.chain.now(),
      ...change,
    })

  /** Signs as a wallet does: with the reference implementation. */
  function answer(envelopeXdr: string, ...secrets: readonly string[]): string {
    const transaction = TransactionBuilder.fromXdr(envelopeXdr, network.net.passphrase)
    for (const secret of secrets) transaction.sign(Keypair.fromSecret(secret))
    return transaction.toXdr()
  }

  async function walletWithHelper(): Promise<{
    wallet: ReturnType<typeof createKey>
    helper: Signer
    helperSecret: string
  }> {
    const wallet = createKey()
    const helper = createKey()
    await network.net.fund(wallet.address)
    await network.act(wallet.signer, [
      setOptions({
        masterWeight: 2,
        lowThreshold: 2,
        mediumThreshold: 1,
        highThreshold: 2,
        signer: { address: helper.address, weight: 1 },
      }),
    ])
    return { wallet, helper: signerFromSecret(helper.secret), helperSecret: helper.secret }
  }

  test('proves the account, whether it exists or not', async () => {
    const wallet = createKey()
    const proof = { ok: true, value: { address: wallet.address } }
    expect(await verify(answer(await challenge(wallet.address), wallet.secret))).toMatchObject(proof)
    await network.net.fund(wallet.address)
    expect(await verify(answer(await challenge(wallet.address), wallet.secret))).toMatchObject(proof)
  })

  test('asks with a challenge that the reference implementation reads', async () => {
    const wallet = createKey()
    const { homeDomain, webAuthDomain } = place
    const asked = await challenge(wallet.address)
    const read = WebAuth.readChallengeTx(asked, server.address, network.net.passphrase, homeDomain, webAuthDomain)
    expect(read).toMatchObject({ clientAccountID: wallet.address, matchedHomeDomain: homeDomain, memo: null })
  })

  test('gives each challenge a hash of its own, so that each is taken once', async () => {
    const wallet = createKey()
    const first = await verify(answer(await challenge(wallet.address), wallet.secret))
    const second = await verify(answer(await challenge(wallet.address), wallet.secret))
    expect(first.ok && second.ok && first.value.hash !== second.value.hash).toBe(true)
  })

  test('is not for a key that may only pay small bills', async () => {
    const { wallet, helperSecret } = await walletWithHelper()
    expect(await verify(answer(await challenge(wallet.address), helperSecret))).toEqual({
      ok: false,
      error: { code: 'CHALLENGE_WEIGHT_TOO_LOW' },
    })
    expect((await verify(answer(await challenge(wallet.address), wallet.secret))).ok).toBe(true)
  })

  test('is not had by signing twice with the weaker key', async () => {
    const { wallet, helperSecret } = await walletWithHelper()
    expect(await verify(answer(await challenge(wallet.address), helperSecret, helperSecret))).toEqual({
      ok: false,
      error: { code: 'CHALLENGE_UNKNOWN_SIGNATURE' },
    })
  })

  test('is refused unsigned, by a stranger, elsewhere, late, or of another server', async () => {
    const wallet = createKey()
    const stranger = createKey()
    const asked = await challenge(wallet.address)
    const signed = answer(asked, wallet.secret)
    const code = (result: Awaited<ReturnType<typeof verify>>) => (result.ok ? 'OK' : result.error.code)
    expect(code(await verify(asked))).toBe('CHALLENGE_WEIGHT_TOO_LOW')
    expect(code(await verify(answer(asked, stranger.secret)))).toBe('CHALLENGE_UNKNOWN_SIGNATURE')
    expect(code(await verify(signed, { homeDomain: 'evil.example.org' }))).toBe('CHALLENGE_OTHER_DOMAIN')
    expect(code(await verify(signed, { webAuthDomain: 'evil.example.org' }))).toBe('CHALLENGE_OTHER_DOMAIN')
    expect(code(await verify(signed, { serverAddress: stranger.address }))).toBe('CHALLENGE_NOT_OURS')
    expect(code(await verify('AAAA'))).toBe('CHALLENGE_MALFORMED')
    await turnClock(network.chain, { seconds: 901 })
    expect(code(await verify(signed))).toBe('CHALLENGE_EXPIRED')
  })

  test('made by someone else in our name is not ours', async () => {
    const wallet = createKey()
    const forger = createKey()
    const now = await network.chain.now()
    const forged = await buildChallenge(network.chain, {
      ...place,
      // Signs with another key than the one it names.
      server: { address: server.address, sign: (hash) => forger.signer.sign(hash) },
      address: wallet.address,
      now,
    })
    expect(await verify(answer(forged, wallet.secret))).toEqual({ ok: false, error: { code: 'CHALLENGE_NOT_OURS' } })
  })
})
