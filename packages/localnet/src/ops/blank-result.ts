import { xdr } from '@stellar/stellar-sdk/base'
import type { OperationResultWire } from '../ledger/wire.ts'
import type { OperationType } from './context.ts'

/** Bytes that the successful result of a type has after its code, all of them zero. */
const SUCCESS_BYTES: { readonly [T in OperationType]?: number } = {
  2: 52,
  3: 84,
  4: 84,
  8: 8,
  9: 4,
  12: 84,
  13: 52,
  14: 36,
  24: 32,
}

/**
 * The result of an operation that was not looked at because another one was refused before: the network leaves it at
 * the success of its type, with every field zero.
 */
export function blankResult(type: OperationType): OperationResultWire {
  const bytes = new Uint8Array(12 + (SUCCESS_BYTES[type] ?? 0))
  // A passive offer has the result of a plain one.
  new DataView(bytes.buffer).setInt32(4, type === 4 ? 3 : type)
  return xdr.OperationResult.schema.decode(bytes)
}
