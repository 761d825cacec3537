import { type FastifyPluginAsyncTypebox, type Static, Type } from '@fastify/type-provider-typebox'
import { correctStatements, editReading, enterTariff, openMeterEpoch, rejectReading } from '@heliobond/db'
import { MAX_I64 } from '@heliobond/domain'
import type { FastifyRequest } from 'fastify'
import type { TSchema } from 'typebox'
import type { ApiOptions } from '../app.ts'
import { Problem } from '../errors.ts'
import { sessionOf, withRole } from '../identity/sessions.ts'
import { platformOf } from '../platform.ts'
import { problemResponses } from '../schemas/problem.ts'
import { Reason } from '../schemas/reason.ts'
import { timeIn } from '../transactions/params.ts'
import { Decision, toDecision } from './decision-list.ts'
import { REFUSED_DECISIONS } from './refused-decisions.ts'

const security = [{ token: [] }]
const MAX_ID = 2_147_483_647

const wh = (description: string) =>
  Type.String({ pattern: '^(0|[1-9][0-9]{0,18})$', description: `${description} In watt-hours.` })
const signedWh = (description: string) =>
  Type.String({ pattern: '^(0|-?[1-9][0-9]{0,17})$', description: `${description} In watt-hours; below 0: too much.` })
const stroops = (description: string) =>
  Type.String({ pattern: '^-?[0-9]{1,18}$', description: `${description} In stroops.` })
const time = (description: string) =>
  Type.String({
    pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$',
    description: `${description} YYYY-MM-DDTHH:MM:SSZ.`,
  })
const withReason = <T extends Record<string, TSchema>>(fields: T) =>
  Type.Object({ ...fields, reason: Reason }, { additionalProperties: false })

const meterParams = Type.Object({
  id: Type.Integer({ minimum: 1, maximum: MAX_ID, description: "The registry's number of the meter." }),
})
const systemParams = Type.Object({
  id: Type.Integer({ minimum: 0, maximum: MAX_ID, description: "The registry's number of the system." }),
})

/** @throws {RangeError} never: a register is an `int8` column, and what does not fit is refused in words. */
function registerIn(text: string, name: string): bigint {
  const value = BigInt(text)
  if (value > MAX_I64)
    throw new Problem(
      'HELIOBOND_INVALID_REQUEST',
      '{field} is more than a register holds.',
      { field: name },
      { reason: 'TOO_LARGE' },
    )
  return value
}

/**
 * Acts of operators that change what is billed: each is written down with who decided it and why, before it takes effect; none changes what
 * is on the chain, the next statement corrects it.
 */
export const operationDecideRoutes =
  ({ database, chain }: ApiOptions): FastifyPluginAsyncTypebox =>
  async (app) => {
    const preHandler = withRole(database, 'operator')

    /** Who decides now, and why. */
    const decisionOf = async (request: FastifyRequest, why: string) => ({
      by: sessionOf(request).address,
      at: await chain.now(),
      reason: why,
    })

    /** The recorded act. @throws {Problem} with the reason why it is refused. */
    async function recorded(
      request: FastifyRequest,
      outcome: { readonly decisionId: bigint } | keyof typeof REFUSED_DECISIONS,
    ): Promise<Static<typeof Decision>> {
      if (typeof outcome === 'string') {
        throw new Problem(
          'HELIOBOND_DECISION_REFUSED',
          '{words}',
          { words: REFUSED_DECISIONS[outcome] },
          { reason: outcome },
        )
      }
      const row = await database.prisma.operatorDecision.findUniqueOrThrow({ where: { id: outcome.decisionId } })
      request.log.info({ decision: row.id, kind: row.kind, subject: row.subject, actor: row.decidedBy }, 'decided')
      return toDecision(row)
    }

    app.post(
      '/meters/:id/epochs',
      {
        preHandler,
        config: { reasonInAudit: true },
        schema: {
          operationId: 'openMeterEpoch',
          tags: ['operations'],
          summary: "Opens a meter's next epoch: it was replaced or reset, or its registers wrapped around",
          description:
            'From now on readings of that epoch only are taken. What was refused with EPOCH_NOT_OPEN can be released then.',
          security,
          params: meterParams,
          body: withReason({
            wrapsAtWh: Type.Optional(
              wh('Where the registers begin anew at 0: energy goes on without a gap. Absent: a new or a reset meter.'),
            ),
          }),
          response: { 200: Decision, ...problemResponses },
        },
      },
      async (request) => {
        const { wrapsAtWh, reason: why } = request.body
        const act = {
          meterId: request.params.id,
          ...(wrapsAtWh !== undefined && { wrapsAtWh: registerIn(wrapsAtWh, 'wrapsAtWh') }),
        }
        return recorded(request, await openMeterEpoch(database, await decisionOf(request, why), act))
      },
    )

    app.post(
      '/meters/:id/edits',
      {
        preHandler,
        config: { reasonInAudit: true },
        schema: {
          operationId: 'editReading',
          tags: ['operations'],
          summary: 'Records what a person read from a meter that does not speak',
          description: 'Of grade edited. Where a signed reading contradicts it later, the reading counts.',
          security,
          params: meterParams,
          body: withReason({
            at: time('When the registers stood so.'),
            generatedWh: wh('Register; 0 where the meter has none.'),
            consumedWh: wh('Register; 0 where the meter has none.'),
            exportedWh: wh('Register; 0 where the meter has none.'),
          }),
          response: { 200: Decision, ...problemResponses },
        },
      },
      async (request) => {
        const { at, generatedWh, consumedWh, exportedWh, reason: why } = request.body
        const edit = {
          meterId: request.params.id,
          at: timeIn(at, 'at'),
          generatedWh: registerIn(generatedWh, 'generatedWh'),
          consumedWh: registerIn(consumedWh, 'consumedWh'),
          exportedWh: registerIn(exportedWh, 'exportedWh'),
        }
        return recorded(request, await editReading(database, await decisionOf(request, why), edit))
      },
    )

    app.post(
      '/meters/:id/rejections',
      {
        preHandler,
        config: { reasonInAudit: true },
        schema: {
          operationId: 'rejectReading',
          tags: ['operations'],
          summary: 'Takes a stored reading out of all that is billed from now on',
          description: 'Of grade rejected. One that a statement rests on stays: correct the statement instead.',
          security,
          params: meterParams,
          body: withReason({
            epoch: Type.Integer({ minimum: 1, maximum: MAX_ID, description: 'Of the reading.' }),
            seq: Type.String({ pattern: '^[0-9]{1,18}$', description: 'Of the reading.' }),
          }),
          response: { 200: Decision, ...problemResponses },
        },
      },
      async (request) => {
        const { epoch, seq, reason: why } = request.body
        const act = { meterId: request.params.id, epoch, seq: BigInt(seq) }
        return recorded(request, await rejectReading(database, await decisionOf(request, why), act))
      },
    )

    app.post(
      '/systems/:id/corrections',
      {
        preHandler,
        config: { reasonInAudit: true },
        schema: {
          operationId: 'correctStatements',
          tags: ['operations'],
          summary: 'Records that statements of a system were wrong, and by how much',
          description: 'The next statement carries it out, once, and names it.',
          security,
          params: systemParams,
          body: withReason({
            generatedWh: signedWh('What is to be added.'),
            exportedWh: signedWh('What is to be added.'),
            consumedWh: Type.Array(signedWh('What is to be added.'), {
              minItems: 1,
              maxItems: 16,
              description: 'By party, in the order of the registry: what is to be added, in watt-hours.',
            }),
          }),
          response: { 200: Decision, ...problemResponses },
        },
      },
      async (request) => {
        const { generatedWh, exportedWh, consumedWh, reason: why } = request.body
        const correction = {
          systemId: request.params.id,
          generatedWh: BigInt(generatedWh),
          exportedWh: BigInt(exportedWh),
          consumedWh: consumedWh.map(BigInt),
        }
        return recorded(request, await correctStatements(database, await decisionOf(request, why), correction))
      },
    )

    app.post(
      '/tariffs',
      {
        preHandler,
        config: { reasonInAudit: true },
        schema: {
          operationId: 'enterTariff',
          tags: ['operations'],
          summary: 'Enters a price, for a feeder to say to the tariff contract',
          description:
            "Beyond the contract's bound it waits there until a second feeder says the same: another entry, for the second feeder's key, by another person.",
          security,
          body: withReason({
            symbol: Type.String({
              pattern: '^[A-Za-z0-9_]{1,32}$',
              description: "The utility's, as the tariff has it.",
            }),
            effectiveAt: time('From when on.'),
            priceStroopsPerKwh: stroops('Per kWh.'),
            components: Type.Optional(
              Type.Object(
                {
                  base: stroops('Of the price.'),
                  fuel: stroops('Of the price; may be below 0.'),
                  purchase: stroops('Of the price; may be below 0.'),
                },
                { additionalProperties: false, description: 'That add up to the price.' },
              ),
            ),
            feeder: Type.Optional(
              Type.String({
                pattern: '^feeder(\\.[0-9]{1,3})?$',
                description: 'Whose key says it; feeder when absent.',
              }),
            ),
          }),
          response: { 200: Decision, ...problemResponses },
        },
      },
      async (request) => {
        const { symbol, effectiveAt, priceStroopsPerKwh, components, feeder, reason: why } = request.body
        const { tariff } = await platformOf(database)
        const outcome = await enterTariff(database, await decisionOf(request, why), {
          tariff,
          symbol,
          effectiveAt: timeIn(effectiveAt, 'effectiveAt'),
          priceStroops: BigInt(priceStroopsPerKwh),
          components: components
            ? { base: BigInt(components.base), fuel: BigInt(components.fuel), purchase: BigInt(components.purchase) }
            : null,
          ...(feeder !== undefined && { feeder }),
        })
        return recorded(request, outcome.ok ? { decisionId: outcome.id } : outcome.code)
      },
    )
  }
