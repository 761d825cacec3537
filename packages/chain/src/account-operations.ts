import * as xdr from '@stellar/stellar-sdk/xdr'
import { accountId, addressBytes, muxedAccount } from './address.ts'
import { type ChainOperation, type OperationSource, operationOf } from './operation.ts'

/** Opens an account with `startingStroops` lumens; 0 where another account sponsors its reserve. */
export function createAccount(p: OperationSource & { destination: string; startingStroops: bigint }): ChainOperation {
  const operation = new xdr.CreateAccountOp({
    destination: accountId(p.destination),
    startingBalance: p.startingStroops,
  })
  return operationOf(xdr.OperationBody.createAccount(operation), p.source)
}

/** Flags of an issuing account. */
export interface IssuerFlags {
  readonly authRequired?: boolean
  readonly authRevocable?: boolean
  readonly authImmutable?: boolean
  readonly authClawbackEnabled?: boolean
}

const ISSUER_FLAGS: readonly (readonly [keyof IssuerFlags, number])[] = [
  ['authRequired', 1],
  ['authRevocable', 2],
  ['authImmutable', 4],
  ['authClawbackEnabled', 8],
]

/** The bits of the flags given as `value`; null when there are none. */
function flagBits(flags: IssuerFlags | undefined, value: boolean): number | null {
  let bits = 0
  for (const [name, bit] of ISSUER_FLAGS) if (flags?.[name] === value) bits |= bit
  return bits || null
}

/** What of an account's options is to change; what is absent stays. */
export interface AccountOptions extends OperationSource {
  /** true sets a flag, false clears it. */
  readonly flags?: IssuerFlags
  readonly masterWeight?: number
  readonly lowThreshold?: number
  readonly mediumThreshold?: number
  readonly highThreshold?: number
  readonly homeDomain?: string
  /** A further key and its weight; weight 0 removes it. */
  readonly signer?: { readonly address: string; readonly weight: number }
}

/** Changes an account's flags, weights, thresholds, home domain or one of its signers. */
export function setOptions(p: AccountOptions): ChainOperation {
  const signer = p.signer
    ? new xdr.Signer({
        key: xdr.SignerKey.signerKeyTypeEd25519(addressBytes(p.signer.address)),
        weight: p.signer.weight,
      })
    : null
  const operation = new xdr.SetOptionsOp({
    inflationDest: null,
    clearFlags: flagBits(p.flags, false),
    setFlags: flagBits(p.flags, true),
    masterWeight: p.masterWeight ?? null,
    lowThreshold: p.lowThreshold ?? null,
    medThreshold: p.mediumThreshold ?? null,
    highThreshold: p.highThreshold ?? null,
    homeDomain: p.homeDomain ?? null,
    signer,
  })
  return operationOf(xdr.OperationBody.setOptions(operation), p.source)
}

/** Writes a data entry of an account; a null value removes it. */
export function manageData(p: OperationSource & { name: string; value: Uint8Array | null }): ChainOperation {
  const dataValue = p.value === null ? null : new xdr.DataValue(p.value)
  const operation = new xdr.ManageDataOp({ dataName: p.name, dataValue })
  return operationOf(xdr.OperationBody.manageData(operation), p.source)
}

/** From here to `endSponsoring` in the transaction, the source pays the reserves of what `sponsored` creates. */
export function beginSponsoring(p: OperationSource & { sponsored: string }): ChainOperation {
  const operation = new xdr.BeginSponsoringFutureReservesOp({ sponsoredId: accountId(p.sponsored) })
  return operationOf(xdr.OperationBody.beginSponsoringFutureReserves(operation), p.source)
}

/** Ends what `beginSponsoring` began. Its source is the sponsored account, whose consent it is. */
export const endSponsoring = (p: { source: string }): ChainOperation =>
  operationOf(xdr.OperationBody.endSponsoringFutureReserves(), p.source)

/** Raises an account's sequence number, which makes every transaction of a lower number impossible. */
export function bumpSequence(p: OperationSource & { bumpTo: bigint }): ChainOperation {
  return operationOf(xdr.OperationBody.bumpSequence(new xdr.BumpSequenceOp({ bumpTo: p.bumpTo })), p.source)
}

/** Closes an account: what lumens it has go to `destination`. */
export const mergeAccount = (p: OperationSource & { destination: string }): ChainOperation =>
  operationOf(xdr.OperationBody.accountMerge(muxedAccount(p.destination)), p.source)
