import type { Api } from '@stellar/stellar-sdk/rpc'
import * as xdr from '@stellar/stellar-sdk/xdr'
import { xdrText } from './address.ts'
import type { Chain } from './chain.ts'
import { envelopeHash } from './envelope.ts'
import { type Failure, failureOf } from './errors.ts'
import { type OperationOutcome, operationOutcomes } from './operation-outcome.ts'
import { type ResultCodes, resultCodes } from './result-codes.ts'

/** How far the node that answered knows the network. Times are close times in Unix seconds. */
export interface NodeHistory {
  readonly latestLedger: number
  readonly latestLedgerCloseTime: bigint
  readonly oldestLedgerCloseTime: bigint
}

/** A contract's event as XDR, with the operation that it came from. */
export interface OperationEvents {
  /** XDR `ContractEvent`, base64, in order. */
  readonly eventsXdr: readonly string[]
}

interface Included extends NodeHistory {
  /** By which the ledger knows it: the fee bump's, also where the transaction within was asked for. Its events carry this one. */
  readonly hash: string
  readonly ledger: number
  /** Its place in that ledger, from 1. */
  readonly applicationOrder: number
  /** When that ledger closed. */
  readonly closedAt: bigint
  readonly feeChargedStroops: bigint
  readonly resultCodes: ResultCodes
}

/** What became of a transaction, as far as one node knows. */
export type Lookup =
  | (Included & {
      readonly kind: 'success'
      /** What a contract call returned: XDR `ScVal`, base64. */
      readonly returnValueXdr?: string
      /** What each operation did. */
      readonly operations: readonly OperationOutcome[]
      /** The events of each operation. */
      readonly events: readonly OperationEvents[]
    })
  | (Included & { readonly kind: 'failed'; readonly failure: Failure })
  /** Not in a ledger that this node knows. By itself no failure: see `isDead`. */
  | (NodeHistory & { readonly kind: 'not-found'; readonly hash: string })

/** Asks what became of a transaction, by its hash (a fee bump's own, or the one within). */
export async function lookup(chain: Chain, hash: string): Promise<Lookup> {
  const answer = await chain.rpc.ask<Api.RawGetTransactionResponse>('getTransaction', { hash })
  const history: NodeHistory = {
    latestLedger: answer.latestLedger,
    latestLedgerCloseTime: BigInt(answer.latestLedgerCloseTime),
    oldestLedgerCloseTime: BigInt(answer.oldestLedgerCloseTime),
  }
  if (answer.status === 'NOT_FOUND') return { kind: 'not-found', hash, ...history }
  if (answer.ledger === undefined || answer.createdAt === undefined || !answer.resultXdr) {
    throw new Error(`an answer about ${hash} without a result`)
  }
  const result = xdr.TransactionResult.fromXdr(answer.resultXdr, 'base64')
  const codes = resultCodes(result)
  const included: Included = {
    ...history,
    hash: answer.envelopeXdr ? envelopeHash(answer.envelopeXdr, chain.config.passphrase) : hash,
    ledger: answer.ledger,
    applicationOrder: answer.applicationOrder ?? 0,
    closedAt: BigInt(answer.createdAt),
    feeChargedStroops: result.feeCharged,
    resultCodes: codes,
  }
  if (answer.status === 'FAILED') return { ...included, kind: 'failed', failure: failureOf(codes) }
  const returnValueXdr = isContractCall(result) ? returnValue(answer.resultMetaXdr) : undefined
  return {
    ...included,
    kind: 'success',
    ...(returnValueXdr !== undefined && { returnValueXdr }),
    operations: operationOutcomes(result),
    events: (answer.events?.contractEventsXdr ?? []).map((eventsXdr) => ({ eventsXdr })),
  }
}

function isContractCall({ result }: xdr.TransactionResult): boolean {
  const inner = result.type === 'txFeeBumpInnerSuccess' ? result.innerResultPair.result.result : result
  if (inner.type !== 'txSuccess') return false
  const [first] = inner.results
  return first?.type === 'opInner' && first.tr.type === 'invokeHostFunction'
}

/** Only the meta has it; the result has its hash. Metas are large, so nothing else decodes them. */
function returnValue(resultMetaXdr: string | undefined): string | undefined {
  if (!resultMetaXdr) return undefined
  const meta = xdr.TransactionMeta.fromXdr(resultMetaXdr, 'base64')
  if (meta.type !== 'v3' && meta.type !== 'v4') return undefined
  const value = meta.value.sorobanMeta?.returnValue
  return value ? xdrText(value) : undefined
}
