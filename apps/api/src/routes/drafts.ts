import { isDeepStrictEqual } from 'node:util'
import { type FastifyPluginAsyncTypebox, type Static, Type } from '@fastify/type-provider-typebox'
import type { Database, Draft as DraftRow, Prisma } from '@heliobond/db'
import { formatUtcSeconds } from '@heliobond/domain'
import type { ApiOptions } from '../app.ts'
import { decodeCursor, MAX_INT4 } from '../cursor.ts'
import { DraftBody } from '../drafts/body.ts'
import { bodyOf, draftOf } from '../drafts/draft-of.ts'
import { launchState } from '../drafts/launch-state.ts'
import { readDraft } from '../drafts/plan.ts'
import { Preview, previewOf } from '../drafts/preview.ts'
import { DRAFT_RULE_NAMES, type DraftRule } from '../drafts/problems.ts'
import { STEP_NAMES, type StepName, stepsOf } from '../drafts/steps.ts'
import { Problem } from '../errors.ts'
import { rolesOf, sessionOf, signedIn, withRole } from '../identity/sessions.ts'
import { platformOf } from '../platform.ts'
import { listQuery, pageOf, toPage } from '../schemas/page.ts'
import { Params, problemResponses } from '../schemas/problem.ts'
import { Address, nullable, Timestamp } from '../schemas/units.ts'
import { refused } from '../transactions/checks.ts'

const security = [{ token: [] }]
/** Drafts of one address: more are a mistake. */
const MOST_DRAFTS = 200

const STATUSES = ['draft', 'launching', 'launched', 'abandoned'] as const

const summary = {
  id: Type.Integer({ minimum: 1 }),
  owner: Address('The issuer.'),
  name: Type.String(),
  status: Type.Unsafe<(typeof STATUSES)[number]>({
    type: 'string',
    enum: [...STATUSES],
    description: 'launching: its contract is made and its terms are fixed; launched: it is on sale.',
  }),
  version: Type.Integer({ description: 'A change names the version that it was made from.' }),
  bondIssuer: nullable(Address("The bond's issuing account.")),
  offeringContract: nullable(Address("The offering's contract, once it is made.")),
  tenderContract: nullable(Address("The tender's contract, once it is made.")),
  systemId: nullable(Type.Integer({ description: "The registry's number of the system." })),
  offeringId: nullable(Type.Integer({ description: 'The offering, once it is followed here.' })),
  createdAt: Timestamp('When.'),
  updatedAt: Timestamp('When it was changed last.'),
} as const

const DraftSummary = Type.Object(summary)

const DraftProblem = Type.Object({
  path: Type.String({ description: 'JSON pointer into the body.' }),
  code: Type.Unsafe<'missing' | 'invalid'>({ type: 'string', enum: ['missing', 'invalid'] }),
  rule: Type.Unsafe<DraftRule>({
    type: 'string',
    enum: [...DRAFT_RULE_NAMES],
    description: 'The rule that is broken; stable. MISSING: the path says what.',
  }),
  params: Params,
  message: Type.String({ description: 'What is wrong and what would be right, in English.' }),
})

const Draft = Type.Object({
  ...summary,
  body: DraftBody,
  problems: Type.Array(DraftProblem, { description: 'In the way of a launch; empty: it can be launched.' }),
  preview: nullable(Preview),
})

const Step = Type.Object({
  name: Type.Unsafe<StepName>({ type: 'string', enum: [...STEP_NAMES] }),
  title: Type.String({ description: 'What it does.' }),
  status: Type.Unsafe<'done' | 'ready' | 'waiting'>({
    type: 'string',
    enum: ['done', 'ready', 'waiting'],
    description: 'As the network is now.',
  }),
  signer: Address('Whose wallet is the source of the transaction.'),
  withBondIssuer: Type.Boolean({ description: "Whether the bond's issuing key signs too." }),
  waitsFor: Type.Array(Type.String(), { description: 'Steps before it that are not done.' }),
  transactions: Type.Array(Type.Object({ hash: Type.String(), status: Type.String(), code: nullable(Type.String()) }), {
    description: 'That were built for it and submitted, newest first.',
  }),
})

const draftParams = Type.Object({
  id: Type.Integer({ minimum: 1, maximum: 2_147_483_647, description: 'Of the draft.' }),
})

function toSummary(row: DraftRow): Static<typeof DraftSummary> {
  const status = STATUSES.find((one) => one === row.status)
  if (status === undefined) throw new Error(`draft ${row.id} has the status ${row.status}`)
  return {
    id: row.id,
    owner: row.owner,
    name: row.name,
    status,
    version: row.version,
    bondIssuer: row.bondIssuer,
    offeringContract: row.offeringContract,
    tenderContract: row.tenderContract,
    systemId: row.systemId,
    offeringId: row.offeringId,
    createdAt: formatUtcSeconds(row.createdAt),
    updatedAt: formatUtcSeconds(row.updatedAt),
  }
}

/** The stablecoin of the platform, where it has one. */
async function settlementOf(database: Database): Promise<string | undefined> {
  try {
    return (await platformOf(database)).settlement
  } catch (error) {
    // Nothing is deployed here yet: a draft can be written all the same.
    if (error instanceof Problem) return undefined
    throw error
  }
}

/** `/v1/drafts`: an offering from the first word to its sale. */
export const draftRoutes =
  ({ database, chain, ledger }: ApiOptions): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { prisma } = database

    async function toDraft(row: DraftRow): Promise<Static<typeof Draft>> {
      const body = bodyOf(row)
      const now = await chain.now()
      const read = readDraft(body, { issuer: row.owner, settlement: await settlementOf(database), now })
      return {
        ...toSummary(row),
        body,
        // Of what is launched the contract has judged.
        problems: row.status === 'draft' ? [...read.problems] : [],
        preview: previewOf(body, read.schedule, read.plan),
      }
    }

    app.get(
      '/',
      {
        preHandler: signedIn,
        schema: {
          operationId: 'listDrafts',
          tags: ['drafts'],
          summary: "One's own drafts; for who approves or runs the platform, all",
          security,
          querystring: Type.Object(
            {
              ...listQuery,
              status: Type.Optional(
                Type.Unsafe<(typeof STATUSES)[number]>({
                  type: 'string',
                  enum: [...STATUSES],
                  description: 'In this status only.',
                }),
              ),
            },
            { additionalProperties: false },
          ),
          response: { 200: Type.Object(pageOf(DraftSummary)), ...problemResponses },
        },
      },
      async (request) => {
        const { cursor, limit, order, status } = request.query
        const { address } = sessionOf(request)
        const roles = await rolesOf(database, address)
        const seesAll = roles.some((role) => role === 'approver' || role === 'operator' || role === 'auditor')
        const list = `drafts:${order}`
        const [after] = cursor === undefined ? [] : decodeCursor(list, cursor, [MAX_INT4])
        const rows = await prisma.draft.findMany({
          where: {
            ...(seesAll ? {} : { owner: address }),
            ...(status === undefined ? {} : { status }),
            ...(after === undefined ? {} : { id: { [order === 'asc' ? 'gt' : 'lt']: Number(after) } }),
          },
          orderBy: { id: order },
          take: limit + 1,
        })
        return toPage(list, rows, limit, (row) => [row.id], toSummary)
      },
    )

    app.post(
      '/',
      {
        preHandler: withRole(database, 'issuer'),
        schema: {
          operationId: 'createDraft',
          tags: ['drafts'],
          summary: 'Begins a draft',
          security,
          body: Type.Object({ body: DraftBody }, { additionalProperties: false }),
          response: { 201: Draft, ...problemResponses },
        },
      },
      async (request, reply) => {
        const { address } = sessionOf(request)
        const { body } = request.body
        if ((await prisma.draft.count({ where: { owner: address, status: 'draft' } })) >= MOST_DRAFTS) {
          throw refused('TOO_MANY', 'You have {most} drafts: abandon one first.', { most: MOST_DRAFTS })
        }
        const now = await chain.now()
        const row = await prisma.draft.create({
          data: {
            owner: address,
            name: body.name ?? '',
            body: body as Prisma.InputJsonObject,
            createdAt: now,
            updatedAt: now,
          },
        })
        return reply.code(201).send(await toDraft(row))
      },
    )

    app.get(
      '/:id',
      {
        preHandler: signedIn,
        schema: {
          operationId: 'getDraft',
          tags: ['drafts'],
          summary: 'A draft, what is in the way of its launch, and what it comes to',
          description:
            'Schedule and debt service are those of the contract, to the stroop. The forecast runs the ledger of the escrow over expected generation: P50 and P90.',
          security,
          params: draftParams,
          response: { 200: Draft, ...problemResponses },
        },
      },
      async (request) => toDraft(await draftOf(database, request.params.id, sessionOf(request).address)),
    )

    app.put(
      '/:id',
      {
        preHandler: withRole(database, 'issuer'),
        schema: {
          operationId: 'updateDraft',
          tags: ['drafts'],
          summary: 'Replaces the body of a draft',
          description:
            'What is on the network already is fixed: the system once it is proposed, the domain once the issuing account is open, everything once the contract is made.',
          security,
          params: draftParams,
          body: Type.Object(
            { version: Type.Integer({ minimum: 1, description: 'That was changed.' }), body: DraftBody },
            { additionalProperties: false },
          ),
          response: { 200: Draft, ...problemResponses },
        },
      },
      async (request) => {
        const { id } = request.params
        const { version, body } = request.body
        const row = await ownDraft(id, sessionOf(request).address)
        requireFree(row, body)
        const { count } = await prisma.draft.updateMany({
          where: { id, version, status: 'draft', systemId: row.systemId, bondIssuer: row.bondIssuer },
          data: {
            name: body.name ?? '',
            body: body as Prisma.InputJsonObject,
            version: { increment: 1 },
            updatedAt: await chain.now(),
          },
        })
        const changed = await prisma.draft.findUniqueOrThrow({ where: { id } })
        if (count === 0) {
          throw new Problem(
            'HELIOBOND_DRAFT_CHANGED',
            'Version {version} was changed: it is at {latestVersion}.',
            { version, latestVersion: changed.version },
            {
              version: changed.version,
            },
          )
        }
        return toDraft(changed)
      },
    )

    app.delete(
      '/:id',
      {
        preHandler: withRole(database, 'issuer'),
        schema: {
          operationId: 'abandonDraft',
          tags: ['drafts'],
          summary: 'Abandons a draft that is not launched',
          security,
          params: draftParams,
          response: { 204: Type.Null(), ...problemResponses },
        },
      },
      async (request, reply) => {
        const { id } = request.params
        await ownDraft(id, sessionOf(request).address)
        const { count } = await prisma.draft.updateMany({
          where: { id, status: { in: ['draft', 'launching'] }, offeringId: null },
          data: { status: 'abandoned', updatedAt: await chain.now() },
        })
        if (count === 0)
          throw new Problem('HELIOBOND_DRAFT_FIXED', 'It is launched, or abandoned already.', {}, { reason: 'OVER' })
        return reply.code(204).send(null)
      },
    )

    app.get(
      '/:id/steps',
      {
        preHandler: signedIn,
        schema: {
          operationId: 'listLaunchSteps',
          tags: ['drafts'],
          summary: 'The steps of its launch, as the network stands now',
          description: 'Each is built by /v1/transactions/build with the action draft-step.',
          security,
          params: draftParams,
          response: {
            200: Type.Object({ draftId: Type.Integer(), steps: Type.Array(Step) }),
            ...problemResponses,
          },
        },
      },
      async (request) => {
        const draft = await draftOf(database, request.params.id, sessionOf(request).address)
        if (!ledger) throw refused('NOT_CONFIGURED', 'This installation builds no transactions.')
        const platform = await platformOf(database)
        const now = draft.offeringContract === null ? await chain.now() : draft.updatedAt
        const read = readDraft(bodyOf(draft), { issuer: draft.owner, settlement: platform.settlement, now })
        if (read.plan === null) {
          throw refused('INCOMPLETE', 'The draft has problems: they are told with it.', {}, { problems: read.problems })
        }
        const state = await launchState({ database, chain: ledger.chain }, draft, read.plan, platform)
        const sent = await prisma.trackedTransaction.findMany({
          where: { draftId: draft.id, status: { not: 'built' } },
          orderBy: { createdAt: 'desc' },
          select: { hash: true, status: true, code: true, params: true },
          take: 200,
        })
        const steps = stepsOf(state).map(({ step, status, signer, waitsFor }) => ({
          name: step.name,
          title: step.title,
          status,
          signer,
          withBondIssuer: step.withBondIssuer === true,
          waitsFor: [...waitsFor],
          transactions: sent
            .filter(({ params }) => (params as { step?: string }).step === step.name)
            .map(({ hash, status: became, code }) => ({ hash, status: became, code })),
        }))
        return { draftId: draft.id, steps }
      },
    )

    /** @throws {Problem} for one that is somebody else's: who may look at it may not change it. */
    async function ownDraft(id: number, address: string): Promise<DraftRow> {
      const row = await draftOf(database, id, address)
      if (row.owner !== address)
        throw new Problem('HELIOBOND_FORBIDDEN', 'Only its owner changes a draft.', {}, { reason: 'NOT_YOURS' })
      return row
    }
  }

/** @throws {Problem} for a change of what is on the network already. */
function requireFree(row: DraftRow, body: DraftBody): void {
  if (row.status !== 'draft') {
    throw new Problem(
      'HELIOBOND_DRAFT_FIXED',
      'Its contract is made: the terms are those of the contract now.',
      {},
      { reason: 'CONTRACT_MADE' },
    )
  }
  const before = bodyOf(row)
  if (row.systemId !== null && !isDeepStrictEqual(before.system, body.system)) {
    throw new Problem(
      'HELIOBOND_DRAFT_FIXED',
      'The system is in the registry: its name, power and parties are fixed.',
      {},
      { reason: 'SYSTEM_REGISTERED' },
    )
  }
  if (row.bondIssuer !== null && (before.homeDomain !== body.homeDomain || before.bondCode !== body.bondCode)) {
    throw new Problem(
      'HELIOBOND_DRAFT_FIXED',
      "The bond's issuing account is open: its domain and code are fixed.",
      {},
      { reason: 'ISSUER_OPEN' },
    )
  }
}
