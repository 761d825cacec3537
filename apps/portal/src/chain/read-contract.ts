/**
 * Asks a contract a question through a Stellar RPC, straight from the browser: nothing of this platform stands between. Loads the Stellar
 * SDK, so import it on demand only.
 */
import { Address, StrKey, scValToNative } from '@stellar/stellar-sdk/base'
import * as xdr from '@stellar/stellar-sdk/xdr'

/** Who asks. Questions are simulated and never sent, so no account is needed. */
const NOBODY = new Uint8Array(32)
const MAX_U32 = 4_294_967_295

/** An argument of a question. */
export type Argument =
  | { readonly u32: number }
  | { readonly u64: bigint }
  | { readonly address: string }
  | { readonly symbol: string }
  | { readonly bytes: Uint8Array }
  /** Also a variant of an enum: its name as a symbol, then its fields. */
  | { readonly vec: readonly Argument[] }

function argumentXdr(argument: Argument): xdr.ScVal {
  if ('u32' in argument) return xdr.ScVal.scvU32(argument.u32)
  if ('u64' in argument) return xdr.ScVal.scvU64(argument.u64)
  if ('symbol' in argument) return xdr.ScVal.scvSymbol(argument.symbol)
  if ('bytes' in argument) return xdr.ScVal.scvBytes(argument.bytes)
  if ('vec' in argument) return xdr.ScVal.scvVec(argument.vec.map(argumentXdr))
  return new Address(argument.address).toScVal()
}

/** The network or the contract did not answer. */
export class ChainReadError extends Error {}

/**
 * What a contract's method answers now: numbers as bigint or number, addresses as text, bytes as `Uint8Array`, structs as objects.
 *
 * @throws {ChainReadError} if the RPC does not answer or the contract refuses.
 */
export async function readContract(
  rpcUrl: string,
  contractId: string,
  method: string,
  args: readonly Argument[] = [],
): Promise<unknown> {
  const answer = await askRpc<{ error?: string; results?: readonly { xdr: string }[] }>(rpcUrl, 'simulateTransaction', {
    transaction: question(contractId, method, args),
  })
  const [result] = answer.results ?? []
  if (answer.error !== undefined || !result) throw new ChainReadError(answer.error ?? `${method} has no answer`)
  return scValToNative(xdr.ScVal.fromXdr(result.xdr, 'base64'))
}

/** The passphrase of the network behind an RPC. @throws {ChainReadError} */
export async function networkOf(rpcUrl: string): Promise<string> {
  return (await askRpc<{ passphrase: string }>(rpcUrl, 'getNetwork', undefined)).passphrase
}

/** An event of a contract. */
export interface ContractEvent {
  readonly contractId: string
  readonly topics: readonly unknown[]
  readonly data: unknown
}

/**
 * The events of the contracts that a transaction called; null where the RPC no longer knows it, as public ones forget after a week.
 *
 * @throws {ChainReadError} if the RPC does not answer.
 */
export async function eventsOf(rpcUrl: string, txHash: string): Promise<readonly ContractEvent[] | null> {
  const answer = await askRpc<{ status: string; events?: { contractEventsXdr?: readonly (readonly string[])[] } }>(
    rpcUrl,
    'getTransaction',
    { hash: txHash },
  )
  if (answer.status !== 'SUCCESS' || !answer.events?.contractEventsXdr) return null
  return answer.events.contractEventsXdr.flat().flatMap((text) => {
    const { contractId, body } = xdr.ContractEvent.fromXdr(text, 'base64')
    if (!contractId) return []
    const { topics, data } = body.v0
    return [
      {
        contractId: StrKey.encodeContract(contractId.toXdr()),
        topics: topics.map((topic) => scValToNative(topic) as unknown),
        data: scValToNative(data) as unknown,
      },
    ]
  })
}

async function askRpc<T>(rpcUrl: string, method: string, params: unknown): Promise<T> {
  let answer: { result?: T; error?: { message: string } }
  try {
    const response = await fetch(rpcUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, ...(params !== undefined && { params }) }),
    })
    answer = (await response.json()) as typeof answer
  } catch (error) {
    throw new ChainReadError(`${rpcUrl} does not answer`, { cause: error })
  }
  if (answer.result === undefined) throw new ChainReadError(answer.error?.message ?? `${method} has no answer`)
  return answer.result
}

function question(contractId: string, method: string, args: readonly Argument[]): string {
  const call = new xdr.InvokeContractArgs({
    contractAddress: new Address(contractId).toScAddress(),
    functionName: method,
    args: args.map(argumentXdr),
  })
  const operation = new xdr.Operation({
    sourceAccount: null,
    body: xdr.OperationBody.invokeHostFunction(
      new xdr.InvokeHostFunctionOp({ hostFunction: xdr.HostFunction.hostFunctionTypeInvokeContract(call), auth: [] }),
    ),
  })
  const tx = new xdr.Transaction({
    sourceAccount: xdr.MuxedAccount.keyTypeEd25519(NOBODY),
    fee: MAX_U32,
    seqNum: 1n,
    cond: xdr.Preconditions.precondNone(),
    memo: xdr.Memo.memoNone(),
    operations: [operation],
    ext: xdr.TransactionExt.v0(),
  })
  return base64(xdr.TransactionEnvelope.envelopeTypeTx(new xdr.TransactionV1Envelope({ tx, signatures: [] })).toXdr())
}

function base64(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}
