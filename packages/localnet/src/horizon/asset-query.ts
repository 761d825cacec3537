import { StrKey } from '@stellar/stellar-sdk/base'
import type { AssetName } from '../ledger/keys.ts'
import { type HttpAnswer, invalidField } from './answer.ts'
import { ASSET_REASON, parseAssetName } from './assets.ts'
import { ACCOUNT_REASON } from './scope.ts'

type Read = { readonly asset: AssetName | undefined } | { readonly refusal: HttpAnswer }

const refuse = (field: string, reason: string): Read => ({ refusal: invalidField(field, reason) })

const CODE_LENGTHS: Readonly<Record<string, readonly [number, number]>> = {
  credit_alphanum4: [1, 4],
  credit_alphanum12: [5, 12],
}

/**
 * Reads an optional asset of `{prefix}asset_type`, `_code` and `_issuer` (actions/helpers.go, validateAssetParams).
 *
 * @returns no asset when no parameter names one; a refusal when what is given names none
 */
export function readOptionalAsset(query: URLSearchParams, prefix: string): Read {
  const field = (name: string) => query.get(`${prefix}asset_${name}`) ?? ''
  const [type, code, issuer] = [field('type'), field('code'), field('issuer')]
  if (type === '') {
    if (code !== '' || issuer !== '') return refuse(`${prefix}asset_type`, 'Missing parameter')
    return { asset: undefined }
  }
  if (type === 'native') {
    if (code !== '') return refuse(`${prefix}asset_code`, 'native asset does not have a code')
    if (issuer !== '') return refuse(`${prefix}asset_issuer`, 'native asset does not have an issuer')
    return { asset: 'native' }
  }
  const lengths = CODE_LENGTHS[type]
  if (lengths === undefined) {
    return refuse(`${prefix}asset_type`, 'Asset type must be native, credit_alphanum4 or credit_alphanum12')
  }
  if (code.length < lengths[0] || code.length > lengths[1] || !/^[a-zA-Z0-9]+$/.test(code)) {
    return refuse(`${prefix}asset_code`, 'Asset code must be 1-12 alphanumeric characters')
  }
  if (issuer === '') return refuse(`${prefix}asset_issuer`, 'Missing parameter')
  if (!StrKey.isValidEd25519PublicKey(issuer)) return refuse(`${prefix}asset_issuer`, ACCOUNT_REASON)
  return { asset: `${code}:${issuer}` }
}

/** Reads an optional asset written as `native` or `CODE:ISSUER`. */
export function readNamedAsset(query: URLSearchParams, field: string): Read {
  const text = query.get(field) ?? ''
  if (text === '') return { asset: undefined }
  const asset = parseAssetName(text)
  return asset === undefined ? refuse(field, ASSET_REASON) : { asset }
}

/** Reads an optional account's address. */
export function readAddress(query: URLSearchParams, field: string): string | undefined | HttpAnswer {
  const text = query.get(field) || undefined
  return text === undefined || StrKey.isValidEd25519PublicKey(text) ? text : invalidField(field, ACCOUNT_REASON)
}
