import type { Api } from '@stellar/stellar-sdk/rpc'
import * as xdr from '@stellar/stellar-sdk/xdr'
import { xdrText } from './address.ts'
import { authorizerOf, signAuthEntry } from './authorize.ts'
import type { Chain } from './chain.ts'
import { restore } from './contract-operations.ts'
import { type Envelope, envelopeOf, feeOf, readTransaction } from './envelope.ts'
import type { Signer } from './keys.ts'
import { type ChainOperation, CONTRACT_OPERATIONS } from './operation.ts'
import { exceeds, portionsOf, resourceLimits } from './resource-limits.ts'

/** Why a contract call would fail now. */
export interface CallRefusal {
  readonly code: 'CONTRACT_ERROR' | 'CALL_FAILED'
  /** The contract's own error number, with `CONTRACT_ERROR`. */
  readonly contractError?: number
  /** The host's words. For logs; programs switch on `code` and `contractError`. */
  readonly message: string
}

/** What preparing a transaction came to. */
export type Prepared =
  | {
      readonly kind: 'ready'
      /** With resources, fees and authorizations; still to be signed. Its hash is new. */
      readonly envelope: Envelope
      /** What the network asks for the resources, without the bid. */
      readonly resourceFeeStroops: bigint
      /** What the call would return now: XDR `ScVal`, base64. */
      readonly returnValueXdr?: string
    }
  /** Archived entries must come back first, in one portion or several: send `restore`, then prepare anew, until it is ready. */
  | {
      readonly kind: 'needs-restore'
      readonly restore: ChainOperation
      /** All of them: XDR `LedgerKey`, base64. */
      readonly keys: readonly string[]
    }
  /** These addresses must authorize the call and no signer for them was given. */
  | { readonly kind: 'needs-authorization'; readonly addresses: readonly string[] }
  | { readonly kind: 'refused'; readonly refusal: CallRefusal }

export interface PrepareOptions {
  /** Who can authorize the call besides the transaction's source. */
  readonly authorizers?: readonly Signer[]
  /** Ledgers from now for which their authorization counts; 100 when absent. */
  readonly authorizationLedgers?: number
  /** What is added to the resource fee, since its price moves; what is not used comes back. 2,000 bps when absent. */
  readonly feeMarginBps?: number
}

const DEFAULT_AUTHORIZATION_LEDGERS = 100
const DEFAULT_FEE_MARGIN_BPS = 2_000
/** From this protocol on the network takes credentials that bind the address. */
const V2_CREDENTIALS_PROTOCOL = 27

/**
 * Gives a contract call the resources, fee and authorizations that it needs at this moment. A classic transaction passes
 * unchanged.
 */
export async function prepare(chain: Chain, envelope: Envelope, options: PrepareOptions = {}): Promise<Prepared> {
  const { tx } = readTransaction(envelope.envelopeXdr)
  if (!isSoroban(tx)) return { kind: 'ready', envelope, resourceFeeStroops: 0n }

  const first = await simulate(chain, tx)
  if (first.kind !== 'ok') return first
  const signed = await authorize(chain, first.auth, options)
  if (signed.missing.length > 0) return { kind: 'needs-authorization', addresses: signed.missing }

  const authorized = withAuth(tx, signed.entries)
  // Checking a signature costs instructions and reads the signer's account: only a second look counts them.
  const final = signed.count > 0 ? await simulate(chain, authorized) : first
  if (final.kind !== 'ok') return final
  const apart = await archivedBeyondLimits(chain, final.data)
  if (apart) return apart
  const marginBps = BigInt(options.feeMarginBps ?? DEFAULT_FEE_MARGIN_BPS)
  const resourceFee = (final.minResourceFee * (10_000n + marginBps) + 9_999n) / 10_000n
  const ready = withResources(authorized, final.data, resourceFee)
  return {
    kind: 'ready',
    envelope: envelopeOf(ready, [], chain.config.passphrase, envelope),
    resourceFeeStroops: resourceFee,
    ...(final.returnValueXdr !== undefined && { returnValueXdr: final.returnValueXdr }),
  }
}

/** A call brings back what it touches by itself, as long as that is not more than one transaction may write. */
async function archivedBeyondLimits(
  chain: Chain,
  data: xdr.SorobanTransactionData,
): Promise<Extract<Prepared, { kind: 'needs-restore' }> | undefined> {
  const indexes = data.ext.type === 'resourceExt' ? data.ext.resourceExt.archivedSorobanEntries : []
  if (indexes.length === 0) return undefined
  if (!exceeds(data.resources, indexes.length, await resourceLimits(chain))) return undefined
  const { readWrite } = data.resources.footprint
  return needsRestore(
    chain,
    indexes.flatMap((index) => readWrite[index] ?? []),
  )
}

async function needsRestore(
  chain: Chain,
  archived: readonly xdr.LedgerKey[],
): Promise<Extract<Prepared, { kind: 'needs-restore' }>> {
  const keys = archived.map(xdrText)
  const [first = []] = await portionsOf(chain, keys)
  return { kind: 'needs-restore', restore: restore({ keys: first }), keys }
}

/** What a simulation found. */
export type Simulated =
  | {
      readonly kind: 'ok'
      readonly data: xdr.SorobanTransactionData
      readonly minResourceFee: bigint
      readonly auth: readonly xdr.SorobanAuthorizationEntry[]
      readonly returnValueXdr?: string
    }
  | Extract<Prepared, { kind: 'needs-restore' | 'refused' }>

/** Runs a call against the latest ledger without changing it. */
export async function simulate(chain: Chain, tx: xdr.Transaction): Promise<Simulated> {
  const envelope = xdr.TransactionEnvelope.envelopeTypeTx(new xdr.TransactionV1Envelope({ tx, signatures: [] }))
  const answer = await chain.rpc.ask<Api.RawSimulateTransactionResponse>('simulateTransaction', {
    transaction: xdrText(envelope),
    useUpgradedAuth: (await chain.protocolVersion()) >= V2_CREDENTIALS_PROTOCOL,
  })
  if (answer.error !== undefined) return { kind: 'refused', refusal: refusalOf(answer.error) }
  if (answer.restorePreamble) {
    const named = xdr.SorobanTransactionData.fromXdr(answer.restorePreamble.transactionData, 'base64')
    return needsRestore(chain, named.resources.footprint.readWrite)
  }
  if (!answer.transactionData) throw new Error('a simulation without resources and without an error')
  const [result] = answer.results ?? []
  return {
    kind: 'ok',
    data: xdr.SorobanTransactionData.fromXdr(answer.transactionData, 'base64'),
    minResourceFee: BigInt(answer.minResourceFee ?? '0'),
    auth: (result?.auth ?? []).map((entry) => xdr.SorobanAuthorizationEntry.fromXdr(entry, 'base64')),
    ...(result && { returnValueXdr: result.xdr }),
  }
}

/** The host writes a contract's own error as `Error(Contract, #4003)`. */
function refusalOf(message: string): CallRefusal {
  const match = /Error\(Contract, #(\d+)\)/.exec(message)
  return match ? { code: 'CONTRACT_ERROR', contractError: Number(match[1]), message } : { code: 'CALL_FAILED', message }
}

async function authorize(chain: Chain, auth: readonly xdr.SorobanAuthorizationEntry[], options: PrepareOptions) {
  const signers = new Map((options.authorizers ?? []).map((signer) => [signer.address, signer]))
  const wanted = auth.map(authorizerOf).filter((address) => address !== undefined)
  const missing = [...new Set(wanted.filter((address) => !signers.has(address)))]
  if (wanted.length === 0 || missing.length > 0) return { entries: auth, missing, count: 0 }
  const expiresLedger = (await chain.ledger()) + (options.authorizationLedgers ?? DEFAULT_AUTHORIZATION_LEDGERS)
  const entries = await Promise.all(
    auth.map((entry) => {
      const signer = signers.get(authorizerOf(entry) ?? '')
      return signer ? signAuthEntry(entry, signer, expiresLedger, chain.config.passphrase) : entry
    }),
  )
  return { entries, missing, count: wanted.length }
}

function isSoroban(tx: xdr.Transaction): boolean {
  const [first] = tx.operations
  return tx.operations.length === 1 && first !== undefined && CONTRACT_OPERATIONS.has(first.body.type)
}

function withAuth(tx: xdr.Transaction, auth: readonly xdr.SorobanAuthorizationEntry[]): xdr.Transaction {
  const [operation] = tx.operations
  if (operation?.body.type !== 'invokeHostFunction') return tx
  const { hostFunction } = operation.body.invokeHostFunctionOp
  const body = xdr.OperationBody.invokeHostFunction(new xdr.InvokeHostFunctionOp({ hostFunction, auth: [...auth] }))
  const replaced = new xdr.Operation({ sourceAccount: operation.sourceAccount, body })
  return new xdr.Transaction({ ...fields(tx), operations: [replaced] })
}

function withResources(tx: xdr.Transaction, data: xdr.SorobanTransactionData, resourceFee: bigint): xdr.Transaction {
  const bid = BigInt(tx.fee) - (tx.ext.type === 'sorobanData' ? tx.ext.sorobanData.resourceFee : 0n)
  const sorobanData = new xdr.SorobanTransactionData({ ext: data.ext, resources: data.resources, resourceFee })
  return new xdr.Transaction({
    ...fields(tx),
    fee: feeOf(bid + resourceFee),
    ext: xdr.TransactionExt.sorobanData(sorobanData),
  })
}

const fields = ({ sourceAccount, fee, seqNum, cond, memo, operations, ext }: xdr.Transaction) => ({
  sourceAccount,
  fee,
  seqNum,
  cond,
  memo,
  operations,
  ext,
})
