import type * as xdr from '@stellar/stellar-sdk/xdr'

/** What a transaction came to, in codes that do not change: `tx_failed`, and per operation `op_underfunded`. */
export interface ResultCodes {
  /** Of a fee bump: the inner transaction's code where it got that far. */
  readonly transaction: string
  /** One code an operation, in order; empty when the transaction did not get as far as its operations. */
  readonly operations: readonly string[]
}

/** Codes that tools know by another name than the protocol's own. */
const KNOWN_AS: ReadonlyMap<string, string> = new Map([
  ['txNoAccount', 'tx_no_source_account'],
  ['txBadMinSeqAgeOrGap', 'tx_bad_minseq_age_or_gap'],
  ['opNoAccount', 'op_no_source_account'],
  ['createAccountAlreadyExist', 'op_already_exists'],
  ['pathPaymentStrictReceiveOfferCrossSelf', 'op_cross_self'],
  ['pathPaymentStrictReceiveOverSendmax', 'op_over_source_max'],
  ['setTrustLineFlagsNoTrustLine', 'op_no_trust'],
  ['allowTrustNoTrustLine', 'op_no_trust'],
  ['manageSellOfferNotFound', 'op_offer_not_found'],
  ['manageBuyOfferNotFound', 'op_offer_not_found'],
  ['invokeHostFunctionTrapped', 'function_trapped'],
  ['invokeHostFunctionResourceLimitExceeded', 'resource_limit_exceeded'],
  ['invokeHostFunctionEntryArchived', 'entry_archived'],
  ['invokeHostFunctionInsufficientRefundableFee', 'insufficient_refundable_fee'],
  ['extendFootprintTtlResourceLimitExceeded', 'resource_limit_exceeded'],
  ['extendFootprintTtlInsufficientRefundableFee', 'insufficient_refundable_fee'],
  ['restoreFootprintResourceLimitExceeded', 'resource_limit_exceeded'],
  ['restoreFootprintInsufficientRefundableFee', 'insufficient_refundable_fee'],
])

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

type AnyResult = xdr.TransactionResultResult | xdr.InnerTransactionResultResult

/** The result within a fee bump, where there is one. */
function inner(result: xdr.TransactionResultResult): AnyResult {
  const bumped = result.type === 'txFeeBumpInnerSuccess' || result.type === 'txFeeBumpInnerFailed'
  return bumped ? result.innerResultPair.result.result : result
}

function operationCode(result: xdr.OperationResult): string {
  if (result.type !== 'opInner') return KNOWN_AS.get(result.type) ?? snake(result.type)
  const { type, value } = result.tr
  // Both kinds of sell offer share one result.
  const prefix = type === 'createPassiveSellOffer' ? 'manageSellOffer' : type
  return KNOWN_AS.get(value.type) ?? `op${snake(value.type.slice(prefix.length))}`
}

/** The codes of a result. */
export function resultCodes(result: xdr.TransactionResult): ResultCodes {
  const outcome = inner(result.result)
  return {
    transaction: KNOWN_AS.get(outcome.type) ?? snake(outcome.type),
    operations: operationResults(result).map(operationCode),
  }
}

/** The result of each operation; empty when the transaction did not get as far as its operations. */
export function operationResults(result: xdr.TransactionResult): readonly xdr.OperationResult[] {
  const outcome = inner(result.result)
  return outcome.type === 'txSuccess' || outcome.type === 'txFailed' ? outcome.results : []
}
