import { type FastifyPluginAsyncTypebox, Type } from '@fastify/type-provider-typebox'
import { formatUtcSeconds, toHex } from '@heliobond/domain'
import type { ApiOptions } from '../app.ts'
import { systemOf } from '../lookup.ts'
import { SystemParams, systemId } from '../schemas/ids.ts'
import { problemResponses } from '../schemas/problem.ts'
import { Address, Bps, Hash, Modelled, nullable, Timestamp, WattHours, Watts } from '../schemas/units.ts'

const Party = Type.Object({
  index: Type.Integer({ minimum: 0, description: 'Its place in the registry.' }),
  name: Type.String(),
  owner: Address('Who decides for the party.'),
  wallet: Address('The prepaid wallet that pays its bills.'),
  collection: Address('The account that takes its payments.'),
  portionBps: Bps('The portion of the system that it is to own.'),
  ownedBps: Bps('What of the system it owns so far.'),
})

const Meter = Type.Object({
  id: Type.Integer({ description: "The registry's number." }),
  kind: Type.String({ description: 'site (generation and export), load (consumption of one party) or combined.' }),
  partyIndex: nullable(Type.Integer({ description: 'Whose consumption it measures.' })),
  publicKey: Hash('The Ed25519 key that its readings are signed with.'),
  epoch: Type.Integer({ description: 'Rises when the meter is replaced or reset.' }),
  capacityW: Watts('Most that its equipment can do.'),
  revoked: Type.Boolean({ description: 'Whether its readings are refused from now on.' }),
  modelNote: nullable(Type.String({ description: 'How its readings are made, where a model makes them.' })),
  lastReading: nullable(
    Type.Object(
      {
        seq: Type.String({ pattern: '^[0-9]+$' }),
        at: Timestamp('When it was taken.'),
        generatedWh: WattHours('Register of generation.'),
        consumedWh: WattHours('Register of consumption.'),
        exportedWh: WattHours('Register of export.'),
      },
      { description: 'The newest reading taken from it.' },
    ),
  ),
})

const System = Type.Object({
  id: systemId,
  name: Type.String(),
  modelled: Modelled,
  capacityW: Watts('Peak power.'),
  offeringContract: nullable(Address('The offering that paid for it.')),
  interval: Type.String({ description: 'How long a statement runs at most.' }),
  nextFrom: Timestamp('Where the next statement begins.'),
  parties: Type.Array(Party, { description: 'Who uses its energy and comes to own it.' }),
  meters: Type.Array(Meter),
})

/** `/v1/systems/{id}`. */
export const systemRoutes =
  ({ database }: ApiOptions): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/:id',
      {
        schema: {
          operationId: 'getSystem',
          tags: ['systems'],
          summary: 'One solar system, its parties and its meters',
          params: SystemParams,
          response: { 200: System, ...problemResponses },
        },
      },
      async ({ params: { id } }) => {
        const system = await systemOf(database, id)
        const [parties, meters] = await Promise.all([
          database.prisma.party.findMany({ where: { systemId: id }, orderBy: { index: 'asc' } }),
          database.prisma.meter.findMany({ where: { systemId: id }, orderBy: { id: 'asc' } }),
        ])
        const heads = await database.prisma.meterHead.findMany({
          where: { meterId: { in: meters.map((meter) => meter.id) } },
        })
        const headOf = new Map(heads.map((head) => [head.meterId, head]))
        return {
          id: system.id,
          name: system.name,
          modelled: system.modelled,
          capacityW: String(system.capacityW),
          offeringContract: system.offeringContract,
          interval: system.interval,
          nextFrom: formatUtcSeconds(system.nextFrom),
          parties: parties.map(({ index, name, owner, wallet, collection, portionBps, ownedBps }) => ({
            index,
            name,
            owner,
            wallet,
            collection,
            portionBps,
            ownedBps,
          })),
          meters: meters.map((meter) => {
            const head = headOf.get(meter.id)
            return {
              id: meter.id,
              kind: meter.kind,
              partyIndex: meter.partyIndex,
              publicKey: toHex(meter.publicKey),
              epoch: meter.epoch,
              capacityW: String(meter.capacityW),
              revoked: meter.revoked,
              modelNote: meter.modelNote,
              lastReading: head
                ? {
                    seq: head.seq.toString(),
                    at: formatUtcSeconds(head.at),
                    generatedWh: head.generatedWh.toString(),
                    consumedWh: head.consumedWh.toString(),
                    exportedWh: head.exportedWh.toString(),
                  }
                : null,
            }
          }),
        }
      },
    )
  }
