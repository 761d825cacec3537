import { generateKeyPairSync, sign, verify } from 'node:crypto'
import { expect, test } from 'vitest'
import { payUri, transactionUri, uriSignedBytes, withUriSignature } from './sep7.ts'

const DESTINATION = 'GCALNQQBXAPZ2WIRSDDBMSTAKCUH5SG6U76YBFLQLIXJTF7FE5AX7AOO'
const ISSUER = 'GA5ZSEJYB37JRC5AVCIA5MOP4RHTM335X2KGX3IHOJAPP5RE34K4KZVN'
const TESTNET = 'Test SDF Network ; September 2015'

test('a link to pay names account, amount, asset and the bill', () => {
  const link = payUri(
    {
      destination: DESTINATION,
      amountStroops: 1_201_234_567n,
      asset: `USDC:${ISSUER}`,
      memoId: 4_711n,
      message: 'Escuela Loíza & co',
    },
    { networkPassphrase: TESTNET },
  )
  expect(link).toBe(
    `web+stellar:pay?destination=${DESTINATION}&amount=120.1234567&asset_code=USDC&asset_issuer=${ISSUER}&memo=4711&memo_type=MEMO_ID` +
      '&msg=Escuela%20Lo%C3%ADza%20%26%20co&network_passphrase=Test%20SDF%20Network%20%3B%20September%202015',
  )
  // A wallet reads it back as it was meant.
  const query = new URLSearchParams(link.slice(link.indexOf('?') + 1))
  expect(query.get('msg')).toBe('Escuela Loíza & co')
})

test('lumens have no asset, and the public network goes without saying', () => {
  const passphrase = 'Public Global Stellar Network ; September 2015'
  expect(
    payUri(
      { destination: DESTINATION, amountStroops: 10_000_000n, asset: 'native' },
      { networkPassphrase: passphrase },
    ),
  ).toBe(`web+stellar:pay?destination=${DESTINATION}&amount=1.0000000`)
})

test('a message is cut to what wallets show, between characters', () => {
  const query = new URLSearchParams(
    payUri({ destination: DESTINATION, amountStroops: 1n, asset: 'native', message: '☀️🔆'.repeat(300) }).split('?')[1],
  )
  expect([...(query.get('msg') ?? '')]).toHaveLength(300)
  expect(query.get('msg')?.isWellFormed()).toBe(true)
})

test('a transaction travels whole', () => {
  const envelopeXdr = 'AAAAAgAAAAA+/w=='
  expect(transactionUri({ envelopeXdr }, { originDomain: 'bonds.example' })).toBe(
    'web+stellar:tx?xdr=AAAAAgAAAAA%2B%2Fw%3D%3D&origin_domain=bonds.example',
  )
})

test('what is no amount or no asset is a bug of the caller', () => {
  expect(() => payUri({ destination: DESTINATION, amountStroops: -1n, asset: 'native' })).toThrow(RangeError)
  expect(() => payUri({ destination: DESTINATION, amountStroops: 1n, asset: 'USDC' })).toThrow(RangeError)
})

// The specification's own example of what is signed begins so; the signature is over the link without itself.
test('a link is signed by the domain’s key, and its signature stands last', () => {
  const pair = generateKeyPairSync('ed25519')
  const link = payUri(
    { destination: DESTINATION, amountStroops: 5n, asset: 'native' },
    { originDomain: 'bonds.example' },
  )
  const bytes = uriSignedBytes(link)
  expect([...bytes.slice(0, 36)]).toEqual([...Array.from({ length: 35 }, () => 0), 4])
  expect(Buffer.from(bytes.slice(36)).toString()).toBe(`stellar.sep.7 - URI Scheme${link}`)
  const signed = withUriSignature(link, new Uint8Array(sign(null, bytes, pair.privateKey)))
  const [before, signature] = signed.split('&signature=')
  expect(before).toBe(link)
  expect(verify(null, bytes, pair.publicKey, Buffer.from(decodeURIComponent(signature ?? ''), 'base64'))).toBe(true)
})
