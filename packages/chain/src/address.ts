import { Address, StrKey } from '@stellar/stellar-sdk/base'
import * as xdr from '@stellar/stellar-sdk/xdr'
import { base64Of } from './bytes.ts'

/** What an address (strkey) names. */
export type AddressKind = 'account' | 'muxed' | 'contract' | 'claimable-balance' | 'liquidity-pool'

const KINDS: ReadonlyMap<string, (address: string) => boolean> = new Map([
  ['account', StrKey.isValidEd25519PublicKey],
  ['muxed', StrKey.isValidMed25519PublicKey],
  ['contract', StrKey.isValidContract],
  ['claimable-balance', StrKey.isValidClaimableBalance],
  ['liquidity-pool', StrKey.isValidLiquidityPool],
])

/** The kind of a strkey; undefined when it is none. */
export function addressKind(address: string): AddressKind | undefined {
  for (const [kind, valid] of KINDS) if (valid(address)) return kind as AddressKind
  return undefined
}

/** The 32 bytes of an account's key or a contract's id. @throws {RangeError} for any other address (a caller bug). */
export function addressBytes(address: string): Uint8Array {
  if (StrKey.isValidEd25519PublicKey(address)) return StrKey.decodeEd25519PublicKey(address)
  if (StrKey.isValidContract(address)) return StrKey.decodeContract(address)
  throw new RangeError(`neither an account nor a contract: ${address}`)
}

/**
 * The muxed address (`M...`) of an account and a number: a payment to it reaches the account and carries the number.
 * @param id a u64.
 */
export function muxedAddress(address: string, id: bigint): string {
  const payload = new Uint8Array(40)
  payload.set(accountKey(address))
  new DataView(payload.buffer).setBigUint64(32, requireU64(id))
  return StrKey.encodeMed25519PublicKey(payload)
}

/** The account and the number of a muxed address; an account's own address has no number. */
export function splitMuxed(address: string): { readonly address: string; readonly id?: bigint } {
  if (!StrKey.isValidMed25519PublicKey(address)) return { address }
  const payload = StrKey.decodeMed25519PublicKey(address)
  return {
    address: StrKey.encodeEd25519PublicKey(payload.slice(0, 32)),
    id: new DataView(payload.buffer, payload.byteOffset).getBigUint64(32),
  }
}

/** The XDR `ScAddress` of an address: how contracts and coupon leaves name a holder. */
export const scAddressBytes = (address: string): Uint8Array => scAddress(address).toXdr()

/** The address that an XDR `ScVal` holds (base64). @throws if it holds none (a caller bug). */
export const addressOfScVal = (scValXdr: string): string =>
  Address.fromScVal(xdr.ScVal.fromXdr(scValXdr, 'base64')).toString()

function requireU64(value: bigint): bigint {
  if (value < 0n || value >= 1n << 64n) throw new RangeError(`not a u64: ${value}`)
  return value
}

function accountKey(address: string): Uint8Array {
  if (!StrKey.isValidEd25519PublicKey(address)) throw new RangeError(`not an account: ${address}`)
  return StrKey.decodeEd25519PublicKey(address)
}

/** An account as XDR. */
export const accountId = (address: string): xdr.PublicKey => xdr.PublicKey.publicKeyTypeEd25519(accountKey(address))

/** An account or a muxed account as XDR. */
export function muxedAccount(address: string): xdr.MuxedAccount {
  const { address: account, id } = splitMuxed(address)
  const ed25519 = accountKey(account)
  if (id === undefined) return xdr.MuxedAccount.keyTypeEd25519(ed25519)
  return xdr.MuxedAccount.keyTypeMuxedEd25519(
    new xdr.MuxedAccountMed25519({ id, ed25519: new xdr.Uint256Bytes(ed25519) }),
  )
}

/** Any address as XDR `ScAddress`. */
export function scAddress(address: string): xdr.ScAddress {
  if (!addressKind(address)) throw new RangeError(`not an address: ${address}`)
  return new Address(address).toScAddress()
}

/** The address of an XDR account. */
export const addressOfAccount = (account: xdr.PublicKey): string => StrKey.encodeEd25519PublicKey(account.ed25519.value)

/** The address of an XDR account, muxed or not. */
export function addressOfMuxed(account: xdr.MuxedAccount): string {
  if (account.type === 'keyTypeEd25519') return StrKey.encodeEd25519PublicKey(account.ed25519.value)
  return muxedAddress(StrKey.encodeEd25519PublicKey(account.med25519.ed25519.value), account.med25519.id)
}

/** The address of an XDR `ScAddress`. */
export const addressOfSc = (address: xdr.ScAddress): string => Address.fromScAddress(address).toString()

/** An XDR value in base64. */
export const xdrText = (value: xdr.XdrValue): string => base64Of(value.toXdr())
