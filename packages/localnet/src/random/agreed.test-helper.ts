import {
  Address,
  buildAuthorizationEntryPreimage,
  hash,
  type Keypair,
  nativeToScVal,
  xdr,
} from '@stellar/stellar-sdk/base'
import { signatureBy } from './signing.test-helper.ts'
import type { World } from './world.test-helper.ts'

type Signers = (address: string) => Keypair | undefined

/** Ledgers for which a signature is good: longer than the world's clock jumps, mostly. */
const GOOD_FOR = 1_500_000

/** For tests: the authorizations that a call asks for, as whoever must agree signs them, or as they should not be. */
export class Agreed {
  readonly #world: World
  readonly #entries: readonly xdr.SorobanAuthorizationEntry[]
  readonly #signers: Signers
  readonly #nonces: readonly bigint[]

  constructor(world: World, entries: readonly xdr.SorobanAuthorizationEntry[], signers: Signers) {
    this.#world = world
    this.#entries = entries
    this.#signers = signers
    this.#nonces = entries.map(() => BigInt(`0x${world.dice.bytes(7).toString('hex')}`))
  }

  /** Signed by everybody who must agree and can. */
  good(): readonly xdr.SorobanAuthorizationEntry[] {
    return this.#signedBy(this.#signers, this.#world.net.core.latestLedger().sequence + GOOD_FOR)
  }

  /** Once in a while missing, by another key or expired. */
  mostlyGood(): readonly xdr.SorobanAuthorizationEntry[] {
    const { sequence } = this.#world.net.core.latestLedger()
    return this.#world.dice.weighted<() => readonly xdr.SorobanAuthorizationEntry[]>([
      [16, () => this.good()],
      [1, () => []],
      [1, () => this.#signedBy(() => this.#world.person(), sequence + GOOD_FOR)],
      [1, () => this.#signedBy(this.#signers, sequence)],
    ])()
  }

  #signedBy(signers: Signers, until: number): xdr.SorobanAuthorizationEntry[] {
    return this.#entries.map((entry, at) => this.#signed(entry, signers, this.#nonces[at] ?? 0n, until))
  }

  #signed(entry: xdr.SorobanAuthorizationEntry, signers: Signers, nonce: bigint, until: number) {
    const recorded = addressCredentials(entry)
    // The source of the transaction agrees by signing that.
    if (recorded === null) return entry
    const given = { address: recorded.address, nonce, signatureExpirationLedger: until, signature: recorded.signature }
    const unsigned = withCredentials(entry, given)
    const address = Address.fromScAddress(recorded.address).toString()
    const signer = signers(address)
    if (signer === undefined) return unsigned
    const payload = hash(buildAuthorizationEntryPreimage(unsigned, until, this.#world.net.core.passphrase).toXdr())
    return withCredentials(entry, { ...given, signature: signatureVal(address, signer, payload) })
  }
}

/** An account's signatures are a list of keys and signatures; the wallet contract takes bare bytes. */
function signatureVal(address: string, signer: Keypair, payload: Uint8Array): xdr.ScVal {
  const signature = signatureBy(signer, payload)
  if (address.startsWith('C')) return xdr.ScVal.scvBytes(signature)
  const fields = { public_key: ['symbol', null], signature: ['symbol', null] }
  return nativeToScVal([{ public_key: signer.rawPublicKey(), signature }], { type: fields as never })
}

type Given = ConstructorParameters<typeof xdr.SorobanAddressCredentials>[0]

function addressCredentials({ credentials }: xdr.SorobanAuthorizationEntry): xdr.SorobanAddressCredentials | null {
  switch (credentials.type) {
    case 'sorobanCredentialsAddress':
      return credentials.address
    case 'sorobanCredentialsAddressV2':
      return credentials.addressV2
    default:
      return null
  }
}

function withCredentials(
  { credentials, rootInvocation }: xdr.SorobanAuthorizationEntry,
  given: Given,
): xdr.SorobanAuthorizationEntry {
  const next = new xdr.SorobanAddressCredentials(given)
  return new xdr.SorobanAuthorizationEntry({
    rootInvocation,
    credentials:
      credentials.type === 'sorobanCredentialsAddress'
        ? xdr.SorobanCredentials.sorobanCredentialsAddress(next)
        : xdr.SorobanCredentials.sorobanCredentialsAddressV2(next),
  })
}

/** The invocation with these authorizations. */
export function withAuth(operation: xdr.Operation, auth: readonly xdr.SorobanAuthorizationEntry[]): xdr.Operation {
  const wire = operation.toXdrObject()
  if (wire.body.type !== 24) throw new Error('not an invocation')
  const invokeHostFunctionOp = { ...wire.body.invokeHostFunctionOp, auth: auth.map((entry) => entry.toXdrObject()) }
  return xdr.Operation.fromXdrObject({ ...wire, body: { ...wire.body, invokeHostFunctionOp } })
}
