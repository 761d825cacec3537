import { type FastifyPluginAsyncTypebox, type Static, Type } from '@fastify/type-provider-typebox'
import { contractOf } from '@heliobond/chain'
import { formatUtcSeconds, toHex, utcSeconds } from '@heliobond/domain'
import type { ApiOptions } from '../app.ts'
import { systemOf } from '../lookup.ts'
import { systemId } from '../schemas/ids.ts'
import { problemResponses } from '../schemas/problem.ts'
import { Hash, Modelled, nullable, SignedWattHours, Stroops, Timestamp, Watts } from '../schemas/units.ts'
import { type EmissionFactor, impactOf, type ReportedCertificates } from './impact.ts'

const grams = (description: string) =>
  Type.String({ pattern: '^-?(0|[1-9][0-9]*)$', description: `${description} In grams of CO2e (1 t = 1,000,000).` })
const mwh = (description: string) => Type.String({ pattern: '^[0-9]+$', description: `${description} In MWh.` })

/** How the figures are computed, in English. */
export const METHOD = [
  'Generation: final statements that ended in the year, as the energy contract has them; corrections count in the year in which they were made.',
  'Emissions avoided: generation times the factor that the certificate contract had in force when the statement began, grid average, floored for each statement. Life-cycle emissions of the plant are not taken off.',
  'Net: what MWh that became renewable energy certificates or carbon certificates would avoid is taken off, whoever holds them: the claim is theirs. MWh whose attribute is retained stay.',
  'Proceeds: what investors paid, less what was refunded; unallocated is what of it still lies in the construction bucket.',
]

const ImpactReport = Type.Object({
  systemId,
  systemName: Type.String(),
  modelled: Modelled,
  year: Type.Integer({ description: 'Of the calendar, UTC.' }),
  from: Timestamp('Beginning.'),
  to: Timestamp('End.'),
  capacityW: Watts('Installed.'),
  generatedWh: SignedWattHours('Generated.'),
  exportedWh: SignedWattHours('Of that exported.'),
  estimatedWh: SignedWattHours('Of the generation: from statements that were closed with an estimate.'),
  statements: Type.Integer({ description: 'That it rests on.' }),
  certificates: Type.Object({
    recMwh: mwh('That became renewable energy certificates.'),
    carbonMwh: mwh('That became carbon certificates.'),
    retainedMwh: mwh('Whose attribute nobody sells.'),
  }),
  emissions: nullable(
    Type.Object(
      {
        avoidedGramsCo2e: grams('Avoided by all that was generated.'),
        certifiedGramsCo2e: grams('What certificates carry.'),
        netGramsCo2e: grams('Avoided, net of certificates.'),
        factors: Type.Array(
          Type.Object({
            version: Type.Integer(),
            gramsPerMwh: Type.String({ pattern: '^[0-9]+$', description: 'Grams of CO2e per MWh.' }),
            effectiveAt: Timestamp('From when on.'),
            sourceHash: Hash('SHA-256 of the published source.'),
          }),
          { description: 'That were applied.' },
        ),
      },
      { description: 'Null where no emission factor was in force for all of it.' },
    ),
  ),
  proceeds: nullable(
    Type.Object({
      offeringId: Type.Integer(),
      settlementAsset: Type.String(),
      raisedStroops: Stroops('What investors paid, less refunds.'),
      unallocatedStroops: Stroops('What still waits to be spent on the works.'),
    }),
  ),
  method: Type.Array(Type.String(), { description: 'How it was computed.' }),
})

/** `GET /v1/reports/impact`: what ICMA's Green Bond Principles ask to be reported yearly. */
export const impactReportRoutes =
  ({ database, ledger }: ApiOptions): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { prisma } = database

    /** The factors of the contract that certifies the system, oldest first; none where nothing certifies it or no network is at hand. */
    async function factorsOf(system: number): Promise<EmissionFactor[]> {
      const account = await prisma.certificateAccount.findUnique({ where: { systemId: system } })
      if (!account || !ledger) return []
      const found = await contractOf('certificate', account.contractId, ledger.chain).read('factors')
      return found.map((one) => ({
        version: one.version,
        gramsPerMwh: one.grams,
        effectiveAt: one.effective_at,
        sourceHash: toHex(one.source_hash),
      }))
    }

    async function proceedsOf(system: number): Promise<Static<typeof ImpactReport>['proceeds']> {
      const offering = await prisma.offering.findFirst({ where: { systemId: system }, orderBy: { id: 'asc' } })
      if (!offering) return null
      const [paid, construction] = await Promise.all([
        prisma.investment.groupBy({ by: ['kind'], where: { offeringId: offering.id }, _sum: { paidStroops: true } }),
        prisma.bucket.findUnique({ where: { offeringId_name: { offeringId: offering.id, name: 'construction' } } }),
      ])
      const of = (kind: string) => paid.find((one) => one.kind === kind)?._sum.paidStroops ?? 0n
      return {
        offeringId: offering.id,
        settlementAsset: offering.settlementAsset,
        raisedStroops: (of('invested') - of('refunded')).toString(),
        unallocatedStroops: (construction?.stroops ?? 0n).toString(),
      }
    }

    app.get(
      '/impact',
      {
        schema: {
          operationId: 'getImpactReport',
          tags: ['reports'],
          summary: "A year's impact of a system: energy, capacity, emissions avoided net of certificates, proceeds",
          description:
            'Core indicators of the harmonised framework for impact reporting (ICMA) for renewable energy, from what is on the ledger, with the method.',
          querystring: Type.Object(
            { system: systemId, year: Type.Integer({ minimum: 2015, maximum: 2100, description: 'UTC.' }) },
            { additionalProperties: false },
          ),
          response: { 200: ImpactReport, ...problemResponses },
        },
      },
      async ({ query: { system: id, year } }) => {
        const system = await systemOf(database, id)
        const from = utcSeconds(`${year}-01-01T00:00:00Z`) ?? 0n
        const to = utcSeconds(`${year + 1}-01-01T00:00:00Z`) ?? 0n
        const [statements, minted, factors, proceeds] = await Promise.all([
          prisma.statement.findMany({
            where: { systemId: id, status: 'final', toAt: { gt: from, lte: to } },
            orderBy: { index: 'asc' },
          }),
          prisma.certificateMint.findMany({ where: { systemId: id, toAt: { gt: from, lte: to } } }),
          factorsOf(id),
          proceedsOf(id),
        ])
        const impact = impactOf(
          statements.map((one) => ({
            fromAt: one.fromAt,
            toAt: one.toAt,
            generatedWh: one.generatedWh + one.generatedCorrectionWh,
            exportedWh: one.exportedWh + one.exportedCorrectionWh,
            isEstimated: one.quality !== 0,
          })),
          minted.map((one) => ({ kind: one.kind as ReportedCertificates['kind'], fromAt: one.fromAt, mwh: one.mwh })),
          factors,
        )
        const { emissions } = impact
        return {
          systemId: id,
          systemName: system.name,
          modelled: system.modelled,
          year,
          from: formatUtcSeconds(from),
          to: formatUtcSeconds(to),
          capacityW: system.capacityW.toString(),
          generatedWh: impact.generatedWh.toString(),
          exportedWh: impact.exportedWh.toString(),
          estimatedWh: impact.estimatedWh.toString(),
          statements: impact.statements,
          certificates: {
            recMwh: impact.recMwh.toString(),
            carbonMwh: impact.carbonMwh.toString(),
            retainedMwh: impact.retainedMwh.toString(),
          },
          emissions:
            emissions === null || factors.length === 0
              ? null
              : {
                  avoidedGramsCo2e: emissions.avoidedGrams.toString(),
                  certifiedGramsCo2e: emissions.certifiedGrams.toString(),
                  netGramsCo2e: emissions.netGrams.toString(),
                  factors: emissions.factors.map((one) => ({
                    version: one.version,
                    gramsPerMwh: one.gramsPerMwh.toString(),
                    effectiveAt: formatUtcSeconds(one.effectiveAt),
                    sourceHash: one.sourceHash,
                  })),
                },
          proceeds,
          method: METHOD,
        }
      },
    )
  }
