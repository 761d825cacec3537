import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'

const DESCRIPTION = `Municipal solar bonds on Stellar: what was sold, measured, billed, paid and owed.

Amounts are decimal strings of stroops and energy decimal strings of watt-hours, so that no client loses any above 2^53.
Times are RFC 3339 in UTC, by the network's clock. Lists page by an opaque cursor: ask again with \`nextCursor\` until it is null.
Errors are RFC 9457 problem details with a stable \`code\`.`

/** `/openapi.json` for programs and `/docs` for people. Register before the routes that they describe. */
export async function registerDocs(app: FastifyInstance, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Heliobond',
        version,
        description: DESCRIPTION,
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
      tags: [
        { name: 'offerings', description: 'Bonds, their schedule, their money and their coupons' },
        { name: 'systems', description: 'Solar systems, what they measured and what was billed' },
        { name: 'readings', description: 'Readings from meters' },
        { name: 'devices', description: 'Meters to come: one-time codes, and the keys that wait for the approver' },
        { name: 'portfolio', description: 'What the signed-in address holds, and what happened to it' },
        { name: 'payments', description: 'Prepaid wallets, and paying for a party' },
        { name: 'documents', description: 'Documents by their hashes' },
        { name: 'tenders', description: 'Sealed bids, milestones, evidence' },
        { name: 'certificates', description: 'Renewable energy and carbon certificates, and their retirements' },
        { name: 'transactions', description: 'Built here, signed by a wallet, submitted and followed here' },
        { name: 'identity', description: 'Sign-in with a Stellar account (SEP-10)' },
        { name: 'operations', description: 'For operators: the queue of transactions, devices, what was refused' },
        { name: 'dev', description: 'On a local network only: people to play, their signatures, a clock to turn' },
        { name: 'service', description: 'This program itself' },
      ],
    },
  })
  await app.register(swaggerUi, { routePrefix: '/docs', staticCSP: true })
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger())
}
