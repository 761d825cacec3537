import { StrKey, xdr } from '@stellar/stellar-sdk/base'
import type { AssetWire, MuxedAccountWire, PublicKeyWire, SignerKeyWire, TrustLineAssetWire } from './wire.ts'

/** Bytes as a string of the same length, for use as a map key. */
export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}

const addresses = new Map<string, string>()
const publicKeys = new Map<string, Uint8Array>()

/** The G address of an Ed25519 public key. Remembered, since encoding one costs a checksum. */
export function addressOf(publicKey: Uint8Array): string {
  const id = latin1(publicKey)
  let address = addresses.get(id)
  if (address === undefined) {
    address = StrKey.encodeEd25519PublicKey(publicKey)
    addresses.set(id, address)
    publicKeys.set(address, Uint8Array.from(publicKey))
  }
  return address
}

/** The Ed25519 public key of a G address. @throws {Error} if the address is malformed. */
export function publicKeyOf(address: string): Uint8Array {
  let key = publicKeys.get(address)
  if (key === undefined) {
    key = Uint8Array.from(StrKey.decodeEd25519PublicKey(address))
    publicKeys.set(address, key)
  }
  return key
}

export function accountIdWire(address: string): PublicKeyWire {
  return { type: 0, ed25519: publicKeyOf(address) }
}

export function addressOfMuxed(muxed: MuxedAccountWire): string {
  return addressOf(muxed.type === 0 ? muxed.ed25519 : muxed.med25519.ed25519)
}

/** 'native' or 'CODE:ISSUER': how the engine, Horizon and the unified events name an asset. */
export type AssetName = string

export const NATIVE: AssetName = 'native'

function codeText(code: Uint8Array): string {
  let end = code.length
  while (end > 0 && code[end - 1] === 0) end -= 1
  return latin1(code.subarray(0, end))
}

export function assetName(asset: AssetWire): AssetName {
  if (asset.type === 0) return NATIVE
  const { assetCode, issuer } = asset.type === 1 ? asset.alphaNum4 : asset.alphaNum12
  return `${codeText(assetCode)}:${addressOf(issuer.ed25519)}`
}

const POOL_SHARE = 'pool/'

/** How the shares of a liquidity pool are named here, where an asset is. @param poolId 32 bytes, hex */
export const poolShareName = (poolId: string): AssetName => `${POOL_SHARE}${poolId}`

/** The pool, 32 bytes in hex, whose shares a name stands for; null for every other asset. */
export const poolIdOf = (asset: AssetName): string | null =>
  asset.startsWith(POOL_SHARE) ? asset.slice(POOL_SHARE.length) : null

/** The name of what a trustline is to: an asset, or the shares of a pool. */
export function trustLineAssetName(asset: TrustLineAssetWire): AssetName {
  return asset.type === 3 ? poolShareName(Buffer.from(asset.liquidityPoolId).toString('hex')) : assetName(asset)
}

export function trustLineAssetWire(name: AssetName): TrustLineAssetWire {
  const poolId = poolIdOf(name)
  return poolId === null ? assetWire(name) : { type: 3, liquidityPoolId: Uint8Array.from(Buffer.from(poolId, 'hex')) }
}

/** Negative if `a` comes before `b` in the order in which a pool names its two assets. */
export function compareAssets(a: AssetName, b: AssetName): number {
  return Buffer.compare(xdr.Asset.schema.encode(assetWire(a)), xdr.Asset.schema.encode(assetWire(b)))
}

const wires = new Map<AssetName, AssetWire>()

export function assetWire(name: AssetName): AssetWire {
  let wire = wires.get(name)
  if (wire === undefined) {
    wire = buildAssetWire(name)
    wires.set(name, wire)
  }
  return wire
}

function buildAssetWire(name: AssetName): AssetWire {
  if (name === NATIVE) return { type: 0 }
  const [code, issuer] = name.split(':')
  if (code === undefined || issuer === undefined) throw new RangeError(`not an asset: ${name}`)
  const length = code.length <= 4 ? 4 : 12
  const assetCode = new Uint8Array(length)
  assetCode.set(Buffer.from(code, 'latin1'))
  const body = { assetCode, issuer: accountIdWire(issuer) }
  return length === 4 ? { type: 1, alphaNum4: body } : { type: 2, alphaNum12: body }
}

/** The G address of the issuer; null for lumens and for the shares of a pool. */
export function issuerOf(asset: AssetName): string | null {
  return asset === NATIVE || asset.startsWith(POOL_SHARE) ? null : asset.slice(asset.indexOf(':') + 1)
}

/** Letters and digits, then only zeros; 1-4 of them in the short form, 5-12 in the long. */
export function isAssetValid(asset: { type: number }): boolean {
  if (asset.type === 0) return true
  const wire = asset as AssetWire
  if (wire.type === 0) return true
  if (wire.type !== 1 && wire.type !== 2) return false
  const code = wire.type === 1 ? wire.alphaNum4.assetCode : wire.alphaNum12.assetCode
  const text = codeText(code)
  return /^[a-zA-Z0-9]+$/.test(text) && (wire.type === 1 || text.length > 4)
}

export const accountKey = (address: string): string => `a${address}`
export const trustLineKey = (address: string, asset: AssetName): string => `t${address}|${asset}`
export const offerKey = (seller: string, offerId: bigint): string => `o${seller}|${offerId}`
export const dataKey = (address: string, name: xdr.XdrString): string => `d${address}|${latin1(name.bytes)}`
/** @param balanceId 32 bytes, hex */
export const claimableBalanceKey = (balanceId: string): string => `b${balanceId}`
/** @param poolId 32 bytes, hex */
export const poolKey = (poolId: string): string => `l${poolId}`
export const contractKey = (keyXdr: Uint8Array): string => `x${latin1(keyXdr)}`

/** A signer key as a map key. The order of these strings is the order in which an account lists its signers. */
export function signerKeyId(key: SignerKeyWire): string {
  switch (key.type) {
    case 0:
      return `0${latin1(key.ed25519)}`
    case 1:
      return `1${latin1(key.preAuthTx)}`
    case 2:
      return `2${latin1(key.hashX)}`
    case 3:
      return `3${latin1(key.ed25519SignedPayload.ed25519)}${latin1(key.ed25519SignedPayload.payload)}`
  }
}

/** The address under which a signer is listed and searched: G..., T..., X... or P.... */
export function signerAddress(key: SignerKeyWire): string {
  switch (key.type) {
    case 0:
      return addressOf(key.ed25519)
    case 1:
      return StrKey.encodePreAuthTx(key.preAuthTx)
    case 2:
      return StrKey.encodeSha256Hash(key.hashX)
    case 3: {
      const { ed25519, payload } = key.ed25519SignedPayload
      const padded = new Uint8Array(32 + 4 + Math.ceil(payload.length / 4) * 4)
      padded.set(ed25519)
      new DataView(padded.buffer).setUint32(32, payload.length)
      padded.set(payload, 36)
      return StrKey.encodeSignedPayload(padded)
    }
  }
}
