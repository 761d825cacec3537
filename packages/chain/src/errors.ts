import type { ResultCodes } from './result-codes.ts'

/**
 * What a failure asks for.
 *
 * - `retryable`: another transaction with the same operations may pass. It is built once this one is dead or failed.
 * - `needs-restore`: archived entries must come back first; then it is retryable.
 * - `frozen`: the network has frozen an entry that the transaction touches (CAP-77); it passes once the network thaws it, and not before.
 * - `terminal`: the same operations fail again until someone changes something.
 */
export type FailureClass = 'retryable' | 'needs-restore' | 'frozen' | 'terminal'

/** A failure, its first telling code and whose operation it was. */
export interface Failure {
  readonly class: FailureClass
  /** Stable: `tx_bad_seq`, `op_underfunded`, `function_trapped`. */
  readonly code: string
  /** The operation that failed, where one did. */
  readonly operationIndex?: number
}

const RETRYABLE: ReadonlySet<string> = new Set([
  'tx_insufficient_fee',
  'tx_too_late',
  'tx_too_early',
  'tx_bad_seq',
  'tx_internal_error',
  'tx_soroban_invalid', // resources of an older simulation; preparing anew mends it
  'op_exceeded_work_limit',
  'op_too_few_offers',
  'op_over_source_max',
  'resource_limit_exceeded',
  'insufficient_refundable_fee',
])

const NEEDS_RESTORE: ReadonlySet<string> = new Set(['entry_archived'])
const FROZEN: ReadonlySet<string> = new Set(['tx_frozen_key_accessed'])

/** The class of one code. What is not known to pass later is terminal, so that nothing is tried for ever. */
export function classifyCode(code: string): FailureClass {
  if (NEEDS_RESTORE.has(code)) return 'needs-restore'
  if (FROZEN.has(code)) return 'frozen'
  return RETRYABLE.has(code) ? 'retryable' : 'terminal'
}

/** The failure that result codes tell of. A failed operation says more than `tx_failed`. */
export function failureOf(codes: ResultCodes): Failure {
  const operationIndex = codes.operations.findIndex((code) => code !== 'op_success')
  const operation = codes.operations[operationIndex]
  if (codes.transaction !== 'tx_failed' || operation === undefined) {
    return { class: classifyCode(codes.transaction), code: codes.transaction }
  }
  return { class: classifyCode(operation), code: operation, operationIndex }
}

/** Every operation that failed, so that a batch can be sent again without them once the transaction has failed. */
export function failedOperations(codes: ResultCodes): readonly Failure[] {
  return codes.operations.flatMap((code, operationIndex) =>
    code === 'op_success' ? [] : [{ class: classifyCode(code), code, operationIndex }],
  )
}
