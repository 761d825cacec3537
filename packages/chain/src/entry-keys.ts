import * as xdr from '@stellar/stellar-sdk/xdr'
import { scAddress } from './address.ts'
import { contractDataKey } from './contracts.ts'

/** A field of a contract's storage key: a u32, a u64, an address, bytes in hex, a symbol, or a variant with its own fields. */
export type KeyField =
  | number
  | bigint
  | { readonly address: string }
  | { readonly bytes: string }
  | { readonly symbol: string }
  | { readonly variant: readonly [name: string, ...fields: KeyField[]] }

/**
 * The key of a persistent entry of one of our contracts, by the name and the fields that docs/contracts.md gives: XDR `LedgerKey`, base64. A contract's
 * key is the vector of its name and its fields.
 */
export const entryKey = (contractId: string, name: string, ...fields: readonly KeyField[]): string =>
  contractDataKey(contractId, variant(name, fields))

/** The key of what a contract (`C...`) holds of an asset, in the asset's own contract. */
export const balanceKey = (assetContract: string, holder: string): string =>
  contractDataKey(assetContract, variant('Balance', [{ address: holder }]))

const variant = (name: string, fields: readonly KeyField[]): xdr.ScVal =>
  xdr.ScVal.scvVec([xdr.ScVal.scvSymbol(name), ...fields.map(fieldOf)])

function fieldOf(field: KeyField): xdr.ScVal {
  if (typeof field === 'number') return xdr.ScVal.scvU32(field)
  if (typeof field === 'bigint') return xdr.ScVal.scvU64(field)
  if ('address' in field) return xdr.ScVal.scvAddress(scAddress(field.address))
  if ('bytes' in field) return xdr.ScVal.scvBytes(new Uint8Array(Buffer.from(field.bytes, 'hex')))
  if ('symbol' in field) return xdr.ScVal.scvSymbol(field.symbol)
  const [name, ...fields] = field.variant
  return variant(name, fields)
}
