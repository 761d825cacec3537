import { type FastifyPluginAsyncTypebox, type Static, Type } from '@fastify/type-provider-typebox'
import { formatUtcSeconds } from '@heliobond/domain'
import type { ApiOptions } from '../app.ts'
import { decodeTextCursor } from '../cursor.ts'
import { withRole } from '../identity/sessions.ts'
import { systemId } from '../schemas/ids.ts'
import { listQuery, pageOf, toPage } from '../schemas/page.ts'
import { problemResponses } from '../schemas/problem.ts'
import { Address, nullable, Stroops, Timestamp, TxHash } from '../schemas/units.ts'
import { byParty, placeOf } from './by-party.ts'

const security = [{ token: [] }]

const Channel = Type.Object({
  address: Address('Of the channel account.'),
  state: Type.Unsafe<'free' | 'lent' | 'retiring'>({
    type: 'string',
    enum: ['free', 'lent', 'retiring'],
    description: 'lent: its sequence number is spent by a transaction on its way; retiring: it takes no new one.',
  }),
  transaction: nullable(
    Type.Object({
      id: Type.String({ pattern: '^[0-9]+$', description: 'In the queue.' }),
      kind: Type.String(),
      status: Type.String(),
      hash: nullable(TxHash('Of the envelope under way.')),
      expiresAt: nullable(Timestamp('Until when a ledger may take it.')),
    }),
  ),
})

const OperatedWallet = Type.Object({
  systemId,
  partyIndex: Type.Integer(),
  partyName: Type.String(),
  address: Address('Of the prepaid wallet.'),
  armed: Type.Boolean({ description: 'Whether the platform may pay bills from it.' }),
  low: Type.Boolean({ description: 'Whether it will not pay the next bill.' }),
  worthStroops: Stroops('What all of it would pay.'),
  nextBillStroops: Stroops('What the next bill is expected to be.'),
  floatStroops: nullable(Stroops('What it is meant to hold at most; null: two bills.')),
  readAt: nullable(Timestamp('When it was looked at; null: not yet.')),
})

/** `/v1/operations/{channels,wallets}`: the accounts that transactions leave from. */
export const operationAccountRoutes =
  ({ database }: ApiOptions): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { prisma } = database
    const mayRead = withRole(database, 'operator', 'auditor')

    app.get(
      '/channels',
      {
        preHandler: mayRead,
        schema: {
          operationId: 'listChannels',
          tags: ['operations'],
          summary: 'Channel accounts and what each carries',
          description: 'In the order of their addresses.',
          security,
          querystring: Type.Object(listQuery, { additionalProperties: false }),
          response: { 200: Type.Object(pageOf(Channel)), ...problemResponses },
        },
      },
      async ({ query: { cursor, limit, order } }) => {
        const list = `channels:${order}`
        const [after] = cursor === undefined ? [] : decodeTextCursor(list, cursor, [/^G[A-Z2-7]{55}$/])
        const rows = await prisma.channelAccount.findMany({
          where: after === undefined ? {} : { address: { [order === 'asc' ? 'gt' : 'lt']: after } },
          orderBy: { address: order },
          take: limit + 1,
        })
        const ids = rows.map(({ lockedByOutbox }) => lockedByOutbox).filter((id) => id !== null)
        const entries = await prisma.outbox.findMany({ where: { id: { in: ids } } })
        const byId = new Map(entries.map((entry) => [entry.id, entry]))
        return toPage(
          list,
          rows,
          limit,
          ({ address }) => [address],
          ({ address, lockedByOutbox, retiring }): Static<typeof Channel> => {
            const entry = lockedByOutbox === null ? undefined : byId.get(lockedByOutbox)
            return {
              address,
              state: lockedByOutbox !== null ? 'lent' : retiring ? 'retiring' : 'free',
              transaction: entry
                ? {
                    id: entry.id.toString(),
                    kind: entry.kind,
                    status: entry.status,
                    hash: entry.hash,
                    expiresAt: entry.expiresAt === null ? null : formatUtcSeconds(entry.expiresAt),
                  }
                : null,
            }
          },
        )
      },
    )

    app.get(
      '/wallets',
      {
        preHandler: mayRead,
        schema: {
          operationId: 'listWallets',
          tags: ['operations'],
          summary: 'Prepaid wallets, as they were looked at last',
          security,
          querystring: Type.Object(
            {
              ...listQuery,
              low: Type.Optional(Type.Boolean({ description: 'Only those that will not pay the next bill, or will.' })),
              armed: Type.Optional(Type.Boolean({ description: 'Only those that the platform may pay from, or not.' })),
              system: Type.Optional(systemId),
            },
            { additionalProperties: false },
          ),
          response: { 200: Type.Object(pageOf(OperatedWallet)), ...problemResponses },
        },
      },
      async ({ query: { cursor, limit, order, low, armed, system } }) => {
        const list = `operated-wallets:${order}`
        const { behind, orderBy } = byParty(list, order, cursor)
        const rows = await prisma.prepaidWallet.findMany({
          where: {
            ...(low === undefined ? {} : { low }),
            ...(armed === undefined ? {} : { armed }),
            ...(system === undefined ? {} : { systemId: system }),
            ...behind,
          },
          orderBy,
          take: limit + 1,
        })
        const parties = await prisma.party.findMany({
          where: { systemId: { in: rows.map((row) => row.systemId) } },
          select: { systemId: true, index: true, name: true },
        })
        const names = new Map(parties.map(({ systemId: of, index, name }) => [`${of}.${index}`, name]))
        return toPage(
          list,
          rows,
          limit,
          placeOf,
          (row): Static<typeof OperatedWallet> => ({
            systemId: row.systemId,
            partyIndex: row.partyIndex,
            partyName: names.get(`${row.systemId}.${row.partyIndex}`) ?? '',
            address: row.address,
            armed: row.armed,
            low: row.low,
            worthStroops: row.worthStroops.toString(),
            nextBillStroops: row.nextBillStroops.toString(),
            floatStroops: row.floatStroops === 0n ? null : row.floatStroops.toString(),
            readAt: row.readAt === 0n ? null : formatUtcSeconds(row.readAt),
          }),
        )
      },
    )
  }
