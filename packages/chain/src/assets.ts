import { err, ok, type Result } from '@heliobond/domain'
import { StrKey } from '@stellar/stellar-sdk/base'
import * as xdr from '@stellar/stellar-sdk/xdr'
import { accountId, addressOfAccount } from './address.ts'
import { sha256 } from './bytes.ts'

/** A classic asset by name: `native`, or `CODE:ISSUER`. */
export type Asset = 'native' | `${string}:${string}`

export type AssetRefusal = { readonly code: 'MALFORMED_ASSET'; readonly text: string }

const NAME = /^([A-Za-z0-9]{1,12}):(G[A-Z2-7]{55})$/

/** Reads `native` or `CODE:ISSUER`. */
export function parseAsset(text: string): Result<Asset, AssetRefusal> {
  if (text === 'native') return ok('native')
  const match = NAME.exec(text)
  const [, code, issuer] = match ?? []
  if (code === undefined || issuer === undefined || !StrKey.isValidEd25519PublicKey(issuer)) {
    return err({ code: 'MALFORMED_ASSET', text })
  }
  return ok<Asset>(`${code}:${issuer}`)
}

/** The asset of this code and issuer. @throws {RangeError} if there can be none (a caller bug). */
export function assetOf(code: string, issuer: string): Asset {
  return requireAsset(`${code}:${issuer}`)
}

/** The code and the issuer; undefined for lumens. */
export function assetParts(asset: Asset): { readonly code: string; readonly issuer: string } | undefined {
  const checked = requireAsset(asset)
  if (checked === 'native') return undefined
  const colon = checked.indexOf(':')
  return { code: checked.slice(0, colon), issuer: checked.slice(colon + 1) }
}

/** Of a network's asset it is always the same, and every event of money is compared with one. Strangers name assets, too: bounded. */
const sacAddresses = new Map<string, string>()
const MOST_SAC_ADDRESSES = 1_000

/** The address of the asset's contract (SAC) on the network of this passphrase, deployed or not. */
export function sacAddress(asset: Asset, passphrase: string): string {
  const known = sacAddresses.get(`${passphrase} ${asset}`)
  if (known !== undefined) return known
  const preimage = xdr.HashIdPreimage.envelopeTypeContractId(
    new xdr.HashIdPreimageContractId({
      networkId: new xdr.Hash(sha256(Buffer.from(passphrase, 'utf8'))),
      contractIdPreimage: xdr.ContractIdPreimage.contractIdPreimageFromAsset(assetXdr(asset)),
    }),
  )
  const address = StrKey.encodeContract(sha256(preimage.toXdr()))
  if (sacAddresses.size >= MOST_SAC_ADDRESSES) sacAddresses.clear()
  sacAddresses.set(`${passphrase} ${asset}`, address)
  return address
}

/** The XDR of the asset: what a contract deploys or derives its SAC from. */
export const serializedAsset = (asset: Asset): Uint8Array => assetXdr(asset).toXdr()

/** The asset as XDR. */
export function assetXdr(asset: Asset): xdr.Asset {
  const parts = assetParts(asset)
  if (!parts) return xdr.Asset.assetTypeNative()
  return alphanum(parts, xdr.Asset)
}

/** The asset as XDR of a trustline. */
export function trustLineAsset(asset: Asset): xdr.TrustLineAsset {
  const parts = assetParts(asset)
  if (!parts) return xdr.TrustLineAsset.assetTypeNative()
  return alphanum(parts, xdr.TrustLineAsset)
}

/** The asset as XDR of a change of trust. */
export function changeTrustAsset(asset: Asset): xdr.ChangeTrustAsset {
  const parts = assetParts(asset)
  if (!parts) return xdr.ChangeTrustAsset.assetTypeNative()
  return alphanum(parts, xdr.ChangeTrustAsset)
}

/** The asset that XDR names. */
export function assetOfXdr(asset: xdr.Asset): Asset {
  if (asset.type === 'assetTypeNative') return 'native'
  const { assetCode, issuer } = asset.type === 'assetTypeCreditAlphanum4' ? asset.alphaNum4 : asset.alphaNum12
  const code = Buffer.from(assetCode.value).toString('latin1').replace(/\0+$/, '')
  return `${code}:${addressOfAccount(issuer)}`
}

interface AlphanumArms<Short, Long> {
  assetTypeCreditAlphanum4(value: xdr.AlphaNum4): Short
  assetTypeCreditAlphanum12(value: xdr.AlphaNum12): Long
}

function alphanum<Short, Long>(parts: { code: string; issuer: string }, arms: AlphanumArms<Short, Long>): Short | Long {
  const issuer = accountId(parts.issuer)
  if (parts.code.length <= 4) {
    return arms.assetTypeCreditAlphanum4(
      new xdr.AlphaNum4({ assetCode: new xdr.AssetCode4(padded(parts.code, 4)), issuer }),
    )
  }
  const assetCode = new xdr.AssetCode12(padded(parts.code, 12))
  return arms.assetTypeCreditAlphanum12(new xdr.AlphaNum12({ assetCode, issuer }))
}

function padded(code: string, length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  bytes.set(Buffer.from(code, 'latin1'))
  return bytes
}

function requireAsset(text: string): Asset {
  const asset = parseAsset(text)
  if (!asset.ok) throw new RangeError(`not an asset: ${text}`)
  return asset.value
}
