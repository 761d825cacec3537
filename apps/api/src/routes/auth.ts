import { type FastifyPluginAsyncTypebox, Type } from '@fastify/type-provider-typebox'
import { addressKind } from '@heliobond/chain'
import type { ApiOptions } from '../app.ts'
import { Problem } from '../errors.ts'
import { ROLES, type Role, rolesOf, sessionOf, signedIn } from '../identity/sessions.ts'
import type { SignIn } from '../identity/sign-in.ts'
import { problemResponses } from '../schemas/problem.ts'
import { Address } from '../schemas/units.ts'

/** No challenge of ours, signed by twenty keys, is as long. */
const MOST_ENVELOPE_CHARACTERS = 8_000
/** Proofs are cheap to ask for and cost us a signature and a look at the network. */
const RATE = { max: 30, timeWindow: '1 minute' }

const REFUSALS: Readonly<Record<string, string>> = {
  CHALLENGE_MALFORMED: 'The transaction is no challenge.',
  CHALLENGE_NOT_OURS: 'The challenge is not one of ours.',
  CHALLENGE_EXPIRED: 'The challenge has expired: ask for another.',
  CHALLENGE_OTHER_DOMAIN: 'The challenge is for another domain.',
  CHALLENGE_UNKNOWN_SIGNATURE: 'A signature is by a key that is none of the account.',
  CHALLENGE_WEIGHT_TOO_LOW: "The signatures do not reach the account's highest threshold.",
  CHALLENGE_USED: 'The challenge was answered before: ask for another.',
}

/** `/auth` (SEP-10) and `/v1/me`. */
export const authRoutes =
  ({ database, network }: ApiOptions, signIn: SignIn): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/auth',
      {
        config: { rateLimit: RATE },
        schema: {
          operationId: 'getChallenge',
          tags: ['identity'],
          summary: 'A challenge to sign (SEP-10)',
          querystring: Type.Object({
            account: Address('The account that signs in: G...'),
            home_domain: Type.Optional(Type.String({ maxLength: 255, description: 'Ours, or left out.' })),
          }),
          response: {
            200: Type.Object({
              transaction: Type.String({ description: 'XDR TransactionEnvelope, base64. It can never run.' }),
              network_passphrase: Type.String(),
            }),
            ...problemResponses,
          },
        },
      },
      async ({ query }) => {
        if (addressKind(query.account) !== 'account') {
          throw new Problem(
            'HELIOBOND_INVALID_REQUEST',
            '{field} must be an account: an address that begins with G.',
            { field: 'account' },
            { reason: 'NOT_AN_ACCOUNT' },
          )
        }
        if (query.home_domain !== undefined && query.home_domain !== signIn.homeDomain) {
          throw new Problem(
            'HELIOBOND_INVALID_REQUEST',
            'home_domain is {homeDomain} here.',
            { homeDomain: signIn.homeDomain },
            { reason: 'OTHER_HOME_DOMAIN' },
          )
        }
        return { transaction: await signIn.challenge(query.account), network_passphrase: network.passphrase }
      },
    )

    app.post(
      '/auth',
      {
        config: { rateLimit: RATE },
        schema: {
          operationId: 'postChallenge',
          tags: ['identity'],
          summary: 'A token for a signed challenge (SEP-10)',
          description: 'Send the token as `Authorization: Bearer`. It lasts an hour. Each challenge is taken once.',
          body: Type.Object({ transaction: Type.String({ minLength: 1, maxLength: MOST_ENVELOPE_CHARACTERS }) }),
          response: { 200: Type.Object({ token: Type.String() }), ...problemResponses },
        },
      },
      async ({ body, log }) => {
        const answered = await signIn.answer(body.transaction)
        if (!answered.ok) {
          const { code } = answered.error
          throw new Problem('HELIOBOND_SIGN_IN_REFUSED', '{words}', { words: REFUSALS[code] ?? code }, { reason: code })
        }
        log.info({ address: answered.value.address }, 'signed in')
        return { token: answered.value.token }
      },
    )

    app.get(
      '/v1/me',
      {
        preHandler: signedIn,
        schema: {
          operationId: 'getMe',
          tags: ['identity'],
          summary: 'Who is signed in, and what they may do here',
          security: [{ token: [] }],
          response: {
            200: Type.Object({
              address: Address('Who signed in.'),
              roles: Type.Array(Type.Unsafe<Role>({ type: 'string', enum: [...ROLES] })),
              parties: Type.Array(
                Type.Object({
                  systemId: Type.Integer(),
                  partyIndex: Type.Integer(),
                  name: Type.String(),
                }),
                { description: 'Parties that the address owns or pays for.' },
              ),
            }),
            ...problemResponses,
          },
        },
      },
      async (request) => {
        const { address } = sessionOf(request)
        const [roles, parties] = await Promise.all([
          rolesOf(database, address),
          database.prisma.party.findMany({
            where: { OR: [{ owner: address }, { wallet: address }] },
            orderBy: [{ systemId: 'asc' }, { index: 'asc' }],
          }),
        ])
        return {
          address,
          roles,
          parties: parties.map(({ systemId, index, name }) => ({ systemId, partyIndex: index, name })),
        }
      },
    )
  }
