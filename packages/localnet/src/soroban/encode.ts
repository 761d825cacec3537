import { StrKey, xdr } from '@stellar/stellar-sdk/base'
import type { FrameWriter } from '../host/frame.ts'
import type { LedgerHeaderInfo } from './view.ts'

/** An XDR value, or its bytes where the caller has them at hand. */
export type Encoded<Value extends xdr.XdrValue> = Value | Uint8Array

const OPERATION_TYPE = { invoke: 24, extend: 25, restore: 26 } as const

/** The bytes of an XDR value. */
export function toBytes(value: Encoded<xdr.XdrValue>): Uint8Array {
  return value instanceof Uint8Array ? value : value.toXdr()
}

function int32(...values: number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * 4)
  const view = new DataView(bytes.buffer)
  for (const [index, value] of values.entries()) view.setInt32(index * 4, value)
  return bytes
}

function join(...parts: Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}

/** XDR of the OperationBody of an InvokeHostFunction operation. */
export function invokeBody(op: Encoded<xdr.InvokeHostFunctionOp>): Uint8Array {
  return join(int32(OPERATION_TYPE.invoke), toBytes(op))
}

/** XDR of the OperationBody of an ExtendFootprintTTL operation. */
export function extendBody(extendTo: number): Uint8Array {
  return int32(OPERATION_TYPE.extend, 0, extendTo)
}

/** XDR of the OperationBody of a RestoreFootprint operation. */
export function restoreBody(): Uint8Array {
  return int32(OPERATION_TYPE.restore, 0)
}

/** XDR of the AccountID of a G... or M... address. */
export function accountId(address: string): Uint8Array {
  const key = address.startsWith('M')
    ? StrKey.decodeMed25519PublicKey(address).subarray(0, 32)
    : StrKey.decodeEd25519PublicKey(address)
  return join(int32(0), key)
}

/** SorobanTransactionData of bare resources, which restore nothing and declare no fee. */
export function dataOfResources(resources: xdr.SorobanResources): xdr.SorobanTransactionData {
  return new xdr.SorobanTransactionData({
    ext: xdr.SorobanTransactionDataExt.v0(),
    resources,
    resourceFee: 0n,
  })
}

/** Writes what every call on a ledger begins with. */
export function writeHeader(frame: FrameWriter, header: LedgerHeaderInfo): FrameWriter {
  return frame
    .u32(header.protocolVersion)
    .u32(header.sequence)
    .u64(header.closeTime)
    .bytes(header.networkId)
    .u32(header.baseReserve)
}

/** XDR of the OperationResultTr of a Soroban operation that failed. */
export function failedResult(operation: keyof typeof OPERATION_TYPE, code: number): Uint8Array {
  return int32(OPERATION_TYPE[operation], code)
}

/** XDR of the OperationResultTr of a Soroban operation that succeeded; an invocation's carries a hash. */
export function successResult(operation: keyof typeof OPERATION_TYPE, hash: Uint8Array): Uint8Array {
  return join(int32(OPERATION_TYPE[operation], 0), hash)
}

/** XDR of InvokeHostFunctionSuccessPreImage, whose SHA-256 is the operation's result. */
export function successPreImage(returnValueXdr: Uint8Array, eventsXdr: readonly Uint8Array[]): Uint8Array {
  return join(returnValueXdr, int32(eventsXdr.length), ...eventsXdr)
}

export type SorobanOperation = keyof typeof OPERATION_TYPE
