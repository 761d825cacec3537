import { StrKey } from '@stellar/stellar-sdk/base'
import type { Api } from '@stellar/stellar-sdk/rpc'
import * as xdr from '@stellar/stellar-sdk/xdr'
import { addressOfAccount } from './address.ts'
import { type Asset, assetOfXdr } from './assets.ts'
import type { Chain } from './chain.ts'
import { type OperationOutcome, operationOutcomes } from './operation-outcome.ts'

/** A claimable balance that a transaction made. */
export interface ClaimableBalanceFact {
  /** `B...` */
  readonly id: string
  readonly asset: Asset
  readonly stroops: bigint
  /** Who alone may claim it, at any time; undefined when it is several, or under a condition. */
  readonly soleClaimant?: string
}

/** How many shares of a pool somebody has after a transaction. */
export interface PoolShareFact {
  /** `L...` */
  readonly poolId: string
  readonly holder: string
  readonly shares: bigint
}

/** What a transaction changed that token events do not tell: whose a claimable balance or a share of a pool is. */
export interface EntryFacts {
  readonly claimableBalances: readonly ClaimableBalanceFact[]
  readonly poolShares: readonly PoolShareFact[]
}

/** What a transaction did, beside its events. */
export interface TransactionFacts extends EntryFacts {
  readonly operations: readonly OperationOutcome[]
}

/**
 * Asks the network what a successful transaction changed.
 *
 * @returns undefined when the network does not know the transaction (any more)
 */
export async function transactionFacts(chain: Chain, hash: string): Promise<TransactionFacts | undefined> {
  const answer = await chain.rpc.ask<Api.RawGetTransactionResponse>('getTransaction', { hash })
  if (answer.status !== 'SUCCESS' || !answer.resultXdr || !answer.resultMetaXdr) return undefined
  return {
    operations: operationOutcomes(xdr.TransactionResult.fromXdr(answer.resultXdr, 'base64')),
    ...entryFacts(answer.resultMetaXdr),
  }
}

/** Reads the facts out of a transaction's meta (XDR `TransactionMeta`, base64). */
export function entryFacts(resultMetaXdr: string): EntryFacts {
  const claimableBalances: ClaimableBalanceFact[] = []
  const shares = new Map<string, PoolShareFact>()
  for (const change of changesOf(xdr.TransactionMeta.fromXdr(resultMetaXdr, 'base64'))) {
    if (change.type === 'ledgerEntryRemoved') {
      const share = removedShare(change.removed)
      if (share) shares.set(`${share.poolId} ${share.holder}`, share)
      continue
    }
    // The state before a change says nothing new.
    if (change.type === 'ledgerEntryState') continue
    const { data } = change.value
    if (data.type === 'claimableBalance' && change.type === 'ledgerEntryCreated') {
      claimableBalances.push(claimableFact(data.claimableBalance))
    }
    if (data.type === 'trustline' && data.trustLine.asset.type === 'assetTypePoolShare') {
      const { accountId, asset, balance } = data.trustLine
      const poolId = poolIdOf(asset.liquidityPoolId)
      const holder = addressOfAccount(accountId)
      shares.set(`${poolId} ${holder}`, { poolId, holder, shares: balance })
    }
  }
  return { claimableBalances, poolShares: [...shares.values()] }
}

/** Changes by operations alone: fees and sequence numbers move nothing that is told here. */
function changesOf(meta: xdr.TransactionMeta): xdr.LedgerEntryChange[] {
  const operations = meta.type === 'operations' ? meta.operations : meta.value.operations
  return operations.flatMap(({ changes }) => changes)
}

function removedShare(key: xdr.LedgerKey): PoolShareFact | undefined {
  if (key.type !== 'trustline' || key.trustLine.asset.type !== 'assetTypePoolShare') return undefined
  const { accountId, asset } = key.trustLine
  return { poolId: poolIdOf(asset.liquidityPoolId), holder: addressOfAccount(accountId), shares: 0n }
}

function claimableFact(entry: xdr.ClaimableBalanceEntry): ClaimableBalanceFact {
  const [only, ...others] = entry.claimants
  const isSole = only?.v0.predicate.type === 'claimPredicateUnconditional' && others.length === 0
  return {
    id: claimableBalanceId(entry.balanceId),
    asset: assetOfXdr(entry.asset),
    stroops: entry.amount,
    ...(isSole && { soleClaimant: addressOfAccount(only.v0.destination) }),
  }
}

/** A claimable balance's address: its kind (0) before its hash. */
const claimableBalanceId = (id: xdr.ClaimableBalanceId): string =>
  StrKey.encodeClaimableBalance(Uint8Array.of(0, ...id.v0.value))

const poolIdOf = (id: xdr.PoolId): string => StrKey.encodeLiquidityPool(id.value)
