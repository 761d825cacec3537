import type { ClosedLedger } from '../core/types.ts'
import { FAULT_KINDS, type Fault, type FaultKind } from '../server/faults.ts'
import type { RpcContext, RpcMethod } from './context.ts'
import { type Checked, invalidParams, type RpcOutcome } from './outcome.ts'
import { optionalCount, optionalText, type Params, readParams, requiredText } from './params.ts'

type Control = (params: Params, context: RpcContext) => RpcOutcome

/** A control call as a method like the others. */
export function named(control: Control): RpcMethod {
  return (params, context) => {
    const read = readParams(params)
    return 'error' in read ? read : control(read.value, context)
  }
}

function describe(ledger: ClosedLedger): RpcOutcome {
  return {
    result: {
      latestLedger: ledger.sequence,
      latestLedgerCloseTime: ledger.closeTime.toString(),
      hash: ledger.hash,
    },
  }
}

/** A number of ledgers that may be missing; at least one otherwise. */
function optionalLedgers(params: Params): Checked<number | undefined> {
  if (params.ledgers === undefined || params.ledgers === null) return { value: undefined }
  const ledgers = optionalCount(params, 'ledgers')
  if ('error' in ledgers) return ledgers
  return ledgers.value > 0 ? ledgers : invalidParams('ledgers must be at least 1')
}

/** Closes one ledger `seconds` later, `ledgers` numbers on (by default one every five seconds). */
export const advance: Control = (params, { core }) => {
  const seconds = optionalCount(params, 'seconds')
  if ('error' in seconds) return seconds
  const ledgers = optionalLedgers(params)
  if ('error' in ledgers) return ledgers
  return describe(
    core.advance({
      seconds: seconds.value,
      ...(ledgers.value !== undefined && { ledgers: ledgers.value }),
    }),
  )
}

/** Closes one ledger at the Unix time `time`, which must not lie behind the latest ledger's. */
export const setTime: Control = (params, { core }) => {
  const time = optionalCount(params, 'time')
  if ('error' in time) return time
  const ledgers = optionalLedgers(params)
  if ('error' in ledgers) return ledgers
  const now = Number(core.latestLedger().closeTime)
  if (time.value < now) return invalidParams(`time must not lie before the latest ledger's close time, ${now}`)
  return describe(
    core.setTime({
      time: BigInt(time.value),
      ...(ledgers.value !== undefined && { ledgers: ledgers.value }),
    }),
  )
}

/** Closes a ledger now, with whatever waits. */
export const closeLedger: Control = (_params, { core }) => describe(core.close())

/** Puts the whole network aside and tells the id under which it can be had back. */
export const takeSnapshot: Control = (_params, { snapshots }) => ({ result: { id: snapshots.take() } })

/** Goes back to a snapshot. Transactions that wait for a ledger are forgotten. */
export const restoreSnapshot: Control = (params, { core, snapshots }) => {
  const id = requiredText(params, 'id')
  if ('error' in id) return id
  return snapshots.restore(id.value) ? describe(core.latestLedger()) : invalidParams(`there is no snapshot ${id.value}`)
}

const INTEGER = /^(?:0|[1-9]\d{0,18})$/

/** A whole number as JSON can carry it: a number, or a decimal string where it may pass 2^53. */
function optionalBig(params: Params, name: string): Checked<bigint | undefined> {
  const value = params[name]
  if (value === undefined || value === null) return { value: undefined }
  const text = typeof value === 'number' ? String(value) : value
  if (typeof text !== 'string' || !INTEGER.test(text))
    return invalidParams(`${name} must be a whole number or a string of one`)
  return { value: BigInt(text) }
}

function isSigner(value: unknown): value is { address: string; weight: number } {
  if (typeof value !== 'object' || value === null) return false
  return (
    'address' in value && typeof value.address === 'string' && 'weight' in value && typeof value.weight === 'number'
  )
}

/** For tests: makes an account what it is told to be, or creates it. `balance` is in stroops. */
export const setAccount: Control = (params, { core }) => {
  const address = requiredText(params, 'address')
  if ('error' in address) return address
  const balance = optionalBig(params, 'balance')
  if ('error' in balance) return balance
  const sequence = optionalBig(params, 'sequence')
  if ('error' in sequence) return sequence
  const homeDomain = optionalText(params, 'homeDomain')
  if ('error' in homeDomain) return homeDomain
  const { flags, thresholds, signers } = params
  if (flags !== undefined && typeof flags !== 'number') return invalidParams('flags must be a number')
  if (thresholds !== undefined && !isThresholds(thresholds)) {
    return invalidParams('thresholds must be four numbers: master weight, low, medium and high')
  }
  if (signers !== undefined && !(Array.isArray(signers) && signers.every(isSigner))) {
    return invalidParams('signers must be a list of {address, weight}')
  }
  try {
    return describe(
      core.setAccount({
        address: address.value,
        ...(balance.value !== undefined && { balanceStroops: balance.value }),
        ...(sequence.value !== undefined && { sequence: sequence.value }),
        ...(homeDomain.value !== undefined && { homeDomain: homeDomain.value }),
        ...(flags !== undefined && { flags }),
        ...(thresholds !== undefined && { thresholds }),
        ...(signers !== undefined && { signers }),
      }),
    )
  } catch (error) {
    if (error instanceof RangeError) return invalidParams(error.message)
    throw error
  }
}

const isThresholds = (value: unknown): value is [number, number, number, number] =>
  Array.isArray(value) && value.length === 4 && value.every((one) => typeof one === 'number')

function isFaultKind(value: unknown): value is FaultKind {
  return (FAULT_KINDS as readonly unknown[]).includes(value)
}

function readFault(params: Params): Checked<Fault> {
  const { kind } = params
  if (!isFaultKind(kind)) return invalidParams(`kind must be one of ${FAULT_KINDS.join(', ')} or clear`)
  const method = optionalText(params, 'method')
  if ('error' in method) return method
  const count = optionalCount(params, 'count')
  if ('error' in count) return count
  const ms = optionalCount(params, 'ms')
  if ('error' in ms) return ms
  return {
    value: {
      kind,
      ...(method.value !== undefined && { method: method.value }),
      ...(count.value > 0 && { count: count.value }),
      ...(params.ms !== undefined && { ms: ms.value }),
    },
  }
}

/** Arms a fault for the next `count` requests, or removes all with the kind `clear`. */
export const armFault: Control = (params, { core, faults }) => {
  if (params.kind === 'clear') {
    faults.clear()
    return { result: { cleared: true } }
  }
  const fault = readFault(params)
  if ('error' in fault) return fault
  faults.arm(fault.value, core.latestLedger().sequence)
  return { result: { armed: fault.value } }
}
