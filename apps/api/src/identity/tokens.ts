/** Tokens of a sign-in: short-lived JWTs that say which address proved itself, and nothing else. */
import { hkdfSync } from 'node:crypto'
import { err, ok, type Result } from '@heliobond/domain'
import { errors, jwtVerify, SignJWT } from 'jose'

/** How long a token is good for, in seconds. Short: it cannot be taken back. */
export const TOKEN_LIFETIME_SECONDS = 3_600
const ALGORITHM = 'HS256'
const KEY_BYTES = 32

/** The address that signed in. */
export interface Session {
  readonly address: string
}

export type TokenRefusal = { readonly code: 'TOKEN_EXPIRED' | 'TOKEN_INVALID' }

export interface Tokens {
  /** A token for an address that proved itself (SEP-10). `jti` is the challenge's hash, so that the log joins both. */
  issue(address: string, challengeHash: string): Promise<string>
  read(token: string): Promise<Result<Session, TokenRefusal>>
}

/**
 * Tokens signed with a key derived from the master key, so that none is stored and all replicas agree.
 *
 * Their times are the machine's: a token is no money, and a turned network clock must not end every session.
 */
export function createTokens(masterKey: Uint8Array, issuer: string): Tokens {
  const key = deriveKey(masterKey, 'sign-in tokens')
  return {
    async issue(address, challengeHash) {
      return new SignJWT()
        .setProtectedHeader({ alg: ALGORITHM, typ: 'JWT' })
        .setSubject(address)
        .setIssuer(issuer)
        .setAudience(issuer)
        .setJti(challengeHash)
        .setIssuedAt()
        .setExpirationTime(`${TOKEN_LIFETIME_SECONDS}s`)
        .sign(key)
    },
    async read(token) {
      try {
        // The algorithm is ours to name: a token may not choose how it is checked.
        const { payload } = await jwtVerify(token, key, { algorithms: [ALGORITHM], issuer, audience: issuer })
        return payload.sub === undefined ? err({ code: 'TOKEN_INVALID' }) : ok({ address: payload.sub })
      } catch (error) {
        if (error instanceof errors.JWTExpired) return err({ code: 'TOKEN_EXPIRED' })
        if (error instanceof errors.JOSEError) return err({ code: 'TOKEN_INVALID' })
        throw error
      }
    },
  }
}

/** A key of its own for each purpose, from the one that the operator keeps (HKDF, RFC 5869). */
export function deriveKey(masterKey: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', masterKey, new Uint8Array(0), `heliobond ${purpose}`, KEY_BYTES))
}
