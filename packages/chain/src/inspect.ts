import type { Api } from '@stellar/stellar-sdk/rpc'
import * as xdr from '@stellar/stellar-sdk/xdr'
import { addressBytes, addressOfMuxed, splitMuxed } from './address.ts'
import { type Asset, assetOfXdr } from './assets.ts'
import type { Chain } from './chain.ts'
import { expiryOf, readTransaction, signedHash, transactionHash } from './envelope.ts'

/** What an operation would do, for whoever is to decide whether to sign it. */
export type InspectedOperation =
  | {
      readonly kind: 'path-payment-strict-receive'
      /** Who pays: the operation's source, or the transaction's where it has none. */
      readonly source: string
      readonly sendAsset: Asset
      readonly sendMaxStroops: bigint
      /** The account, without the number of a muxed address. */
      readonly destination: string
      readonly destinationId?: bigint
      readonly destAsset: Asset
      readonly destAmountStroops: bigint
      readonly path: readonly Asset[]
    }
  /** Anything else, by its XDR name. */
  | { readonly kind: 'other'; readonly type: string; readonly source: string }

/** A transaction taken apart. */
export interface InspectedTransaction {
  /** Hex. */
  readonly hash: string
  /** The 32 bytes to sign. */
  readonly signedHash: Uint8Array
  readonly source: string
  readonly sequence: bigint
  /** The last close time at which a ledger may take it. */
  readonly expiresAt: bigint
  readonly operations: readonly InspectedOperation[]
}

/**
 * Takes a plain transaction apart.
 * @throws if it is damaged, a fee bump, or has no end: nobody should sign what they cannot read.
 */
export function inspectTransaction(envelopeXdr: string, passphrase: string): InspectedTransaction {
  const { tx } = readTransaction(envelopeXdr)
  const source = splitMuxed(addressOfMuxed(tx.sourceAccount)).address
  return {
    hash: transactionHash(tx, passphrase),
    signedHash: signedHash(tx, passphrase),
    source,
    sequence: tx.seqNum,
    expiresAt: expiryOf(tx).expiresAt,
    operations: tx.operations.map((operation) => inspect(operation, source)),
  }
}

function inspect({ sourceAccount, body }: xdr.Operation, txSource: string): InspectedOperation {
  const source = sourceAccount ? splitMuxed(addressOfMuxed(sourceAccount)).address : txSource
  if (body.type !== 'pathPaymentStrictReceive') return { kind: 'other', type: body.type, source }
  const op = body.pathPaymentStrictReceiveOp
  const { address, id } = splitMuxed(addressOfMuxed(op.destination))
  return {
    kind: 'path-payment-strict-receive',
    source,
    sendAsset: assetOfXdr(op.sendAsset),
    sendMaxStroops: op.sendMax,
    destination: address,
    ...(id !== undefined && { destinationId: id }),
    destAsset: assetOfXdr(op.destAsset),
    destAmountStroops: op.destAmount,
    path: op.path.map(assetOfXdr),
  }
}

/** The last four bytes of the keys whose signatures an envelope bears, hex: which keys acted, though not proof that their signatures are true. */
export function signatureHints(envelopeXdr: string): readonly string[] {
  const envelope = xdr.TransactionEnvelope.fromXdr(envelopeXdr, 'base64')
  const signatures =
    envelope.type === 'envelopeTypeTxFeeBump' ? envelope.feeBump.tx.innerTx.v1.signatures : envelope.value.signatures
  return signatures.map(({ hint }) => Buffer.from(hint.value).toString('hex'))
}

/** The hint of a key: what {@link signatureHints} shows of it. */
export const hintOf = (address: string): string => Buffer.from(addressBytes(address).slice(-4)).toString('hex')

/** Which keys signed a transaction that is in a ledger, by their hints; undefined when the network does not know it (any more). */
export async function transactionHints(chain: Chain, hash: string): Promise<readonly string[] | undefined> {
  const { envelopeXdr } = await chain.rpc.ask<Api.RawGetTransactionResponse>('getTransaction', { hash })
  return envelopeXdr === undefined ? undefined : signatureHints(envelopeXdr)
}
