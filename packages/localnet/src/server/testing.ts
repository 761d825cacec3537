import {
  Account,
  type Asset,
  Keypair,
  Operation,
  type Transaction,
  TransactionBuilder,
  type xdr,
} from '@stellar/stellar-sdk/base'
import type { Localnet } from './localnet.ts'

/** A JSON-RPC call over a real socket: the HTTP status, the result and the error, whichever there is. */
export async function call(url: string, method: string, params?: unknown): Promise<RpcReply> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 7, method, params }),
  })
  return {
    status: response.status,
    ...((await response.json()) as Omit<RpcReply, 'status'>),
  }
}

export interface RpcReply {
  readonly status: number
  readonly id?: unknown
  readonly result?: Record<string, unknown>
  readonly error?: { readonly code: number; readonly message: string }
}

/** A funded account. */
export async function fundedAccount(net: Localnet, lumens?: bigint): Promise<Keypair> {
  const keypair = Keypair.random()
  await net.fund(keypair.publicKey(), lumens)
  return keypair
}

/** The sequence number an account has now, from the network itself. */
export async function sequenceOf(net: Localnet, address: string): Promise<string> {
  const response = await fetch(`${net.horizonUrl}/accounts/${address}`)
  return ((await response.json()) as { sequence: string }).sequence
}

/** A signed transaction with time bounds open, so that it holds at any network time. */
export async function signed(
  net: Localnet,
  source: Keypair,
  operations: readonly xdr.Operation[],
  others: readonly Keypair[] = [],
): Promise<Transaction> {
  const account = new Account(source.publicKey(), await sequenceOf(net, source.publicKey()))
  const builder = new TransactionBuilder(account, {
    fee: '1000',
    networkPassphrase: net.passphrase,
  }).setTimeout(0)
  for (const operation of operations) builder.addOperation(operation)
  const transaction = builder.build()
  transaction.sign(source, ...others)
  return transaction
}

/** Sends operations and expects them to be carried out. @throws {Error} if they are not. */
export async function carryOut(
  net: Localnet,
  source: Keypair,
  operations: readonly xdr.Operation[],
  others: readonly Keypair[] = [],
): Promise<string> {
  const transaction = await signed(net, source, operations, others)
  const sent = await call(net.rpcUrl, 'sendTransaction', {
    transaction: transaction.toXdr(),
  })
  const hash = String(sent.result?.hash)
  const found = await call(net.rpcUrl, 'getTransaction', { hash })
  if (found.result?.status !== 'SUCCESS') throw new Error(JSON.stringify({ sent: sent.result, found: found.result }))
  return hash
}

export function payment(destination: string, asset: Asset, amount: string): xdr.Operation {
  return Operation.payment({ destination, asset, amount })
}
