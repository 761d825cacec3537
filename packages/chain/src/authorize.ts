import { buildAuthorizationEntryPreimage, StrKey } from '@stellar/stellar-sdk/base'
import * as xdr from '@stellar/stellar-sdk/xdr'
import { addressOfSc } from './address.ts'
import { sha256 } from './bytes.ts'
import type { Signer } from './keys.ts'

/** The address whose authorization an entry asks for; undefined when the transaction's source gives it by signing. */
export function authorizerOf(entry: xdr.SorobanAuthorizationEntry): string | undefined {
  const credentials = addressCredentials(entry.credentials)
  return credentials && addressOfSc(credentials.address)
}

function addressCredentials(credentials: xdr.SorobanCredentials): xdr.SorobanAddressCredentials | undefined {
  switch (credentials.type) {
    case 'sorobanCredentialsSourceAccount':
      return undefined
    case 'sorobanCredentialsAddress':
      return credentials.address
    case 'sorobanCredentialsAddressV2':
      return credentials.addressV2
    case 'sorobanCredentialsAddressWithDelegates':
      return credentials.addressWithDelegates.addressCredentials
  }
}

/**
 * Signs an authorization entry for an account, in the form the entry came in: old credentials, or v2, which bind the
 * account's address into what is signed.
 *
 * @param expiresLedger the last ledger in which the authorization counts. Always said, never taken from a ledger header.
 */
export async function signAuthEntry(
  entry: xdr.SorobanAuthorizationEntry,
  signer: Signer,
  expiresLedger: number,
  passphrase: string,
): Promise<xdr.SorobanAuthorizationEntry> {
  const old = addressCredentials(entry.credentials)
  if (!old) return entry
  const preimage = buildAuthorizationEntryPreimage(entry, expiresLedger, passphrase)
  const signature = await signer.sign(sha256(preimage.toXdr()))
  const credentials = new xdr.SorobanAddressCredentials({
    address: old.address,
    nonce: old.nonce,
    signatureExpirationLedger: expiresLedger,
    signature: accountSignature(signer.address, signature),
  })
  return new xdr.SorobanAuthorizationEntry({
    credentials: sameForm(entry.credentials, credentials),
    rootInvocation: entry.rootInvocation,
  })
}

function sameForm(form: xdr.SorobanCredentials, credentials: xdr.SorobanAddressCredentials): xdr.SorobanCredentials {
  if (form.type === 'sorobanCredentialsAddress') return xdr.SorobanCredentials.sorobanCredentialsAddress(credentials)
  if (form.type === 'sorobanCredentialsAddressV2')
    return xdr.SorobanCredentials.sorobanCredentialsAddressV2(credentials)
  throw new RangeError(`no account signs credentials of this form: ${form.type}`)
}

/** What the host expects of a classic account: a vector of (public key, signature). */
function accountSignature(address: string, signature: Uint8Array): xdr.ScVal {
  const field = (name: string, bytes: Uint8Array) =>
    new xdr.ScMapEntry({ key: xdr.ScVal.scvSymbol(name), val: xdr.ScVal.scvBytes(bytes) })
  const pair = xdr.ScVal.scvMap([
    field('public_key', StrKey.decodeEd25519PublicKey(address)),
    field('signature', signature),
  ])
  return xdr.ScVal.scvVec([pair])
}
