import { StrKey } from '@stellar/stellar-sdk/base'
import * as xdr from '@stellar/stellar-sdk/xdr'
import { muxedAccount, xdrText } from './address.ts'
import {
  type Envelope,
  envelopeOf,
  feeOf,
  parseEnvelope,
  readTransaction,
  signedHash,
  transactionHash,
} from './envelope.ts'
import type { Signer } from './keys.ts'

const MAX_SIGNATURES = 20

async function signatureOf(signer: Signer, hash: Uint8Array, envelopeXdr: string): Promise<xdr.DecoratedSignature> {
  const key = StrKey.decodeEd25519PublicKey(signer.address)
  return new xdr.DecoratedSignature({
    hint: new xdr.SignatureHint(key.slice(-4)),
    signature: new xdr.Signature(await signer.sign(hash, envelopeXdr)),
  })
}

/** Each key signs once, however many accounts it signs for. */
function distinct(signers: readonly Signer[]): readonly Signer[] {
  return [...new Map(signers.map((signer) => [signer.address, signer])).values()]
}

/**
 * Adds signatures. The hash stays, so that what was stored before signing still finds the transaction.
 *
 * @throws {SigningRefusedError} if a signer looks at what it signs, and does not sign this.
 * @throws {RangeError} beyond the 20 signatures an envelope holds (a caller bug).
 */
export async function sign<T extends Envelope>(
  envelope: T,
  signers: readonly Signer[],
  passphrase: string,
): Promise<T> {
  const parsed = parseEnvelope(envelope.envelopeXdr)
  const { tx } = parsed.value
  const hash = signedHash(tx, passphrase)
  const added = await Promise.all(distinct(signers).map((signer) => signatureOf(signer, hash, envelope.envelopeXdr)))
  const signatures = [...parsed.value.signatures, ...added]
  if (signatures.length > MAX_SIGNATURES) throw new RangeError(`${signatures.length} signatures; an envelope holds 20`)
  const signed =
    parsed.type === 'envelopeTypeTx'
      ? xdr.TransactionEnvelope.envelopeTypeTx(new xdr.TransactionV1Envelope({ tx: parsed.v1.tx, signatures }))
      : xdr.TransactionEnvelope.envelopeTypeTxFeeBump(
          new xdr.FeeBumpTransactionEnvelope({ tx: parsed.feeBump.tx, signatures }),
        )
  return { ...envelope, envelopeXdr: xdrText(signed) }
}

/**
 * Lets another account pay for a signed transaction. The network counts one operation more; what a contract call's
 * resources cost is added as it is.
 *
 * @param p.baseFeeStroops the bid for one operation; raised to the inner transaction's own bid, below which the network
 *   refuses the bump.
 */
export function feeBump(
  inner: Envelope,
  p: { readonly feeSource: string; readonly baseFeeStroops: bigint; readonly passphrase: string },
): Envelope & { readonly innerHash: string } {
  const v1 = readTransaction(inner.envelopeXdr)
  const operations = BigInt(v1.tx.operations.length)
  const resourceFee = v1.tx.ext.type === 'sorobanData' ? v1.tx.ext.sorobanData.resourceFee : 0n
  const innerBid = (BigInt(v1.tx.fee) - resourceFee + operations - 1n) / operations
  const bid = p.baseFeeStroops > innerBid ? p.baseFeeStroops : innerBid
  const tx = new xdr.FeeBumpTransaction({
    feeSource: muxedAccount(p.feeSource),
    fee: BigInt(feeOf(bid * (operations + 1n) + resourceFee)),
    innerTx: xdr.FeeBumpTransactionInnerTx.envelopeTypeTx(v1),
    ext: xdr.FeeBumpTransactionExt.v0(),
  })
  const envelope = xdr.TransactionEnvelope.envelopeTypeTxFeeBump(
    new xdr.FeeBumpTransactionEnvelope({ tx, signatures: [] }),
  )
  return {
    ...inner,
    envelopeXdr: xdrText(envelope),
    hash: transactionHash(tx, p.passphrase),
    innerHash: inner.hash,
  }
}

/**
 * The same inner transaction, already signed, with a higher bid: whichever of the two bumps a ledger takes, the transaction is carried out once.
 * The network's queue takes it in place of the first only at ten times its bid.
 *
 * @throws {RangeError} if the envelope is no fee bump (a caller bug)
 */
export function raiseBid(
  envelopeXdr: string,
  p: { readonly feeSource: string; readonly baseFeeStroops: bigint; readonly passphrase: string },
): Envelope & { readonly innerHash: string } {
  const parsed = xdr.TransactionEnvelope.fromXdr(envelopeXdr, 'base64')
  if (parsed.type !== 'envelopeTypeTxFeeBump') throw new RangeError(`not a fee bump: ${parsed.type}`)
  const { tx, signatures } = parsed.feeBump.tx.innerTx.v1
  return feeBump(envelopeOf(tx, signatures, p.passphrase, { builtAt: 0n }), p)
}
