import { StrKey } from '@stellar/stellar-sdk/base'
import type { AssetName } from '../ledger/keys.ts'

export const ASSET_REASON =
  'Asset must be the string "native" or a string of the form "Code:IssuerAccountID" for issued assets.'

/** An asset as Horizon spreads it over fields. */
export interface AssetFields {
  readonly asset_type: 'native' | 'credit_alphanum4' | 'credit_alphanum12'
  readonly asset_code?: string
  readonly asset_issuer?: string
}

export function assetFields(name: AssetName): AssetFields {
  if (name === 'native') return { asset_type: 'native' }
  const [code = '', issuer = ''] = name.split(':')
  return {
    asset_type: code.length <= 4 ? 'credit_alphanum4' : 'credit_alphanum12',
    asset_code: code,
    asset_issuer: issuer,
  }
}

/** The same with the names of the fields beginning with `prefix`. */
export function prefixedAssetFields(name: AssetName, prefix: string): Record<string, string> {
  return Object.fromEntries(Object.entries(assetFields(name)).map(([field, value]) => [`${prefix}${field}`, value]))
}

/** Checks 'native' or 'CODE:ISSUER'. */
export function parseAssetName(text: string): AssetName | undefined {
  if (text === 'native') return text
  const [code = '', issuer = '', ...rest] = text.split(':')
  if (rest.length > 0 || !/^[a-zA-Z0-9]{1,12}$/.test(code) || !StrKey.isValidEd25519PublicKey(issuer)) return undefined
  return text
}

/** Reads `{prefix}asset_type`, `{prefix}asset_code` and `{prefix}asset_issuer`; undefined when they name no asset. */
export function readAsset(query: URLSearchParams, prefix: string): AssetName | undefined {
  const type = query.get(`${prefix}asset_type`)
  if (type === 'native') return 'native'
  if (type !== 'credit_alphanum4' && type !== 'credit_alphanum12') return undefined
  const name = parseAssetName(`${query.get(`${prefix}asset_code`) ?? ''}:${query.get(`${prefix}asset_issuer`) ?? ''}`)
  return name !== undefined && assetFields(name).asset_type === type ? name : undefined
}

/** Reads a list of assets separated by commas; undefined when one of them is none. */
export function readAssetList(text: string): readonly AssetName[] | undefined {
  const names = text.split(',').map((each) => parseAssetName(each.trim()))
  return names.every((name) => name !== undefined) ? names : undefined
}
