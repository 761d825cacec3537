import { type FastifyPluginAsyncTypebox, type Static, Type } from '@fastify/type-provider-typebox'
import type {
  CertificateAccount as AccountRow,
  CertificateMint as MintRow,
  CertificateRetirement as RetirementRow,
} from '@heliobond/db'
import { formatUtcSeconds } from '@heliobond/domain'
import type { ApiOptions } from '../app.ts'
import { decodeTextCursor, INTEGER } from '../cursor.ts'
import { Problem } from '../errors.ts'
import { systemOf } from '../lookup.ts'
import { systemId } from '../schemas/ids.ts'
import { moment, momentOf } from '../schemas/moment.ts'
import { listQuery, pageOf, toPage } from '../schemas/page.ts'
import { problemResponses } from '../schemas/problem.ts'
import { Address, nullable, SignedWattHours, Stroops, Timestamp, TxHash, WattHours } from '../schemas/units.ts'

const Kind = Type.Union([Type.Literal('Rec'), Type.Literal('Carbon'), Type.Literal('Retained')], {
  description:
    'Rec: 1 MWh = 10,000,000 stroops of its asset; Carbon: 1 t CO2e = 10,000,000 stroops; Retained: not sold.',
})

const Totals = Type.Object({
  certifiedStroops: Stroops('What measured energy became.'),
  mintedStroops: Stroops('What of it was claimed.'),
  retiredStroops: Stroops('What of that was retired.'),
})

const Account = Type.Object({
  systemId,
  systemName: Type.String(),
  contractId: Address('The certificate contract.'),
  recAsset: Type.String({ description: 'CODE:ISSUER.' }),
  carbonAsset: Type.String({ description: 'CODE:ISSUER.' }),
  startWh: WattHours('Measured before: never certified.'),
  countedWh: WattHours('Measured and counted so far.'),
  countedTo: Timestamp('Until when.'),
  carryWh: SignedWattHours('What is below a whole MWh, or was taken back by a correction.'),
  recMwh: Type.String({ description: 'MWh that became RECs.' }),
  carbonMwh: Type.String({ description: 'MWh that became carbon certificates.' }),
  retainedMwh: Type.String({ description: 'MWh whose attribute nobody sells.' }),
  administrator: nullable(Address('Who announces policies.')),
  policy: Type.Unknown({ description: 'Whose attribute is sold, in force: kind, owner and shares.' }),
  announcedPolicy: Type.Unknown({ description: 'What is to come, or null.' }),
  totals: Type.Object({ Rec: nullable(Totals), Carbon: nullable(Totals) }),
})

const Mint = Type.Object({
  kind: Kind,
  from: Timestamp('Beginning of the energy.'),
  to: Timestamp('Its end.'),
  newWh: SignedWattHours('Measured since the last act, corrections included.'),
  mwh: Type.String({ description: 'Whole MWh certified.' }),
  unitsStroops: Stroops('Certificates.'),
  carryWh: SignedWattHours('What was carried on.'),
  factorVersion: nullable(Type.Integer({ description: 'Of the emission factor, for carbon.' })),
  at: Timestamp('When its ledger closed.'),
  txHash: TxHash('That certified it.'),
})

const Retirement = Type.Object({
  number: Type.String({ pattern: '^[0-9]+$', description: "The contract's number of the retirement." }),
  contractId: Address('The certificate contract.'),
  systemId,
  kind: Kind,
  holder: Address('Who retired them.'),
  unitsStroops: Stroops('How many.'),
  beneficiary: Type.String({ description: 'For whom.' }),
  purpose: Type.String({ description: 'What for.' }),
  period: Type.String({ description: 'Of what time.' }),
  at: Timestamp('When its ledger closed.'),
  txHash: TxHash('That burnt them: the proof.'),
})

type TotalsJson = { readonly certified?: string; readonly minted?: string; readonly retired?: string }

function toTotals(json: TotalsJson | undefined): Static<typeof Totals> | null {
  if (!json) return null
  return {
    certifiedStroops: json.certified ?? '0',
    mintedStroops: json.minted ?? '0',
    retiredStroops: json.retired ?? '0',
  }
}

function toAccount(row: AccountRow, systemName: string): Static<typeof Account> {
  const totals = row.totals as { Rec?: TotalsJson; Carbon?: TotalsJson }
  return {
    systemId: row.systemId,
    systemName,
    contractId: row.contractId,
    recAsset: row.recAsset,
    carbonAsset: row.carbonAsset,
    startWh: row.startWh.toString(),
    countedWh: row.countedWh.toString(),
    countedTo: formatUtcSeconds(row.countedTo),
    carryWh: row.carryWh.toString(),
    recMwh: row.recMwh.toString(),
    carbonMwh: row.carbonMwh.toString(),
    retainedMwh: row.retainedMwh.toString(),
    administrator: row.administrator,
    policy: row.policy,
    announcedPolicy: row.announced,
    totals: { Rec: toTotals(totals.Rec), Carbon: toTotals(totals.Carbon) },
  }
}

const toMint = (row: MintRow): Static<typeof Mint> => ({
  kind: row.kind as Static<typeof Kind>,
  from: formatUtcSeconds(row.fromAt),
  to: formatUtcSeconds(row.toAt),
  newWh: row.newWh.toString(),
  mwh: row.mwh.toString(),
  unitsStroops: row.units.toString(),
  carryWh: row.carryWh.toString(),
  factorVersion: row.factor === 0 ? null : row.factor,
  at: formatUtcSeconds(row.at),
  txHash: row.txHash,
})

const toRetirement = (row: RetirementRow): Static<typeof Retirement> => ({
  number: row.number.toString(),
  contractId: row.contractId,
  systemId: row.systemId,
  kind: row.kind as Static<typeof Kind>,
  holder: row.holder,
  unitsStroops: row.units.toString(),
  beneficiary: row.beneficiary,
  purpose: row.purpose,
  period: row.period,
  at: formatUtcSeconds(row.at),
  txHash: row.txHash,
})

/** `/v1/certificates`. */
export const certificateRoutes =
  ({ database }: ApiOptions): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { prisma } = database

    app.get(
      '/',
      {
        schema: {
          operationId: 'listCertificateAccounts',
          tags: ['certificates'],
          summary: 'Every system that is certified, and what became of its energy',
          querystring: Type.Object(listQuery, { additionalProperties: false }),
          response: { 200: Type.Object(pageOf(Account)), ...problemResponses },
        },
      },
      async ({ query: { cursor, limit, order } }) => {
        const list = `certificates:${order}`
        const [after] = cursor === undefined ? [] : decodeTextCursor(list, cursor, [INTEGER])
        const rows = await prisma.certificateAccount.findMany({
          where: after === undefined ? {} : { systemId: { [order === 'asc' ? 'gt' : 'lt']: Number(after) } },
          orderBy: { systemId: order },
          take: limit + 1,
        })
        const systems = await prisma.system.findMany({ where: { id: { in: rows.map((row) => row.systemId) } } })
        const names = new Map(systems.map(({ id, name }) => [id, name]))
        return toPage(
          list,
          rows,
          limit,
          (row) => [row.systemId],
          (row) => toAccount(row, names.get(row.systemId) ?? ''),
        )
      },
    )

    app.get(
      '/retirements',
      {
        schema: {
          operationId: 'listRetirements',
          tags: ['certificates'],
          summary: 'Certificates taken out of circulation, for ever: the public proof',
          querystring: Type.Object(
            {
              ...listQuery,
              system: Type.Optional(systemId),
              holder: Type.Optional(Address('Retired by this address.')),
              from: moment('At or after this.'),
              to: moment('Before this.'),
            },
            { additionalProperties: false },
          ),
          response: { 200: Type.Object(pageOf(Retirement)), ...problemResponses },
        },
      },
      async ({ query: { cursor, limit, order, system, holder, from, to } }) => {
        const list = `retirements:${order}`
        const [contract, number] =
          cursor === undefined ? [] : decodeTextCursor(list, cursor, [/^C[A-Z2-7]{10,60}$/, INTEGER])
        const beyond = order === 'asc' ? 'gt' : 'lt'
        const [after, before] = [momentOf('from', from), momentOf('to', to)]
        const rows = await prisma.certificateRetirement.findMany({
          where: {
            ...(system === undefined ? {} : { systemId: system }),
            ...(holder === undefined ? {} : { holder }),
            at: { ...(after !== undefined && { gte: after }), ...(before !== undefined && { lt: before }) },
            ...(contract === undefined || number === undefined
              ? {}
              : {
                  OR: [
                    { contractId: { [beyond]: contract } },
                    { contractId: contract, number: { [beyond]: BigInt(number) } },
                  ],
                }),
          },
          orderBy: [{ contractId: order }, { number: order }],
          take: limit + 1,
        })
        return toPage(list, rows, limit, (row) => [row.contractId, row.number], toRetirement)
      },
    )

    app.get(
      '/:id',
      {
        schema: {
          operationId: 'getCertificateAccount',
          tags: ['certificates'],
          summary: 'What became of the energy of one system',
          params: Type.Object({ id: systemId }),
          response: { 200: Account, ...problemResponses },
        },
      },
      async ({ params: { id } }) => {
        const system = await systemOf(database, id)
        const row = await prisma.certificateAccount.findUnique({ where: { systemId: id } })
        if (!row) throw new Problem('HELIOBOND_NOT_CERTIFIED', 'System {system} has no certificates.', { system: id })
        return toAccount(row, system.name)
      },
    )

    app.get(
      '/:id/mints',
      {
        schema: {
          operationId: 'listMints',
          tags: ['certificates'],
          summary: 'Act by act: what was measured and what it became',
          params: Type.Object({ id: systemId }),
          querystring: Type.Object(listQuery, { additionalProperties: false }),
          response: { 200: Type.Object({ systemId, ...pageOf(Mint) }), ...problemResponses },
        },
      },
      async ({ params: { id }, query: { cursor, limit, order } }) => {
        await systemOf(database, id)
        const list = `mints:${id}:${order}`
        const key =
          cursor === undefined ? [] : decodeTextCursor(list, cursor, [INTEGER, /^[0-9a-f]{1,64}$/, /^[A-Za-z]{1,10}$/])
        const compare = order === 'asc' ? '>' : '<'
        const { rows } = await database.pool.query<{
          kind: string
          from_at: bigint
          to_at: bigint
          new_wh: bigint
          mwh: bigint
          units: bigint
          carry_wh: bigint
          factor: number
          tx_hash: string
          at: bigint
        }>(
          `select kind, from_at, to_at, new_wh, mwh, units, carry_wh, factor, tx_hash, at from certificate_mint
           where system_id = $1 and ($2::int8 is null or (to_at, tx_hash, kind) ${compare} ($2, $3, $4))
           order by to_at ${order}, tx_hash ${order}, kind ${order} limit $5`,
          [id, key[0] ?? null, key[1] ?? '', key[2] ?? '', limit + 1],
        )
        return {
          systemId: id,
          ...toPage(
            list,
            rows,
            limit,
            (row) => [row.to_at, row.tx_hash, row.kind],
            (row) =>
              toMint({
                ...row,
                systemId: id,
                index: 0,
                ledger: 0,
                fromAt: row.from_at,
                toAt: row.to_at,
                newWh: row.new_wh,
                carryWh: row.carry_wh,
                txHash: row.tx_hash,
              }),
          ),
        }
      },
    )
  }
