import { expect, test } from 'vitest'
import { mergeAccount, setOptions } from './account-operations.ts'
import { muxedAddress } from './address.ts'
import { pathPaymentStrictReceive, payment } from './asset-operations.ts'
import { assetOf } from './assets.ts'
import { buildEnvelope } from './envelope.ts'
import { inspectTransaction, signatureHints } from './inspect.ts'
import { createKey } from './keys.ts'
import { feeBump, sign } from './sign.ts'

const PASSPHRASE = 'a network'
const [channel, wallet, collection, issuer] = [createKey(), createKey(), createKey(), createKey()]
const usd = assetOf('USDC', issuer.address)
const eur = assetOf('EURC', issuer.address)
const pay = pathPaymentStrictReceive({
  ...{ source: wallet.address, sendAsset: eur, sendMaxStroops: 105n, path: ['native'] as const },
  ...{ destination: muxedAddress(collection.address, 4_711n), destAsset: usd, destAmountStroops: 100n },
})
const build = (operations: Parameters<typeof buildEnvelope>[0]['operations']) =>
  buildEnvelope({ source: channel.address, sequence: 5n, operations, now: 1_000n }, PASSPHRASE)

test('a path payment is told whole: who pays whom what for which bill', () => {
  const envelope = build([pay])
  const inspected = inspectTransaction(envelope.envelopeXdr, PASSPHRASE)
  expect(inspected).toMatchObject({
    hash: envelope.hash,
    source: channel.address,
    sequence: 5n,
    expiresAt: envelope.expiresAt,
  })
  expect(Buffer.from(inspected.signedHash).toString('hex')).toBe(envelope.hash)
  expect(inspected.operations).toEqual([
    {
      ...{ kind: 'path-payment-strict-receive', source: wallet.address, sendAsset: eur, sendMaxStroops: 105n },
      ...{
        destination: collection.address,
        destinationId: 4_711n,
        destAsset: usd,
        destAmountStroops: 100n,
        path: ['native'],
      },
    },
  ])
})

test('everything else is told by its name, with whose act it would be', () => {
  const other = [
    payment({ source: wallet.address, destination: issuer.address, asset: 'native', amountStroops: 1n }),
    setOptions({ source: wallet.address, masterWeight: 0 }),
    mergeAccount({ destination: issuer.address }),
  ]
  expect(inspectTransaction(build(other).envelopeXdr, PASSPHRASE).operations).toEqual([
    { kind: 'other', type: 'payment', source: wallet.address },
    { kind: 'other', type: 'setOptions', source: wallet.address },
    { kind: 'other', type: 'accountMerge', source: channel.address },
  ])
})

test('what cannot be read is not taken for something else', async () => {
  expect(() => inspectTransaction('AAAA', PASSPHRASE)).toThrow()
  const inner = await sign(build([pay]), [channel.signer], PASSPHRASE)
  const bump = feeBump(inner, { feeSource: issuer.address, baseFeeStroops: 100n, passphrase: PASSPHRASE })
  expect(() => inspectTransaction(bump.envelopeXdr, PASSPHRASE)).toThrow('not a plain transaction')
})

test('the keys that signed are known by their last four bytes, within a fee bump too', async () => {
  const signed = await sign(build([pay]), [channel.signer, wallet.signer], PASSPHRASE)
  const hints = signatureHints(signed.envelopeXdr)
  expect(hints).toHaveLength(2)
  const bump = feeBump(signed, { feeSource: issuer.address, baseFeeStroops: 100n, passphrase: PASSPHRASE })
  expect(signatureHints((await sign(bump, [issuer.signer], PASSPHRASE)).envelopeXdr)).toEqual(hints)
})
