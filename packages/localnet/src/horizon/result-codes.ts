import type { xdr } from '@stellar/stellar-sdk/base'

/** Result codes as Horizon spells them. */
export interface ResultCodes {
  readonly transaction: string
  readonly inner_transaction?: string
  readonly operations?: readonly string[]
}

/** Horizon's names that do not follow from the protocol's by rule. */
const IRREGULAR: Readonly<Record<string, string>> = {
  txNoAccount: 'tx_no_source_account',
  txBadMinSeqAgeOrGap: 'tx_bad_minseq_age_or_gap',
  opNoAccount: 'op_no_source_account',
  createAccountAlreadyExist: 'op_already_exists',
  pathPaymentStrictReceiveOfferCrossSelf: 'op_cross_self',
  pathPaymentStrictReceiveOverSendmax: 'op_over_source_max',
  pathPaymentStrictSendOfferCrossSelf: 'op_cross_self',
  pathPaymentStrictSendUnderDestmin: 'op_under_dest_min',
  manageBuyOfferSellNotAuthorized: 'sell_not_authorized',
  manageBuyOfferBuyNotAuthorized: 'buy_not_authorized',
  manageBuyOfferBuyNoIssuer: 'buy_no_issuer',
  manageBuyOfferNotFound: 'op_offer_not_found',
  manageSellOfferSellNotAuthorized: 'sell_not_authorized',
  manageSellOfferBuyNotAuthorized: 'buy_not_authorized',
  manageSellOfferBuyNoIssuer: 'buy_no_issuer',
  manageSellOfferNotFound: 'op_offer_not_found',
  changeTrustNotAuthMaintainLiabilities: 'op_not_aut_maintain_liabilities',
  allowTrustNoTrustLine: 'op_no_trust',
  allowTrustTrustNotRequired: 'op_not_required',
  setTrustLineFlagsNoTrustLine: 'op_no_trust',
  accountMergeSeqnumTooFar: 'op_seq_num_too_far',
  manageDataNameNotFound: 'op_data_name_not_found',
  manageDataInvalidName: 'op_data_invalid_name',
  clawbackClaimableBalanceNotIssuer: 'op_no_issuer',
  invokeHostFunctionTrapped: 'function_trapped',
  invokeHostFunctionResourceLimitExceeded: 'resource_limit_exceeded',
  invokeHostFunctionEntryArchived: 'entry_archived',
  invokeHostFunctionInsufficientRefundableFee: 'insufficient_refundable_fee',
  extendFootprintTtlResourceLimitExceeded: 'resource_limit_exceeded',
  extendFootprintTtlInsufficientRefundableFee: 'insufficient_refundable_fee',
  restoreFootprintResourceLimitExceeded: 'resource_limit_exceeded',
  restoreFootprintInsufficientRefundableFee: 'insufficient_refundable_fee',
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** Operations whose results are named after another operation. */
const PREFIXES: Readonly<Record<string, string>> = {
  createPassiveSellOffer: 'manageSellOffer',
}

function operationCode(result: xdr.OperationResult): string {
  if (result.type !== 'opInner') return IRREGULAR[result.type] ?? snake(result.type)
  const { type: operation, value } = result.tr
  const prefix = PREFIXES[operation] ?? operation
  return IRREGULAR[value.type] ?? `op${snake(value.type.slice(prefix.length))}`
}

function codeOf(result: xdr.TransactionResultResult | xdr.InnerTransactionResultResult): string {
  return IRREGULAR[result.type] ?? snake(result.type)
}

/** Horizon's result codes of a transaction, whatever its outcome. */
export function resultCodes({ result }: xdr.TransactionResult): ResultCodes {
  if (result.type === 'txFeeBumpInnerSuccess' || result.type === 'txFeeBumpInnerFailed') {
    const inner = result.innerResultPair.result.result
    return {
      transaction: codeOf(result),
      inner_transaction: codeOf(inner),
      ...('results' in inner && {
        operations: inner.results.map(operationCode),
      }),
    }
  }
  return {
    transaction: codeOf(result),
    ...('results' in result && {
      operations: result.results.map(operationCode),
    }),
  }
}

/** The result of each operation; empty when the transaction did not get as far as its operations. */
export function operationResults({ result }: xdr.TransactionResult): readonly xdr.OperationResult[] {
  const outcome =
    result.type === 'txFeeBumpInnerSuccess' || result.type === 'txFeeBumpInnerFailed'
      ? result.innerResultPair.result.result
      : result
  return 'results' in outcome ? outcome.results : []
}
