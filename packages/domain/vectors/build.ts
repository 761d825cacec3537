import { toHex } from '../src/index.ts'
import { couponLeafVectors, dayCountVectors, donorLeafVectors, merkleVectors, readingVectors } from './build-bytes.ts'
import {
  billingVectors,
  couponVectors,
  passThroughVectors,
  principalVectors,
  reserveVectors,
  waterfallVectors,
} from './build-money.ts'

/** The seed of the published vectors. A new one gives other cases of the same rules. */
export const VECTOR_SEED = 'heliobond-vectors-1'

/** A vector file as JSON has it: amounts and other 64- and 128-bit numbers are decimal strings, bytes are hexadecimal. */
export type VectorFile = { readonly [key: string]: unknown }

/** All vector files by name, computed by the engine from a seed. */
export function buildVectors(seed: string = VECTOR_SEED): { readonly [file: string]: VectorFile } {
  const files = {
    'daycount.json': dayCountVectors(seed),
    'coupon.json': couponVectors(seed),
    'merkle.json': merkleVectors(seed),
    'coupon-leaf.json': couponLeafVectors(seed),
    'donor-leaf.json': donorLeafVectors(seed),
    'reading-bytes.json': readingVectors(seed),
    'billing.json': billingVectors(seed),
    'waterfall.json': waterfallVectors(seed),
    'principal.json': principalVectors(seed),
    'pass-through.json': passThroughVectors(seed),
    'reserve.json': reserveVectors(seed),
  }
  return JSON.parse(JSON.stringify(files, jsonValue))
}

const jsonValue = (_key: string, value: unknown): unknown =>
  typeof value === 'bigint' ? value.toString() : value instanceof Uint8Array ? toHex(value) : value
