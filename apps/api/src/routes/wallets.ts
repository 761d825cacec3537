import { type FastifyPluginAsyncTypebox, type Static, Type } from '@fastify/type-provider-typebox'
import { type Asset, heldAssets, prepaidWalletStanding } from '@heliobond/chain'
import { formatUtcSeconds, payUri } from '@heliobond/domain'
import type { ApiOptions } from '../app.ts'
import { rolesOf, sessionOf, signedIn } from '../identity/sessions.ts'
import { systemId } from '../schemas/ids.ts'
import { problemResponses } from '../schemas/problem.ts'
import { Address, nullable, Stroops, Timestamp } from '../schemas/units.ts'
import { openBillsOf, partyOf } from '../transactions/actions/payer.ts'
import { requireOwner, walletOf } from '../transactions/actions/wallet.ts'
import { spendable } from '../transactions/checks.ts'

const PartyParams = Type.Object({
  system: systemId,
  party: Type.Integer({ minimum: 0, maximum: 15, description: 'Its place in the registry.' }),
})

const Wallet = Type.Object({
  systemId,
  partyIndex: Type.Integer(),
  partyName: Type.String(),
  address: Address('Of the wallet.'),
  autopay: Type.Boolean({ description: 'Whether the platform may pay bills from it.' }),
  autopayKey: Address('The key that may: it can pay, and do nothing else.'),
  tooPowerful: Type.Boolean({
    description: 'The auto-pay key could do more than pay: the wallet must be set up anew.',
  }),
  strangers: Type.Array(Address('A key that could pay, too, and is neither the user’s nor ours.')),
  floatStroops: nullable(Stroops('What it is meant to hold at most; null: two bills.')),
  openStroops: Stroops('What the party has open now.'),
  low: Type.Boolean({ description: 'Whether it cannot pay what is open, or its next bill.' }),
  nextBillStroops: nullable(Stroops('What the next bill is expected to be.')),
  balances: Type.Array(
    Type.Object({
      asset: Type.String(),
      spendableStroops: Stroops('What can leave the wallet.'),
      costStroops: nullable(
        Stroops('What paying all that is open would cost in it now; null where nobody changes it.'),
      ),
    }),
  ),
  allowances: Type.Array(
    Type.Object({
      contractId: Address('The asset’s contract.'),
      spender: Address('Who may take it.'),
      amountStroops: Stroops('How much.'),
    }),
    { description: 'Over its money: nobody but its user can want one.' },
  ),
})

const PayPage = Type.Object({
  systemId,
  systemName: Type.String(),
  partyIndex: Type.Integer(),
  partyName: Type.String(),
  collection: Address('The account that takes its payments.'),
  settlementAsset: Type.String(),
  openStroops: Stroops('What somebody has to pay still.'),
  waitingStroops: Stroops('What was paid and is about to be collected.'),
  bills: Type.Array(
    Type.Object({
      number: Type.String({ pattern: '^[0-9]+$' }),
      openStroops: Stroops('What of it is open.'),
      dueAt: Timestamp('Until when it is to be paid.'),
      overdue: Type.Boolean(),
    }),
    { description: 'Open, the oldest first: payments pay them in this order.' },
  ),
  uri: nullable(
    Type.String({ description: 'A link that wallets understand (SEP-7); null when nothing is open. Anyone may pay.' }),
  ),
})

/** `/v1/wallets/{system}/{party}` and `/v1/pay/{system}/{party}`. */
export const walletRoutes =
  ({
    database,
    ledger,
    network,
    publicUrl,
  }: ApiOptions & Required<Pick<ApiOptions, 'ledger'>>): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { chain, paths } = ledger
    const tools = { database, chain }

    app.get(
      '/wallets/:system/:party',
      {
        preHandler: signedIn,
        schema: {
          operationId: 'getWallet',
          tags: ['payments'],
          summary: "A party's prepaid wallet: what is in it, who may pay from it, what paying would cost",
          security: [{ token: [] }],
          params: PartyParams,
          response: { 200: Wallet, ...problemResponses },
        },
      },
      async (request): Promise<Static<typeof Wallet>> => {
        const { system, party: index } = request.params
        const { address } = sessionOf(request)
        requireOwner(await partyOf(tools, system, index), address, await rolesOf(database, address))
        const { party, state, autopay } = await walletOf(tools, system, index)
        const [known, allowances, open, held] = await Promise.all([
          database.prisma.prepaidWallet.findUnique({
            where: { systemId_partyIndex: { systemId: system, partyIndex: index } },
          }),
          database.prisma.walletAllowance.findMany({ where: { wallet: party.wallet } }),
          openBillsOf(tools, system, party),
          heldAssets(chain, party.wallet),
        ])
        const standing = prepaidWalletStanding(state, { user: known?.userKey ?? party.owner, autopay })
        const assets = new Set<Asset>([open.settlement, ...held])
        const balances = await Promise.all(
          [...assets].map(async (asset) => ({
            asset,
            spendableStroops: await spendable(chain, party.wallet, asset),
            costStroops: await costOf(asset, open.settlement, open.openStroops),
          })),
        )
        const canPay = balances.some((one) => one.costStroops !== null && one.costStroops <= one.spendableStroops)
        return {
          systemId: system,
          partyIndex: index,
          partyName: party.name,
          address: party.wallet,
          autopay: standing.armed,
          autopayKey: autopay,
          tooPowerful: standing.tooPowerful,
          // The owner's other key (the wallet's own) is no stranger.
          strangers: standing.strangers.filter((key) => key !== party.owner && key !== party.wallet),
          floatStroops: known && known.floatStroops > 0n ? known.floatStroops.toString() : null,
          openStroops: open.openStroops.toString(),
          low: known?.low === true || (open.openStroops > 0n && !canPay),
          nextBillStroops: known && known.nextBillStroops > 0n ? known.nextBillStroops.toString() : null,
          balances: balances.map((one) => ({
            asset: one.asset,
            spendableStroops: one.spendableStroops.toString(),
            costStroops: one.costStroops?.toString() ?? null,
          })),
          allowances: allowances.map(({ contractId, spender, amountStroops }) => ({
            contractId,
            spender,
            amountStroops: amountStroops.toString(),
          })),
        }
      },
    )

    async function costOf(sendAsset: Asset, destAsset: Asset, openStroops: bigint): Promise<bigint | null> {
      if (openStroops === 0n) return 0n
      const query = { sendAsset, destAsset, destAmountStroops: openStroops, slippageBps: 0 }
      const quote = await paths.cheapest(query)
      return quote.ok ? quote.value.sendStroops : null
    }

    app.get(
      '/pay/:system/:party',
      {
        schema: {
          operationId: 'getPayPage',
          tags: ['payments'],
          summary: 'What a party has open, and a link by which anyone can pay it',
          params: PartyParams,
          response: { 200: PayPage, ...problemResponses },
        },
      },
      async ({ params: { system, party: index } }): Promise<Static<typeof PayPage>> => {
        const party = await partyOf(tools, system, index)
        const [{ name }, now, open] = await Promise.all([
          database.prisma.system.findUniqueOrThrow({ where: { id: system } }),
          chain.now(),
          openBillsOf(tools, system, party),
        ])
        const { settlement, bills, openStroops, waitingStroops } = open
        const [oldest] = bills
        return {
          systemId: system,
          systemName: name,
          partyIndex: index,
          partyName: party.name,
          collection: party.collection,
          settlementAsset: settlement,
          openStroops: openStroops.toString(),
          waitingStroops: waitingStroops.toString(),
          bills: bills.map((bill) => ({
            number: bill.number.toString(),
            openStroops: bill.openStroops.toString(),
            dueAt: formatUtcSeconds(bill.dueAt),
            overdue: bill.dueAt <= now,
          })),
          uri:
            oldest && openStroops > 0n
              ? payUri(
                  {
                    destination: party.collection,
                    amountStroops: openStroops,
                    asset: settlement,
                    memoId: oldest.number,
                    message: `Energy of ${party.name}, ${name} (${new URL(publicUrl).host})`,
                  },
                  { networkPassphrase: network.passphrase },
                )
              : null,
        }
      },
    )
  }
