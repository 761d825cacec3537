import type { OperationBodyWire, OperationResultWire } from '../ledger/wire.ts'
import { accountMerge, bumpSequence, manageData } from './account.ts'
import { changeTrust } from './change-trust.ts'
import { claimClaimableBalance, clawbackClaimableBalance, createClaimableBalance } from './claimable-balances.ts'
import { clawback } from './clawback.ts'
import { COMMON, type OperationContext, type OperationHandler, type OperationType, type Threshold } from './context.ts'
import { createAccount } from './create-account.ts'
import { liquidityPoolDeposit, liquidityPoolWithdraw } from './liquidity-pools.ts'
import { createPassiveSellOffer, manageBuyOffer, manageSellOffer } from './offers.ts'
import { pathPaymentStrictReceive, pathPaymentStrictSend } from './path-payments.ts'
import { payment } from './payment.ts'
import { setOptions } from './set-options.ts'
import { beginSponsoring, endSponsoring, revokeSponsorship } from './sponsoring.ts'
import { allowTrust, setTrustLineFlags } from './trust.ts'

/** The classic operations of this network: all but inflation, which ended, and is refused as not supported. */
const HANDLERS: { readonly [T in OperationType]?: OperationHandler<T> } = {
  0: createAccount,
  1: payment,
  2: pathPaymentStrictReceive,
  3: manageSellOffer,
  4: createPassiveSellOffer,
  5: setOptions,
  6: changeTrust,
  7: allowTrust,
  8: accountMerge,
  10: manageData,
  11: bumpSequence,
  12: manageBuyOffer,
  13: pathPaymentStrictSend,
  14: createClaimableBalance,
  15: claimClaimableBalance,
  16: beginSponsoring,
  17: endSponsoring,
  18: revokeSponsorship,
  19: clawback,
  20: clawbackClaimableBalance,
  21: setTrustLineFlags,
  22: liquidityPoolDeposit,
  23: liquidityPoolWithdraw,
}

const INVOKE = 24
const EXTEND = 25
const RESTORE = 26

export function isSorobanOperation(body: OperationBodyWire): boolean {
  return body.type === INVOKE || body.type === EXTEND || body.type === RESTORE
}

/** The handler and the body belong to the same type, which the compiler cannot follow through the table. */
function handlerOf(body: OperationBodyWire): OperationHandler<never> | undefined {
  return HANDLERS[body.type] as OperationHandler<never> | undefined
}

/** The weight of signatures that an operation asks of its source account. */
export function thresholdOf(body: OperationBodyWire): Threshold {
  if (body.type === EXTEND || body.type === RESTORE) return 'low'
  return handlerOf(body)?.threshold(body as never) ?? 'medium'
}

/** What is wrong with a classic operation whatever the state of the ledger; null if nothing is. */
export function checkOperation(body: OperationBodyWire, source: string): OperationResultWire | null {
  if (isSorobanOperation(body)) return null
  const handler = handlerOf(body)
  return handler === undefined ? COMMON.notSupported : handler.check(body as never, source)
}

export function applyClassic(context: OperationContext, body: OperationBodyWire): OperationResultWire {
  const handler = handlerOf(body)
  return handler === undefined ? COMMON.notSupported : handler.apply(context, body as never)
}
