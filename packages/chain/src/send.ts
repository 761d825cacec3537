import type { Api } from '@stellar/stellar-sdk/rpc'
import * as xdr from '@stellar/stellar-sdk/xdr'
import type { Chain } from './chain.ts'
import { type Failure, failureOf } from './errors.ts'
import { type ResultCodes, resultCodes } from './result-codes.ts'

/**
 * What a node said of an envelope. None of these says whether it is in a ledger: `lookup` does.
 *
 * - `PENDING`: taken into the queue.
 * - `DUPLICATE`: the node has it already; look it up.
 * - `TRY_AGAIN_LATER`: not taken now; send the very same envelope again.
 * - `ERROR`: refused. An envelope that is in a ledger already is refused too: look it up before believing the code.
 */
export type Sent =
  | { readonly kind: 'PENDING' | 'DUPLICATE' | 'TRY_AGAIN_LATER'; readonly hash: string }
  | { readonly kind: 'ERROR'; readonly hash: string; readonly codes: ResultCodes; readonly failure: Failure }

/**
 * Sends a signed envelope once.
 *
 * @throws {RpcUnavailableError} when no answer came: it may be on its way all the same. Treat it as pending.
 */
export async function send(chain: Chain, envelopeXdr: string): Promise<Sent> {
  const answer = await chain.rpc.once<Api.RawSendTransactionResponse>('sendTransaction', { transaction: envelopeXdr })
  if (answer.status !== 'ERROR') return { kind: answer.status, hash: answer.hash }
  if (!answer.errorResultXdr) throw new Error(`a refusal of ${answer.hash} without a reason`)
  const codes = resultCodes(xdr.TransactionResult.fromXdr(answer.errorResultXdr, 'base64'))
  return { kind: 'ERROR', hash: answer.hash, codes, failure: failureOf(codes) }
}
