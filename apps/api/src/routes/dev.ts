import { type FastifyPluginAsyncTypebox, Type } from '@fastify/type-provider-typebox'
import { addressKind } from '@heliobond/chain'
import { formatUtcSeconds } from '@heliobond/domain'
import type { ApiOptions } from '../app.ts'
import { Problem } from '../errors.ts'
import { problemResponses } from '../schemas/problem.ts'
import { Address, Timestamp } from '../schemas/units.ts'

/** What a local network lends a newcomer: people to play, their signatures, a clock to turn, money to spend. */
export interface DevTools {
  people(): Promise<readonly DevPerson[]>
  /** The envelope with that person's signature; null when it is none of the people. */
  signEnvelope(address: string, envelopeXdr: string): Promise<string | null>
  /** That person's signature of a message (SEP-53), base64; null when it is none of the people. */
  signMessage(address: string, message: string): Promise<string | null>
  /** Turns the network's clock on. @returns the time then, Unix seconds. */
  advance(seconds: number): Promise<bigint>
  /** Gives an account stablecoins; it must have a line. @returns false when it could not be given. */
  giveStablecoins(address: string): Promise<boolean>
}

export interface DevPerson {
  readonly name: string
  /** What they do on the platform. */
  readonly role: string
  readonly address: string
}

/** A year: what expires, expires. */
const MOST_SECONDS = 31_536_000

/**
 * `/v1/dev`: on a local network only, whose money is worth nothing. It signs for the example's people, so that a newcomer can play every part
 * within a minute. It is not registered anywhere else.
 */
export const devRoutes =
  ({ chain }: ApiOptions, dev: DevTools): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/people',
      {
        schema: {
          operationId: 'listDevPeople',
          tags: ['dev'],
          summary: 'Everyone whom a newcomer can play',
          response: {
            200: Type.Object({
              data: Type.Array(
                Type.Object({
                  name: Type.String(),
                  role: Type.String({ description: 'issuer, investor, contractor, end-user, operator and so on.' }),
                  address: Address('Of the wallet.'),
                }),
              ),
            }),
            ...problemResponses,
          },
        },
      },
      async () => ({ data: [...(await dev.people())] }),
    )

    app.post(
      '/sign',
      {
        schema: {
          operationId: 'signAsDevPerson',
          tags: ['dev'],
          summary: "Signs as one of the example's people",
          description: 'Either an envelope or a message (SEP-53).',
          body: Type.Object(
            {
              address: Address('Who signs.'),
              envelopeXdr: Type.Optional(Type.String({ minLength: 1, maxLength: 100_000 })),
              message: Type.Optional(Type.String({ maxLength: 10_000 })),
            },
            { additionalProperties: false },
          ),
          response: {
            200: Type.Object({
              envelopeXdr: Type.Optional(Type.String({ description: 'With the signature.' })),
              signature: Type.Optional(Type.String({ description: 'Of the message, base64.' })),
            }),
            ...problemResponses,
          },
        },
      },
      async ({ body: { address, envelopeXdr, message } }) => {
        if ((envelopeXdr === undefined) === (message === undefined)) {
          throw new Problem(
            'HELIOBOND_INVALID_REQUEST',
            'Either envelopeXdr or message is wanted.',
            {},
            { reason: 'NOTHING_TO_SIGN' },
          )
        }
        const signed =
          envelopeXdr === undefined
            ? await dev.signMessage(address, message ?? '')
            : await dev.signEnvelope(address, envelopeXdr)
        if (signed === null)
          throw new Problem('HELIOBOND_NOT_FOUND', 'None of the people has this address.', {}, { reason: 'NO_PERSON' })
        return envelopeXdr === undefined ? { signature: signed } : { envelopeXdr: signed }
      },
    )

    app.post(
      '/clock',
      {
        schema: {
          operationId: 'turnDevClock',
          tags: ['dev'],
          summary: "Turns the network's clock on",
          body: Type.Object(
            { seconds: Type.Integer({ minimum: 1, maximum: MOST_SECONDS, description: 'How far.' }) },
            { additionalProperties: false },
          ),
          response: { 200: Type.Object({ time: Timestamp('It is then.') }), ...problemResponses },
        },
      },
      async ({ body, log }) => {
        const before = await chain.now()
        const time = await dev.advance(body.seconds)
        log.info({ before: Number(before), after: Number(time) }, 'clock turned')
        return { time: formatUtcSeconds(time) }
      },
    )

    app.post(
      '/stablecoins',
      {
        schema: {
          operationId: 'giveDevStablecoins',
          tags: ['dev'],
          summary: 'Gives an account stablecoins to play with',
          description: 'It must have lumens (friendbot) and a line of the stablecoin first.',
          body: Type.Object({ address: Address('Who gets them.') }, { additionalProperties: false }),
          response: { 200: Type.Object({ given: Type.Literal(true) }), ...problemResponses },
        },
      },
      async ({ body: { address } }) => {
        if (addressKind(address) !== 'account') {
          throw new Problem(
            'HELIOBOND_INVALID_REQUEST',
            '{field} must be an account: an address that begins with G.',
            { field: 'address' },
            { reason: 'NOT_AN_ACCOUNT' },
          )
        }
        if (!(await dev.giveStablecoins(address))) {
          throw new Problem(
            'HELIOBOND_ACTION_REFUSED',
            'The account has no line of the stablecoin.',
            {},
            {
              reason: 'LINE_MISSING',
            },
          )
        }
        return { given: true as const }
      },
    )
  }
