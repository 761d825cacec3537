import type { xdr } from '@stellar/stellar-sdk/base'

/**
 * The plain-object form of an XDR type, as its schema encodes and decodes it: unions carry their numeric discriminant
 * (`type`, `code`, `v`), integers of 64 bits are `bigint`, opaque bytes are `Uint8Array`.
 *
 * The engine works on this form throughout: an envelope is turned into it once, and results and meta are encoded from
 * it once, without a class instance for every nested value.
 */
export type Wire<T extends { toXdrObject(): unknown }> = ReturnType<T['toXdrObject']>

export type AssetWire = Wire<xdr.Asset>
export type TrustLineAssetWire = Wire<xdr.TrustLineAsset>
export type PublicKeyWire = Wire<xdr.PublicKey>
export type MuxedAccountWire = Wire<xdr.MuxedAccount>
export type SignerKeyWire = Wire<xdr.SignerKey>
export type ClaimantWire = Wire<xdr.Claimant>
export type ClaimPredicateWire = Wire<xdr.ClaimPredicate>
export type PriceWire = Wire<xdr.Price>
export type LedgerKeyWire = Wire<xdr.LedgerKey>
export type LedgerEntryWire = Wire<xdr.LedgerEntry>
export type LedgerEntryChangeWire = Wire<xdr.LedgerEntryChange>
export type OperationWire = Wire<xdr.Operation>
export type OperationBodyWire = Wire<xdr.OperationBody>
export type OperationResultWire = Wire<xdr.OperationResult>
export type OperationResultTrWire = Wire<xdr.OperationResultTr>
export type ClaimAtomWire = Wire<xdr.ClaimAtom>
export type TransactionWire = Wire<xdr.Transaction>
export type TransactionEnvelopeWire = Wire<xdr.TransactionEnvelope>
export type TransactionResultWire = Wire<xdr.TransactionResult>
export type DecoratedSignatureWire = Wire<xdr.DecoratedSignature>
export type SorobanDataWire = Wire<xdr.SorobanTransactionData>

/** The largest signed 64-bit integer: the bound of every balance, limit and sequence number. */
export const INT64_MAX = 9_223_372_036_854_775_807n
