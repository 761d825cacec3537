/** Who asks, and what they may. Routes name what they need as a `preHandler`; nothing is open by being forgotten in a list. */
import type { Database } from '@heliobond/db'
import type { FastifyInstance, FastifyRequest, preHandlerAsyncHookHandler } from 'fastify'
import { Problem } from '../errors.ts'
import type { SignIn } from './sign-in.ts'
import type { Session } from './tokens.ts'

/** Granted by an operator's recorded act (table `role_grant`). */
export const ROLES = ['operator', 'issuer', 'approver', 'oracle', 'auditor'] as const
export type Role = (typeof ROLES)[number]

declare module 'fastify' {
  interface FastifyRequest {
    /** Who signed in; null for everybody else. Read once a request, from `Authorization: Bearer`. */
    session: Session | null
  }
}

/**
 * Reads the token of every request that brings one. A bad token is refused even where none is needed: a client that thinks it is
 * signed in must not be answered as a stranger.
 */
export function registerSessions(app: FastifyInstance, signIn: SignIn | undefined): void {
  app.decorateRequest('session', null)
  app.addHook('onRequest', async (request) => {
    const header = request.headers.authorization
    if (header === undefined) return
    const token = /^Bearer ([\w.-]+)$/.exec(header)?.[1]
    if (token === undefined || signIn === undefined) {
      throw new Problem(
        'HELIOBOND_UNAUTHENTICATED',
        'The Authorization header is not a token of ours: sign in again.',
        {},
        { reason: 'TOKEN_INVALID' },
      )
    }
    const read = await signIn.session(token)
    if (!read.ok) {
      throw read.error.code === 'TOKEN_EXPIRED'
        ? new Problem(
            'HELIOBOND_UNAUTHENTICATED',
            'The token has expired: sign in again.',
            {},
            { reason: 'TOKEN_EXPIRED' },
          )
        : new Problem(
            'HELIOBOND_UNAUTHENTICATED',
            'The token is not one of ours: sign in again.',
            {},
            { reason: 'TOKEN_INVALID' },
          )
    }
    request.session = read.value
  })
}

/** The signed-in session. @throws {Problem} HELIOBOND_UNAUTHENTICATED */
export function sessionOf(request: FastifyRequest): Session {
  if (request.session === null)
    throw new Problem('HELIOBOND_UNAUTHENTICATED', 'Sign in first: GET /auth.', {}, { reason: 'NO_TOKEN' })
  return request.session
}

/** For `preHandler`: only who signed in. */
export const signedIn: preHandlerAsyncHookHandler = async (request) => {
  sessionOf(request)
}

/** The roles of an address, in the order of {@link ROLES}. */
export async function rolesOf(database: Database, address: string): Promise<Role[]> {
  const rows = await database.prisma.roleGrant.findMany({ where: { address } })
  return ROLES.filter((role) => rows.some((row) => row.role === role))
}

/** For `preHandler`: only who signed in and has one of the roles, by the database as of this request. */
export const withRole =
  (database: Database, ...allowed: readonly Role[]): preHandlerAsyncHookHandler =>
  async (request) => {
    const { address } = sessionOf(request)
    const roles = await rolesOf(database, address)
    if (!roles.some((role) => allowed.includes(role))) {
      throw new Problem(
        'HELIOBOND_FORBIDDEN',
        'This needs one of the roles {roles}.',
        { roles: allowed },
        { reason: 'ROLE_NEEDED' },
      )
    }
  }
