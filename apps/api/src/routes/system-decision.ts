import { type FastifyPluginAsyncTypebox, type Static, Type } from '@fastify/type-provider-typebox'
import type { PartyStanding as StandingRow } from '@heliobond/db'
import { formatUtcSeconds } from '@heliobond/domain'
import type { ApiOptions } from '../app.ts'
import { systemOf } from '../lookup.ts'
import { SystemParams, systemId } from '../schemas/ids.ts'
import { problemResponses } from '../schemas/problem.ts'
import { Modelled, nullable, Stroops, Timestamp, Watts } from '../schemas/units.ts'

const Ladder = Type.Union(
  [Type.Literal('Current'), Type.Literal('Grace'), Type.Literal('Breach'), Type.Literal('Default')],
  { description: 'How far the party is behind with its bills.' },
)
const Mode = Type.Union(
  [Type.Literal('Normal'), Type.Literal('SellToGrid'), Type.Literal('Shed'), Type.Literal('Island')],
  { description: 'What its energy is used for. Under SellToGrid and Shed only the critical floor is fed.' },
)

const PartyDecision = Type.Object({
  index: Type.Integer({ minimum: 0, description: 'Its place in the registry.' }),
  name: Type.String(),
  standing: nullable(
    Type.Object(
      {
        readAt: Timestamp('When the contract was asked.'),
        due: Type.Boolean({ description: 'Whether something happened since that may have changed it.' }),
        decision: Type.Object({
          mode: Mode,
          criticalFloorW: Watts('Loads that are fed in every mode.'),
          since: nullable(Timestamp('Since when the mode holds; null: from the start.')),
        }),
        status: Type.Object({
          state: Ladder,
          arrearsStroops: Stroops('Open past the due time.'),
          since: nullable(Timestamp('Since when the state holds; null when it is Current.')),
          oldestDueAt: nullable(Timestamp('When the oldest open bill is or was due.')),
          nextAt: nullable(Timestamp('When the next state begins if nothing is paid.')),
          suspended: Type.Boolean({ description: 'Whether force majeure makes the clocks stand still.' }),
        }),
      },
      { description: 'As the energy contract said; null when it was not asked yet.' },
    ),
  ),
})

const timeOf = (seconds: bigint | null) => (seconds === null ? null : formatUtcSeconds(seconds))

function toStanding(row: StandingRow, now: bigint): Static<typeof PartyDecision>['standing'] {
  return {
    readAt: formatUtcSeconds(row.readAt),
    due: row.outdated || (row.nextAt !== null && row.nextAt <= now),
    decision: {
      mode: row.mode as Static<typeof Mode>,
      criticalFloorW: row.criticalFloorW.toString(),
      since: timeOf(row.modeSinceAt),
    },
    status: {
      state: row.state as Static<typeof Ladder>,
      arrearsStroops: row.arrearsStroops.toString(),
      since: timeOf(row.sinceAt),
      oldestDueAt: timeOf(row.oldestDueAt),
      nextAt: timeOf(row.nextAt),
      suspended: row.suspended,
    },
  }
}

/** `/v1/systems/{id}/decision`. Answers from what the worker read; a device asks the contract itself. */
export const systemDecisionRoutes =
  ({ database, chain }: ApiOptions): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/:id/decision',
      {
        schema: {
          operationId: 'getDecision',
          tags: ['systems'],
          summary: 'Where each party stands with its bills, and what its devices do',
          params: SystemParams,
          response: {
            200: Type.Object({ systemId, modelled: Modelled, parties: Type.Array(PartyDecision) }),
            ...problemResponses,
          },
        },
      },
      async ({ params: { id } }) => {
        const system = await systemOf(database, id)
        const [parties, standings, now] = await Promise.all([
          database.prisma.party.findMany({
            where: { systemId: id },
            select: { index: true, name: true },
            orderBy: { index: 'asc' },
          }),
          database.prisma.partyStanding.findMany({ where: { systemId: id } }),
          chain.now(),
        ])
        const standingOf = new Map(standings.map((row) => [row.partyIndex, row]))
        return {
          systemId: id,
          modelled: system.modelled,
          parties: parties.map(({ index, name }) => {
            const row = standingOf.get(index)
            return { index, name, standing: row === undefined ? null : toStanding(row, now) }
          }),
        }
      },
    )
  }
