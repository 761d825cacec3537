import { randomUUID } from 'node:crypto'
import cors from '@fastify/cors'
import helmet from '@fastify/helmet'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { Chain, PathSource, Signer } from '@heliobond/chain'
import type { Database } from '@heliobond/db'
import Fastify, { type FastifyBaseLogger } from 'fastify'
import { registerAudit } from './audit.ts'
import { registerCsv } from './csv.ts'
import { registerDocs } from './docs.ts'
import { handleError, handleNotFound } from './errors.ts'
import { registerIdempotency } from './idempotency.ts'
import { registerSessions } from './identity/sessions.ts'
import { createSignIn } from './identity/sign-in.ts'
import { registerMetrics } from './metrics.ts'
import { operationAccountRoutes } from './operations/accounts.ts'
import { operationAlarmRoutes } from './operations/alarms.ts'
import { operationAuditRoutes } from './operations/audit-log.ts'
import { operationBookRoutes } from './operations/books.ts'
import { operationDecideRoutes } from './operations/decide.ts'
import { operationDecisionListRoutes } from './operations/decision-list.ts'
import { operationOracleRoutes } from './operations/oracles.ts'
import { operationOverviewRoutes } from './operations/overview.ts'
import { operationSearchRoutes } from './operations/search-route.ts'
import { registerRateLimits } from './rate-limits.ts'
import { eventNoticeRoutes } from './reports/event-notices-route.ts'
import { impactReportRoutes } from './reports/impact-route.ts'
import { authRoutes } from './routes/auth.ts'
import { billTraceRoutes } from './routes/bill-trace.ts'
import { certificateDonorRoutes } from './routes/certificate-donors.ts'
import { certificateRoutes } from './routes/certificates.ts'
import { type DevTools, devRoutes } from './routes/dev.ts'
import { documentRoutes } from './routes/documents.ts'
import { draftRoutes } from './routes/drafts.ts'
import { enrolmentRoutes } from './routes/enrolments.ts'
import { eventRoutes } from './routes/events.ts'
import { healthRoutes } from './routes/health.ts'
import { offeringCouponRoutes } from './routes/offering-coupons.ts'
import { offeringDetailRoutes } from './routes/offering-details.ts'
import { offeringMoneyRoutes } from './routes/offering-money.ts'
import { offeringRoutes } from './routes/offerings.ts'
import { operationMeterRoutes } from './routes/operation-meters.ts'
import { operationRoutes } from './routes/operations.ts'
import { particleRoute } from './routes/particle.ts'
import { portfolioRoutes } from './routes/portfolio.ts'
import { postReadingsRoute, type ReadingIntake } from './routes/post-readings.ts'
import { stellarTomlRoute } from './routes/stellar-toml.ts'
import { systemBillRoutes } from './routes/system-bills.ts'
import { systemDecisionRoutes } from './routes/system-decision.ts'
import { systemEnergyRoutes } from './routes/system-energy.ts'
import { systemSeriesRoutes } from './routes/system-series.ts'
import { systemRoutes } from './routes/systems.ts'
import { tenderRoutes } from './routes/tenders.ts'
import { transactionRoutes } from './routes/transactions.ts'
import { walletRoutes } from './routes/wallets.ts'
import { webhookRoutes } from './routes/webhooks.ts'
import { registerWellFormed } from './well-formed.ts'

export interface ApiOptions {
  database: Database
  chain: {
    /** The network's time: the latest ledger's close time in Unix seconds. */
    now(): Promise<bigint>
  }
  network: {
    passphrase: string
    /** local, testnet, mainnet or custom. */
    name: string
    rpcUrl: string
  }
  /** Sign-in with a wallet (SEP-10). Without it nobody can sign in, and routes that need it refuse everybody. */
  identity?: {
    readonly chain: Chain
    /** The platform's master key: tokens and challenges are signed with keys derived from it. */
    readonly masterKey: Uint8Array
  }
  /** The network itself: transactions are built and followed on it, and what it alone knows is read from it. */
  ledger?: {
    readonly chain: Chain
    readonly paths: PathSource
    /** Pays the reserves of what is opened for others; absent: they pay themselves. */
    readonly sponsor?: Signer
  }
  /** Of a local network only: lends a newcomer the example's people. Given for any other network, nothing starts. */
  dev?: DevTools
  /** Where clients find us, without a slash at the end; its host is our home domain. */
  publicUrl: string
  /** Takes readings and resolves after the commit. */
  ingest: ReadingIntake
  log: FastifyBaseLogger
  /** Of this program, for people. */
  version: string
  /** Origins whose pages may read us; none by default. */
  corsOrigins?: readonly string[]
  /** Requests a minute that one client may make. */
  requestsAMinute?: number
  /** How long `/healthz` waits for each part, in milliseconds. 2,000 by default. */
  healthTimeoutMs?: number
}

/** Room for the thousand readings that one request may bring. */
const BODY_LIMIT_BYTES = 1_048_576

/** What operators look at and decide. */
const OPERATIONS = [
  operationOverviewRoutes,
  operationAlarmRoutes,
  operationAccountRoutes,
  operationBookRoutes,
  operationOracleRoutes,
  operationAuditRoutes,
  operationSearchRoutes,
  operationDecisionListRoutes,
  operationDecideRoutes,
]

/** The HTTP interface, not listening yet. */
export type Api = Awaited<ReturnType<typeof buildApp>>

/** Wires the routes to their parts. Every dependency comes in; nothing is opened here and `close` closes nothing that was given. */
export async function buildApp(options: ApiOptions) {
  if (options.dev && options.network.name !== 'local') {
    throw new Error(`the development tools are for a local network, not for ${options.network.name}`)
  }
  const app = Fastify({
    loggerInstance: options.log,
    bodyLimit: BODY_LIMIT_BYTES,
    // Not the client's own id: ours cannot be forged into the log.
    requestIdHeader: false,
    genReqId: () => randomUUID(),
    requestTimeout: 30_000,
    // A connection that a client opened and never used holds up a shutdown for as long.
    keepAliveTimeout: 5_000,
    // A proxy on this machine may say for whom it asks; nobody else may.
    trustProxy: 'loopback',
    ajv: { customOptions: { removeAdditional: false, coerceTypes: true, useDefaults: true } },
    routerOptions: { maxParamLength: 100 },
    // What is no URL at all never reaches a route.
    frameworkErrors: (error, request, reply) => handleError(error, request, reply),
  }).withTypeProvider<TypeBoxTypeProvider>()

  // Fastify takes text/plain as well; here a body is JSON or nothing.
  app.removeContentTypeParser('text/plain')
  app.setErrorHandler(handleError)
  app.setNotFoundHandler(handleNotFound)
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
  })
  await app.register(helmet, {
    // Answers are data: a browser that opens one as a page may load and run nothing.
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    crossOriginResourcePolicy: { policy: 'cross-origin' },
  })
  if (options.corsOrigins?.length) {
    await app.register(cors, {
      origin: [...options.corsOrigins],
      methods: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'],
      maxAge: 600,
    })
  }
  await registerDocs(app, options.version)
  const { identity } = options
  const signIn =
    identity && createSignIn({ ...identity, database: options.database, homeDomain: new URL(options.publicUrl).host })
  registerSessions(app, signIn)
  await registerRateLimits(app, options.requestsAMinute)
  registerWellFormed(app)
  registerCsv(app)
  registerIdempotency(app, options.database)
  registerAudit(app, options.database)
  registerMetrics(app, { database: options.database, now: () => options.chain.now() })

  await app.register(healthRoutes(options))
  if (signIn) {
    await app.register(authRoutes(options, signIn))
    await app.register(stellarTomlRoute(options, signIn))
  }
  await app.register(offeringRoutes(options), { prefix: '/v1/offerings' })
  await app.register(offeringDetailRoutes(options), { prefix: '/v1/offerings' })
  await app.register(offeringMoneyRoutes(options), { prefix: '/v1/offerings' })
  await app.register(offeringCouponRoutes(options), { prefix: '/v1/offerings' })
  await app.register(documentRoutes(options), { prefix: '/v1/documents' })
  await app.register(tenderRoutes(options), { prefix: '/v1/tenders' })
  await app.register(certificateRoutes(options), { prefix: '/v1/certificates' })
  await app.register(certificateDonorRoutes(options), { prefix: '/v1/certificates' })
  await app.register(draftRoutes(options), { prefix: '/v1/drafts' })
  await app.register(portfolioRoutes(options), { prefix: '/v1/portfolio' })
  await app.register(systemRoutes(options), { prefix: '/v1/systems' })
  await app.register(systemEnergyRoutes(options), { prefix: '/v1/systems' })
  await app.register(systemSeriesRoutes(options), { prefix: '/v1/systems' })
  await app.register(systemBillRoutes(options), { prefix: '/v1/systems' })
  await app.register(systemDecisionRoutes(options), { prefix: '/v1/systems' })
  await app.register(operationRoutes(options), { prefix: '/v1/operations' })
  await app.register(operationMeterRoutes(options), { prefix: '/v1/operations' })
  for (const routes of OPERATIONS) await app.register(routes(options), { prefix: '/v1/operations' })
  const { ledger } = options
  await app.register(billTraceRoutes(options), { prefix: '/v1/bills' })
  if (ledger) {
    await app.register(transactionRoutes({ ...options, ledger }), { prefix: '/v1/transactions' })
    await app.register(walletRoutes({ ...options, ledger }), { prefix: '/v1' })
  }
  if (options.dev) await app.register(devRoutes(options, options.dev), { prefix: '/v1/dev' })
  await app.register(enrolmentRoutes(options), { prefix: '/v1/enrolments' })
  await app.register(eventRoutes(options), { prefix: '/v1/events' })
  await app.register(postReadingsRoute(options), { prefix: '/v1/readings' })
  await app.register(particleRoute(options), { prefix: '/v1/readings' })
  await app.register(impactReportRoutes(options), { prefix: '/v1/reports' })
  await app.register(eventNoticeRoutes(options), { prefix: '/v1/reports' })
  if (identity) await app.register(webhookRoutes({ ...options, identity }), { prefix: '/v1/webhooks' })
  return app
}
