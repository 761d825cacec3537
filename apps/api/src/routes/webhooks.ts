import { randomBytes } from 'node:crypto'
import { type FastifyPluginAsyncTypebox, type Static, Type } from '@fastify/type-provider-typebox'
import { sealSecret, type Webhook as WebhookRow } from '@heliobond/db'
import { formatUtcSeconds } from '@heliobond/domain'
import type { FastifyRequest } from 'fastify'
import type { ApiOptions } from '../app.ts'
import { MAX_INT8 } from '../cursor.ts'
import { Problem } from '../errors.ts'
import { sessionOf, signedIn } from '../identity/sessions.ts'
import { pageById } from '../operations/by-id.ts'
import { listQuery, pageOf } from '../schemas/page.ts'
import { problemResponses } from '../schemas/problem.ts'
import { nullable, Timestamp } from '../schemas/units.ts'
import { dispatchInBackground, webhookSecretName } from '../webhooks/dispatcher.ts'
import { WEBHOOK_EVENTS, type WebhookEvent } from '../webhooks/events.ts'
import { refuseUrl, type UrlRefusal } from '../webhooks/public-address.ts'

const security = [{ token: [] }]
const MOST_WEBHOOKS = 10
const LOOK_MS = 2_000

const REFUSED: Readonly<Record<UrlRefusal, string>> = {
  NOT_A_URL: 'url is no URL.',
  NOT_HTTPS: 'url must begin with https://.',
  CREDENTIALS: 'url must not hold a name or a password: deliveries are signed instead.',
  NOT_PUBLIC: 'url must lead to an address of the public internet.',
}

const event = Type.Unsafe<WebhookEvent>({
  type: 'string',
  enum: [...WEBHOOK_EVENTS],
  description: 'As in /v1/events; alarm: for operators and auditors only.',
})

const summary = {
  id: Type.Integer({ minimum: 1 }),
  url: Type.String({ description: 'Where events are posted to.' }),
  events: Type.Array(event, { description: 'Which; empty: all.' }),
  createdAt: Timestamp('When.'),
} as const
const Webhook = Type.Object(summary)

const machineTime = (description: string) =>
  Type.String({ format: 'date-time', description: `${description} By this machine's clock. UTC, RFC 3339.` })

const Delivery = Type.Object({
  id: Type.String({ pattern: '^[0-9]+$' }),
  eventId: Type.String({ description: 'Names the event for ever: take each once.' }),
  event: Type.String(),
  status: Type.String({ description: 'pending (first, or to be tried again), delivered or failed (given up).' }),
  attempts: Type.Integer(),
  nextAt: nullable(machineTime('When it is tried next; null: no more.')),
  lastStatus: nullable(Type.Integer({ description: "HTTP, of the receiver's last answer." })),
  lastError: nullable(Type.String({ description: 'Why there was none: TIMEOUT, NOT_PUBLIC, ECONNREFUSED and so on.' })),
  createdAt: machineTime('When it was written down.'),
  deliveredAt: nullable(machineTime('When it was taken.')),
})

const params = Type.Object({
  id: Type.Integer({ minimum: 1, maximum: 2_147_483_647, description: 'Of the webhook.' }),
})

const toWebhook = (row: WebhookRow): Static<typeof Webhook> => ({
  id: row.id,
  url: row.url,
  events: WEBHOOK_EVENTS.filter((one) => Array.isArray(row.events) && row.events.includes(one)),
  createdAt: formatUtcSeconds(row.createdAt),
})

const instant = (ms: bigint) => new Date(Number(ms)).toISOString()

/** `/v1/webhooks`: events, posted to who wants them, signed. */
export const webhookRoutes =
  ({
    database,
    chain,
    identity,
    network,
    log,
  }: ApiOptions & Required<Pick<ApiOptions, 'identity'>>): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { prisma, pool } = database
    const { masterKey } = identity
    const isLocal = network.name === 'local'
    let stop: (() => Promise<void>) | undefined
    app.addHook('onListen', async () => {
      stop = dispatchInBackground({ database, masterKey, isLocal, log }, LOOK_MS)
    })
    app.addHook('onClose', async () => stop?.())

    /** @throws {Problem} for one that is not theirs: others' are not even told of. */
    async function ownWebhook(id: number, request: FastifyRequest): Promise<WebhookRow> {
      const row = await prisma.webhook.findUnique({ where: { id } })
      if (!row || row.owner !== sessionOf(request).address) {
        throw new Problem(
          'HELIOBOND_NOT_FOUND',
          'There is no webhook {webhook} of yours.',
          { webhook: id },
          { reason: 'NO_WEBHOOK' },
        )
      }
      return row
    }

    app.get(
      '/',
      {
        preHandler: signedIn,
        schema: {
          operationId: 'listWebhooks',
          tags: ['webhooks'],
          summary: "One's own webhooks",
          security,
          response: { 200: Type.Object({ data: Type.Array(Webhook) }), ...problemResponses },
        },
      },
      async (request) => {
        const owner = sessionOf(request).address
        const rows = await prisma.webhook.findMany({ where: { owner }, orderBy: { id: 'asc' } })
        return { data: rows.map(toWebhook) }
      },
    )

    app.post(
      '/',
      {
        preHandler: signedIn,
        schema: {
          operationId: 'createWebhook',
          tags: ['webhooks'],
          summary: 'Has events posted to a URL from now on',
          description:
            'Each delivery has the header heliobond-signature: t=<Unix seconds>,v1=<hex HMAC-SHA256 of "t.body" under the secret>. The secret is told once, here. What is not answered with 2xx within ten seconds is tried again, eight times within a day and a half; 410 ends it. Redirects are not followed.',
          security,
          body: Type.Object(
            {
              url: Type.String({ minLength: 1, maxLength: 500, description: 'https, in the public internet.' }),
              events: Type.Optional(
                Type.Array(event, {
                  maxItems: WEBHOOK_EVENTS.length,
                  uniqueItems: true,
                  description: 'Which; all when absent or empty.',
                }),
              ),
            },
            { additionalProperties: false },
          ),
          response: {
            201: Type.Object({ ...summary, secret: Type.String({ description: 'Told once. Keep it.' }) }),
            ...problemResponses,
          },
        },
      },
      async (request, reply) => {
        const owner = sessionOf(request).address
        const { url, events = [] } = request.body
        const refused = refuseUrl(url, isLocal)
        if (refused)
          throw new Problem('HELIOBOND_INVALID_REQUEST', '{words}', { words: REFUSED[refused] }, { reason: refused })
        if ((await prisma.webhook.count({ where: { owner } })) >= MOST_WEBHOOKS) {
          throw new Problem('HELIOBOND_TOO_MANY_WEBHOOKS', '{most} are kept of one address: delete one first.', {
            most: MOST_WEBHOOKS,
          })
        }
        const secret = `whsec_${randomBytes(32).toString('base64url')}`
        // The number comes first: the secret is sealed under it.
        const { rows } = await pool.query<{ id: string }>(
          `select nextval(pg_get_serial_sequence('webhook', 'id')) as id`,
        )
        const id = Number(rows[0]?.id)
        const { ciphertext, nonce } = sealSecret(masterKey, webhookSecretName(id), secret)
        const row = await prisma.webhook.create({
          data: {
            ...{ id, owner, url, events: [...events], createdAt: await chain.now() },
            ...{ secretCiphertext: ciphertext, secretNonce: nonce },
          },
        })
        return reply.code(201).send({ ...toWebhook(row), secret })
      },
    )

    app.delete(
      '/:id',
      {
        preHandler: signedIn,
        schema: {
          operationId: 'deleteWebhook',
          tags: ['webhooks'],
          summary: 'Ends a webhook, with all that was to be delivered to it',
          security,
          params,
          response: { 204: Type.Null(), ...problemResponses },
        },
      },
      async (request, reply) => {
        const { id } = await ownWebhook(request.params.id, request)
        await prisma.webhookDelivery.deleteMany({ where: { webhookId: id } })
        await prisma.webhook.deleteMany({ where: { id } })
        return reply.code(204).send(null)
      },
    )

    app.post(
      '/:id/ping',
      {
        preHandler: signedIn,
        schema: {
          operationId: 'pingWebhook',
          tags: ['webhooks'],
          summary: 'Has a ping delivered, to try the receiver',
          security,
          params,
          response: { 202: Type.Object({ eventId: Type.String() }), ...problemResponses },
        },
      },
      async (request, reply) => {
        const { id } = await ownWebhook(request.params.id, request)
        const eventId = `ping.${request.id}`
        const now = Date.now()
        const body = { id: eventId, event: 'ping', systemId: null, data: {} }
        await prisma.webhookDelivery.create({
          data: { webhookId: id, eventId, event: 'ping', body, nextAt: now, createdAt: now },
        })
        return reply.code(202).send({ eventId })
      },
    )

    app.get(
      '/:id/deliveries',
      {
        preHandler: signedIn,
        schema: {
          operationId: 'listWebhookDeliveries',
          tags: ['webhooks'],
          summary: 'What was delivered to a webhook, and what was not; kept for 30 days',
          security,
          params,
          querystring: Type.Object(
            {
              ...listQuery,
              status: Type.Optional(
                Type.Unsafe<'pending' | 'delivered' | 'failed'>({
                  type: 'string',
                  enum: ['pending', 'delivered', 'failed'],
                  description: 'Of this status only.',
                }),
              ),
            },
            { additionalProperties: false },
          ),
          response: { 200: Type.Object(pageOf(Delivery)), ...problemResponses },
        },
      },
      async (request) => {
        const { id } = await ownWebhook(request.params.id, request)
        const { status, ...page } = request.query
        return pageById(
          `deliveries:${id}`,
          page,
          MAX_INT8,
          (query) =>
            prisma.webhookDelivery.findMany({
              ...query,
              where: { ...query.where, webhookId: id, ...(status === undefined ? {} : { status }) },
            }),
          (row): Static<typeof Delivery> => ({
            id: row.id.toString(),
            eventId: row.eventId,
            event: row.event,
            status: row.status,
            attempts: row.attempts,
            nextAt: row.status === 'pending' ? instant(row.nextAt) : null,
            lastStatus: row.lastStatus,
            lastError: row.lastError,
            createdAt: instant(row.createdAt),
            deliveredAt: row.deliveredAt === null ? null : instant(row.deliveredAt),
          }),
        )
      },
    )
  }
