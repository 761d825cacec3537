import { buildChallenge, buildEnvelope, type Chain, createKey, manageData, payment } from '@heliobond/chain'
import { expect, test } from 'vitest'
import { isHarmlessChallenge } from './challenge.ts'

const passphrase = 'Standalone Network ; February 2017'
const [server, user] = [createKey(), createKey()]

test('a challenge of the server is harmless to sign', async () => {
  const chain = { config: { passphrase } } as Chain
  const challenge = await buildChallenge(chain, {
    homeDomain: 'localhost:4000',
    webAuthDomain: 'localhost:4000',
    now: 1_000n,
    server: server.signer,
    address: user.address,
  })
  expect(isHarmlessChallenge(challenge, passphrase, user.address)).toBe(true)
  expect(isHarmlessChallenge(challenge, passphrase, server.address)).toBe(false)
})

test('what could run, or does anything else, is not', () => {
  const envelope = (sequence: bigint, ...operations: Parameters<typeof buildEnvelope>[0]['operations'][number][]) =>
    buildEnvelope({ source: server.address, sequence, operations, now: 1_000n, lifetimeSeconds: 900 }, passphrase)
      .envelopeXdr
  const proof = manageData({ source: user.address, name: 'x auth', value: new Uint8Array(48) })
  const gift = payment({ source: user.address, destination: server.address, asset: 'native', amountStroops: 1n })
  expect(isHarmlessChallenge(envelope(1n, proof), passphrase, user.address)).toBe(false)
  expect(isHarmlessChallenge(envelope(0n, proof, gift), passphrase, user.address)).toBe(false)
  expect(isHarmlessChallenge(envelope(0n, gift), passphrase, user.address)).toBe(false)
  expect(isHarmlessChallenge('AAAA', passphrase, user.address)).toBe(false)
})
