import { xdr } from '@stellar/stellar-sdk/base'
import { expect, test } from 'vitest'
import { resultCodes } from './result-codes.ts'

const ext = xdr.TransactionResultExt.v0()

function failedWith(...results: xdr.OperationResult[]): xdr.TransactionResult {
  return new xdr.TransactionResult({ feeCharged: 100n, result: xdr.TransactionResultResult.txFailed(results), ext })
}

const inner = (tr: xdr.OperationResultTr): xdr.OperationResult => xdr.OperationResult.opInner(tr)
const { OperationResultTr } = xdr

// The names on the right are those of Horizon's own table; clients compare them as text.
test.each([
  [inner(OperationResultTr.payment(xdr.PaymentResult.paymentSuccess())), 'op_success'],
  [inner(OperationResultTr.payment(xdr.PaymentResult.paymentUnderfunded())), 'op_underfunded'],
  [inner(OperationResultTr.payment(xdr.PaymentResult.paymentNoTrust())), 'op_no_trust'],
  [inner(OperationResultTr.createAccount(xdr.CreateAccountResult.createAccountAlreadyExist())), 'op_already_exists'],
  [
    inner(
      OperationResultTr.pathPaymentStrictReceive(
        xdr.PathPaymentStrictReceiveResult.pathPaymentStrictReceiveOverSendmax(),
      ),
    ),
    'op_over_source_max',
  ],
  [
    inner(
      OperationResultTr.pathPaymentStrictReceive(
        xdr.PathPaymentStrictReceiveResult.pathPaymentStrictReceiveTooFewOffers(),
      ),
    ),
    'op_too_few_offers',
  ],
  [
    inner(OperationResultTr.createPassiveSellOffer(xdr.ManageSellOfferResult.manageSellOfferCrossSelf())),
    'op_cross_self',
  ],
  [
    inner(OperationResultTr.setTrustLineFlags(xdr.SetTrustLineFlagsResult.setTrustLineFlagsNoTrustLine())),
    'op_no_trust',
  ],
  [
    inner(OperationResultTr.invokeHostFunction(xdr.InvokeHostFunctionResult.invokeHostFunctionTrapped())),
    'function_trapped',
  ],
  [xdr.OperationResult.opBadAuth(), 'op_bad_auth'],
  [xdr.OperationResult.opNoAccount(), 'op_no_source_account'],
  [xdr.OperationResult.opTooManySubentries(), 'op_too_many_subentries'],
])('an operation result is named as Horizon names it (%#)', (result, code) => {
  expect(resultCodes(failedWith(result))).toEqual({ transaction: 'tx_failed', operations: [code] })
})

test.each([
  [xdr.TransactionResultResult.txBadSeq(), 'tx_bad_seq'],
  [xdr.TransactionResultResult.txNoAccount(), 'tx_no_source_account'],
  [xdr.TransactionResultResult.txBadMinSeqAgeOrGap(), 'tx_bad_minseq_age_or_gap'],
  [xdr.TransactionResultResult.txTooLate(), 'tx_too_late'],
])('a transaction that got nowhere has a code and no operations (%#)', (result, transaction) => {
  expect(resultCodes(new xdr.TransactionResult({ feeCharged: 100n, result, ext }))).toEqual({ transaction })
})

test('a fee bump tells the inner transaction apart', () => {
  const innerResult = new xdr.InnerTransactionResult({
    feeCharged: 0n,
    result: xdr.InnerTransactionResultResult.txFailed([
      inner(OperationResultTr.payment(xdr.PaymentResult.paymentNoDestination())),
    ]),
    ext: xdr.InnerTransactionResultExt.v0(),
  })
  const pair = new xdr.InnerTransactionResultPair({ transactionHash: new Uint8Array(32), result: innerResult })
  const result = xdr.TransactionResultResult.txFeeBumpInnerFailed(pair)
  expect(resultCodes(new xdr.TransactionResult({ feeCharged: 200n, result, ext }))).toEqual({
    transaction: 'tx_fee_bump_inner_failed',
    inner_transaction: 'tx_failed',
    operations: ['op_no_destination'],
  })
})
