import { StrKey } from '@stellar/stellar-sdk/base'
import * as xdr from '@stellar/stellar-sdk/xdr'
import { accountId } from './address.ts'
import { type Asset, assetXdr } from './assets.ts'
import { type ChainOperation, type OperationSource, operationOf } from './operation.ts'

/** Who may claim a claimable balance: at any time, or only before a time (Unix seconds). */
export interface ClaimantTerms {
  readonly address: string
  readonly before?: bigint
}

/** Lays an amount aside for others to claim; its source pays a reserve for each claimant (CAP-23). */
export function createClaimableBalance(
  p: OperationSource & { asset: Asset; amountStroops: bigint; claimants: readonly ClaimantTerms[] },
): ChainOperation {
  const operation = new xdr.CreateClaimableBalanceOp({
    asset: assetXdr(p.asset),
    amount: p.amountStroops,
    claimants: p.claimants.map(({ address, before }) =>
      xdr.Claimant.claimantTypeV0(
        new xdr.ClaimantV0({
          destination: accountId(address),
          predicate:
            before === undefined
              ? xdr.ClaimPredicate.claimPredicateUnconditional()
              : xdr.ClaimPredicate.claimPredicateBeforeAbsoluteTime(before),
        }),
      ),
    ),
  })
  return operationOf(xdr.OperationBody.createClaimableBalance(operation), p.source)
}

/** Takes a claimable balance (`B...`) into the source's own line. */
export function claimClaimableBalance(p: OperationSource & { id: string }): ChainOperation {
  const [, ...hash] = StrKey.decodeClaimableBalance(p.id)
  const balanceId = xdr.ClaimableBalanceId.claimableBalanceIdTypeV0(new xdr.Hash(Uint8Array.from(hash)))
  return operationOf(xdr.OperationBody.claimClaimableBalance(new xdr.ClaimClaimableBalanceOp({ balanceId })), p.source)
}
