/** Sign-in with a Stellar account (SEP-10): a challenge, its answer, a token. */
import {
  buildChallenge,
  type Chain,
  type ChallengeRefusal,
  type Signer,
  signerFromSeed,
  verifyChallenge,
} from '@heliobond/chain'
import type { Database } from '@heliobond/db'
import { err, ok, type Result } from '@heliobond/domain'
import { createTokens, deriveKey, type Session, type TokenRefusal } from './tokens.ts'

/** No challenge lives longer; kept this long, so that a used one is refused as long as it would be accepted. */
const CHALLENGE_LIFETIME_SECONDS = 900n

export type SignInRefusal = ChallengeRefusal | { readonly code: 'CHALLENGE_USED' }

export interface SignIn {
  /** Domain of stellar.toml. */
  readonly homeDomain: string
  /** SIGNING_KEY of stellar.toml: who signs the challenges. It holds nothing and pays for nothing. */
  readonly serverAddress: string
  /** A challenge for the account, base64 XDR. */
  challenge(address: string): Promise<string>
  /** The token for an answered challenge, which is taken once. */
  answer(envelopeXdr: string): Promise<Result<{ readonly token: string; readonly address: string }, SignInRefusal>>
  session(token: string): Promise<Result<Session, TokenRefusal>>
}

export function createSignIn(p: {
  readonly chain: Chain
  readonly database: Database
  readonly masterKey: Uint8Array
  /** Host, with the port if it is not the usual one. */
  readonly homeDomain: string
}): SignIn {
  const server: Signer = signerFromSeed(deriveKey(p.masterKey, 'sign-in challenges'))
  const tokens = createTokens(p.masterKey, p.homeDomain)
  const place = async () => ({ homeDomain: p.homeDomain, webAuthDomain: p.homeDomain, now: await p.chain.now() })

  /** Whether nobody used it before; the key of the table decides between two at once. */
  async function takeOnce(hash: string, now: bigint): Promise<boolean> {
    const data = [{ hash, expiresAt: now + CHALLENGE_LIFETIME_SECONDS }]
    const { count } = await p.database.prisma.usedChallenge.createMany({ data, skipDuplicates: true })
    return count === 1
  }

  return {
    homeDomain: p.homeDomain,
    serverAddress: server.address,
    async challenge(address) {
      return buildChallenge(p.chain, { ...(await place()), server, address })
    },
    async answer(envelopeXdr) {
      const here = await place()
      const verified = await verifyChallenge(p.chain, envelopeXdr, { ...here, serverAddress: server.address })
      if (!verified.ok) return verified
      const { address, hash } = verified.value
      if (!(await takeOnce(hash, here.now))) return err({ code: 'CHALLENGE_USED' })
      await p.database.prisma.usedChallenge.deleteMany({ where: { expiresAt: { lt: here.now } } })
      return ok({ token: await tokens.issue(address, hash), address })
    },
    session: (token) => tokens.read(token),
  }
}
