import { randomBytes } from 'node:crypto'
import { err, ok, type Result } from '@heliobond/domain'
import type * as xdr from '@stellar/stellar-sdk/xdr'
import { manageData } from './account-operations.ts'
import { account } from './accounts.ts'
import { addressOfMuxed } from './address.ts'
import { hexOf } from './bytes.ts'
import type { Chain } from './chain.ts'
import { buildEnvelope, readTransaction, signedHash } from './envelope.ts'
import { type Signer, verifySignature } from './keys.ts'
import { sign } from './sign.ts'

/** Who asks for a proof of identity, and for what place (SEP-10). */
export interface Challenge {
  /** The domain that stands in stellar.toml. */
  readonly homeDomain: string
  /** The domain of the sign-in address. */
  readonly webAuthDomain: string
  /** Unix seconds. The same clock for building and verifying: the network's, so that a turned one does no harm. */
  readonly now: bigint
}

const LIFETIME_SECONDS = 900
const NONCE_BYTES = 48

/**
 * A challenge for an account to sign: a transaction that can never run, since its sequence number is 0.
 *
 * @returns XDR `TransactionEnvelope`, base64, signed by the server.
 */
export async function buildChallenge(
  chain: Chain,
  p: Challenge & { readonly server: Signer; readonly address: string },
): Promise<string> {
  const nonce = Buffer.from(randomBytes(NONCE_BYTES).toString('base64'), 'ascii')
  const { passphrase } = chain.config
  const server = p.server.address
  const draft = buildEnvelope(
    {
      source: server,
      sequence: 0n,
      operations: [
        manageData({ source: p.address, name: `${p.homeDomain} auth`, value: nonce }),
        manageData({ source: server, name: 'web_auth_domain', value: Buffer.from(p.webAuthDomain, 'utf8') }),
      ],
      now: p.now,
      notBefore: p.now,
      lifetimeSeconds: LIFETIME_SECONDS,
    },
    passphrase,
  )
  return (await sign(draft, [p.server], passphrase)).envelopeXdr
}

/** Why an answer to a challenge proves nothing. */
export type ChallengeRefusal = {
  readonly code:
    | 'CHALLENGE_MALFORMED'
    | 'CHALLENGE_NOT_OURS'
    | 'CHALLENGE_EXPIRED'
    | 'CHALLENGE_OTHER_DOMAIN'
    | 'CHALLENGE_UNKNOWN_SIGNATURE'
    | 'CHALLENGE_WEIGHT_TOO_LOW'
}

/** Who proved to be whom. */
export interface VerifiedChallenge {
  readonly address: string
  /** The challenge's hash, hex: a server takes each one once. */
  readonly hash: string
}

const refuse = (code: ChallengeRefusal['code']) => err<ChallengeRefusal>({ code })

/**
 * Checks a signed challenge.
 *
 * The account's keys must reach its highest threshold: a wallet's key for small payments, which others may hold, signs
 * nobody in. An account that does not exist yet is its own key.
 */
export async function verifyChallenge(
  chain: Chain,
  envelopeXdr: string,
  p: Challenge & { readonly serverAddress: string },
): Promise<Result<VerifiedChallenge, ChallengeRefusal>> {
  const v1 = parse(envelopeXdr)
  if (!v1) return refuse('CHALLENGE_MALFORMED')
  const asked = readChallenge(v1.tx, p)
  if (!asked.ok) return asked
  const hash = signedHash(v1.tx, chain.config.passphrase)
  const signatures = v1.signatures.map(({ signature }) => signature.value)
  const others = signatures.filter((signature) => !verifySignature(p.serverAddress, hash, signature))
  if (others.length === signatures.length) return refuse('CHALLENGE_NOT_OURS')

  const { signers, needed } = await signersOf(chain, asked.value)
  let weight = 0
  const left = new Map(signers)
  for (const signature of others) {
    const signer = [...left.keys()].find((address) => verifySignature(address, hash, signature))
    if (signer === undefined) return refuse('CHALLENGE_UNKNOWN_SIGNATURE')
    weight += left.get(signer) ?? 0
    left.delete(signer)
  }
  if (weight < needed) return refuse('CHALLENGE_WEIGHT_TOO_LOW')
  return ok({ address: asked.value, hash: hexOf(hash) })
}

function parse(envelopeXdr: string): xdr.TransactionV1Envelope | undefined {
  try {
    return readTransaction(envelopeXdr)
  } catch {
    return undefined // It came from outside: whatever is wrong with it is a refusal.
  }
}

/** The account that a challenge of ours asks about. */
function readChallenge(
  tx: xdr.Transaction,
  p: Challenge & { readonly serverAddress: string },
): Result<string, ChallengeRefusal> {
  if (addressOfMuxed(tx.sourceAccount) !== p.serverAddress || tx.seqNum !== 0n) return refuse('CHALLENGE_NOT_OURS')
  if (tx.cond.type !== 'precondTime' || tx.memo.type !== 'memoNone') return refuse('CHALLENGE_MALFORMED')
  const { minTime, maxTime } = tx.cond.timeBounds
  if (p.now < minTime || p.now > maxTime || maxTime - minTime > LIFETIME_SECONDS) return refuse('CHALLENGE_EXPIRED')

  const [client, domain, ...more] = tx.operations.map(dataOf)
  if (!client || !domain || more.length > 0) return refuse('CHALLENGE_MALFORMED')
  // Muxed accounts would need a reading of their own; wallets here sign in as accounts.
  if (!client.source?.startsWith('G') || client.source === p.serverAddress) return refuse('CHALLENGE_MALFORMED')
  if (Buffer.from(client.value, 'base64').length !== NONCE_BYTES) return refuse('CHALLENGE_MALFORMED')
  const here = client.name === `${p.homeDomain} auth` && domain.value === p.webAuthDomain
  if (!here || domain.name !== 'web_auth_domain') return refuse('CHALLENGE_OTHER_DOMAIN')
  if (domain.source !== p.serverAddress) return refuse('CHALLENGE_NOT_OURS')
  return ok(client.source)
}

function dataOf({ sourceAccount, body }: xdr.Operation) {
  if (body.type !== 'manageData') return undefined
  const { dataName, dataValue } = body.manageDataOp
  return {
    source: sourceAccount ? addressOfMuxed(sourceAccount) : undefined,
    name: dataName.toString(),
    value: Buffer.from(dataValue?.value ?? []).toString('utf8'),
  }
}

/** The keys of an account with their weights, and the weight that its most protected act needs. */
async function signersOf(chain: Chain, address: string) {
  const found = await account(chain, address)
  if (!found) return { signers: new Map([[address, 1]]), needed: 1 }
  const signers = new Map(found.signers.map((signer) => [signer.address, signer.weight]))
  if (found.masterWeight > 0) signers.set(address, found.masterWeight)
  const { low, medium, high } = found.thresholds
  return { signers, needed: Math.max(low, medium, high, 1) }
}
