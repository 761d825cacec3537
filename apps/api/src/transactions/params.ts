/** Parameters of actions, and how they are read. */
import { type Asset, addressKind, parseAsset } from '@heliobond/chain'
import { fromHex, MAX_I64, utcSeconds } from '@heliobond/domain'
import { Type } from 'typebox'
import { Problem } from '../errors.ts'
import { couponNumber, offeringId, systemId } from '../schemas/ids.ts'

export const params = {
  offering: offeringId,
  coupon: couponNumber,
  system: systemId,
  party: Type.Integer({ minimum: 0, maximum: 15, description: 'Its place in the registry.' }),
  stroops: (description: string) =>
    Type.String({ pattern: '^[1-9][0-9]{0,18}$', description: `${description} In stroops, above 0.` }),
  asset: (description: string) =>
    Type.String({ pattern: '^(native|[A-Za-z0-9]{1,12}:G[A-Z2-7]{55})$', description: `${description} CODE:ISSUER.` }),
  account: (description: string) =>
    Type.String({ pattern: '^G[A-Z2-7]{55}$', description: `${description} An account: G...` }),
  address: (description: string) =>
    Type.String({ pattern: '^[GC][A-Z2-7]{55}$', description: `${description} An account G... or a contract C...` }),
  hash: (description: string) =>
    Type.String({ pattern: '^[0-9a-f]{64}$', description: `${description} 32 bytes, hex.` }),
  time: (description: string) =>
    Type.String({
      pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$',
      description: `${description} YYYY-MM-DDTHH:MM:SSZ.`,
    }),
  seconds: (description: string) =>
    Type.Integer({ minimum: 0, maximum: 315_360_000, description: `${description} In seconds.` }),
  bps: (description: string) =>
    Type.Integer({ minimum: 0, maximum: 10_000, description: `${description} In basis points.` }),
  priceN: Type.Integer({ minimum: 1, maximum: 2_147_483_647, description: 'Price: so much of the stablecoin' }),
  priceD: Type.Integer({ minimum: 1, maximum: 2_147_483_647, description: 'for so many bonds.' }),
} as const

/** @throws {Problem} above what an asset can hold. */
export function stroopsOf(text: string, name: string): bigint {
  const amount = BigInt(text)
  if (amount > MAX_I64)
    throw new Problem(
      'HELIOBOND_INVALID_REQUEST',
      '{field} is more than an asset can hold.',
      { field: name },
      { reason: 'TOO_LARGE' },
    )
  return amount
}

/** @throws {Problem} unless it names an asset. */
export function assetIn(text: string, name: string): Asset {
  const asset = parseAsset(text)
  if (!asset.ok)
    throw new Problem(
      'HELIOBOND_INVALID_REQUEST',
      '{field} is no asset: native or CODE:ISSUER is wanted.',
      { field: name },
      { reason: 'NOT_AN_ASSET' },
    )
  return asset.value
}

/** @throws {Problem} unless it is an account's address. */
export function accountIn(text: string, name: string): string {
  if (addressKind(text) !== 'account') {
    throw new Problem(
      'HELIOBOND_INVALID_REQUEST',
      '{field} is no account: its checksum does not fit.',
      { field: name },
      { reason: 'NOT_AN_ACCOUNT' },
    )
  }
  return text
}

/** @throws {Problem} unless it is the address of an account or a contract. */
export function addressIn(text: string, name: string): string {
  const kind = addressKind(text)
  if (kind !== 'account' && kind !== 'contract') {
    throw new Problem(
      'HELIOBOND_INVALID_REQUEST',
      '{field} is no address: its checksum does not fit.',
      { field: name },
      { reason: 'NOT_AN_ADDRESS' },
    )
  }
  return text
}

/** 32 bytes of hex. @throws {Problem} for anything else. */
export function hashIn(text: string, name: string): Uint8Array {
  const bytes = fromHex(text)
  if (!bytes.ok || bytes.value.length !== 32) {
    throw new Problem(
      'HELIOBOND_INVALID_REQUEST',
      '{field} must be 32 bytes in hexadecimal.',
      { field: name },
      { reason: 'NOT_A_HASH' },
    )
  }
  return bytes.value
}

/** Unix seconds. @throws {Problem} if the calendar has no such time. */
export function timeIn(text: string, name: string): bigint {
  const seconds = utcSeconds(text)
  if (seconds === undefined)
    throw new Problem(
      'HELIOBOND_INVALID_REQUEST',
      '{field} is no time that the calendar has.',
      { field: name },
      { reason: 'NO_SUCH_TIME' },
    )
  return seconds
}
