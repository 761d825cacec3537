import { nativeToScVal, Operation as Reference, Asset as ReferenceAsset } from '@stellar/stellar-sdk/base'
import type * as xdr from '@stellar/stellar-sdk/xdr'
import { describe, expect, test } from 'vitest'
import { invokeContract } from './contract-operations.ts'
import {
  assetOf,
  beginSponsoring,
  bumpSequence,
  type ChainOperation,
  changeTrust,
  createAccount,
  createKey,
  createSac,
  endSponsoring,
  manageBuyOffer,
  manageData,
  manageSellOffer,
  mergeAccount,
  muxedAddress,
  pathPaymentStrictReceive,
  payment,
  sacAddress,
  setOptions,
  setTrustLineFlags,
  uploadWasm,
} from './index.ts'

const a = createKey().address
const b = createKey().address
const usd = assetOf('USDC', a)
const bond = assetOf('SOLAR2031', b)
const referenceUsd = new ReferenceAsset('USDC', a)
const referenceBond = new ReferenceAsset('SOLAR2031', b)
const muxed = muxedAddress(b, 4_711n)
const contract = sacAddress(usd, 'some network')
const price = { n: 7, d: 3 }
const wasm = Uint8Array.of(0, 97, 115, 109)

const cases: readonly (readonly [string, ChainOperation, xdr.Operation])[] = [
  [
    'createAccount',
    createAccount({ destination: b, startingStroops: 12_345_678n }),
    Reference.createAccount({ destination: b, startingBalance: '1.2345678' }),
  ],
  [
    'payment',
    payment({ source: a, destination: muxed, asset: bond, amountStroops: 10_000_001n }),
    Reference.payment({ source: a, destination: muxed, asset: referenceBond, amount: '1.0000001' }),
  ],
  [
    'pathPaymentStrictReceive',
    pathPaymentStrictReceive({
      source: a,
      sendAsset: 'native',
      sendMaxStroops: 9_223_372_036_854_775_807n,
      destination: muxed,
      destAsset: usd,
      destAmountStroops: 1n,
      path: [bond],
    }),
    Reference.pathPaymentStrictReceive({
      source: a,
      sendAsset: ReferenceAsset.native(),
      sendMax: '922337203685.4775807',
      destination: muxed,
      destAsset: referenceUsd,
      destAmount: '0.0000001',
      path: [referenceBond],
    }),
  ],
  ['changeTrust', changeTrust({ asset: usd }), Reference.changeTrust({ asset: referenceUsd })],
  [
    'changeTrust to 0',
    changeTrust({ asset: usd, limitStroops: 0n }),
    Reference.changeTrust({ asset: referenceUsd, limit: '0' }),
  ],
  [
    'setOptions',
    setOptions({
      flags: { authRequired: true, authRevocable: true, authClawbackEnabled: true, authImmutable: false },
      masterWeight: 2,
      lowThreshold: 2,
      mediumThreshold: 1,
      highThreshold: 2,
      homeDomain: 'bonds.example.org',
      signer: { address: b, weight: 1 },
    }),
    Reference.setOptions({
      setFlags: 11,
      clearFlags: 4,
      masterWeight: 2,
      lowThreshold: 2,
      medThreshold: 1,
      highThreshold: 2,
      homeDomain: 'bonds.example.org',
      signer: { ed25519PublicKey: b, weight: 1 },
    }),
  ],
  ['setOptions of nothing', setOptions({}), Reference.setOptions({})],
  [
    'setTrustLineFlags',
    setTrustLineFlags({ source: a, trustor: b, asset: usd, authorized: true }),
    Reference.setTrustLineFlags({
      source: a,
      trustor: b,
      asset: referenceUsd,
      flags: { authorized: true, authorizedToMaintainLiabilities: false },
    }),
  ],
  [
    'setTrustLineFlags, frozen',
    setTrustLineFlags({ trustor: b, asset: usd, authorized: false }),
    Reference.setTrustLineFlags({
      trustor: b,
      asset: referenceUsd,
      flags: { authorized: false, authorizedToMaintainLiabilities: false },
    }),
  ],
  [
    'manageSellOffer',
    manageSellOffer({ selling: bond, buying: usd, amountStroops: 50_000_000n, price }),
    Reference.manageSellOffer({ selling: referenceBond, buying: referenceUsd, amount: '5', price }),
  ],
  [
    'manageBuyOffer',
    manageBuyOffer({ selling: usd, buying: bond, buyAmountStroops: 50_000_000n, price, offerId: 9n }),
    Reference.manageBuyOffer({ selling: referenceUsd, buying: referenceBond, buyAmount: '5', price, offerId: '9' }),
  ],
  [
    'manageData',
    manageData({ name: 'heliobond', value: Uint8Array.of(1, 2) }),
    Reference.manageData({ name: 'heliobond', value: Uint8Array.of(1, 2) }),
  ],
  ['manageData, removed', manageData({ name: 'x', value: null }), Reference.manageData({ name: 'x', value: null })],
  ['beginSponsoring', beginSponsoring({ sponsored: b }), Reference.beginSponsoringFutureReserves({ sponsoredId: b })],
  ['endSponsoring', endSponsoring({ source: b }), Reference.endSponsoringFutureReserves({ source: b })],
  ['bumpSequence', bumpSequence({ bumpTo: 77n }), Reference.bumpSequence({ bumpTo: '77' })],
  ['mergeAccount', mergeAccount({ destination: b }), Reference.accountMerge({ destination: b })],
  ['uploadWasm', uploadWasm({ wasm }), Reference.uploadContractWasm({ wasm })],
  ['createSac', createSac({ asset: usd }), Reference.createStellarAssetContract({ asset: referenceUsd })],
  [
    'invokeContract',
    invokeContract({ contractId: contract, method: 'decimals', args: [nativeToScVal(1n, { type: 'i128' })] }),
    Reference.invokeContractFunction({
      contract,
      function: 'decimals',
      args: [nativeToScVal(1n, { type: 'i128' })],
    }),
  ],
]

describe('operations', () => {
  test.each(cases)('%s is written as the reference implementation writes it', (_, ours, reference) => {
    expect(ours.xdr).toBe(reference.toXdr('base64'))
  })

  test('survive being stored as JSON', () => {
    for (const [, ours] of cases) expect(JSON.parse(JSON.stringify(ours))).toEqual(ours)
  })

  test('take no amount that the ledger cannot hold', () => {
    expect(() => payment({ destination: b, asset: usd, amountStroops: 2n ** 63n })).toThrow()
  })
})
