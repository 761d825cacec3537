import { contractOf, muxedAddress, parseAsset, pathPaymentStrictReceive, trustline } from '@heliobond/chain'
import type { Party } from '@heliobond/db'
import { max, sum } from '@heliobond/domain'
import { Type } from 'typebox'
import { Problem } from '../../errors.ts'
import { systemOf } from '../../lookup.ts'
import { projectContractsOf } from '../../project-schedule.ts'
import { defineAction, planCall, planClassic, type Tools } from '../action.ts'
import { refused, requireSpendable } from '../checks.ts'
import { assetIn, params, stroopsOf } from '../params.ts'
import { assetsOf } from './investor.ts'

/** What may be lost between the quote and the ledger, unless the payer says otherwise. */
const DEFAULT_SLIPPAGE_BPS = 100

/** @throws {Problem} if the system or the party is not known. */
export async function partyOf({ database }: Pick<Tools, 'database'>, system: number, index: number): Promise<Party> {
  await systemOf(database, system)
  const party = await database.prisma.party.findUnique({ where: { systemId_index: { systemId: system, index } } })
  if (!party)
    throw new Problem('HELIOBOND_PARTY_NOT_FOUND', 'System {system} has no party {party}.', { system, party: index })
  return party
}

/** The offering that a system's payments go to. @throws {Problem} while there is none. */
export async function offeringOfSystem({ database }: Pick<Tools, 'database'>, system: number) {
  const offering = await database.prisma.offering.findFirst({ where: { systemId: system }, orderBy: { id: 'desc' } })
  if (!offering) throw refused('NOTHING_TO_PAY', 'System {system} has no offering yet.', { system })
  return offering
}

/** A bill of a party as the contract has it open now. */
export interface OpenBill {
  readonly number: bigint
  readonly openStroops: bigint
  readonly dueAt: bigint
}

/**
 * What a party has open, oldest first, as the energy contract says now, and what of it is paid already: money in the collection account that
 * nobody collected yet, and the party's credit, which the next collection uses.
 */
export async function openBillsOf(tools: Pick<Tools, 'database' | 'chain'>, system: number, party: Party) {
  const { database, chain } = tools
  const offering = await offeringOfSystem(tools, system)
  const contracts = await projectContractsOf(database, offering.id)
  const settlement = parseAsset(offering.settlementAsset)
  if (!settlement.ok) throw new Error(`offering ${offering.id} has no settlement asset`)
  const [bills, line, account] = await Promise.all([
    contractOf('energy', contracts.energy, chain).read('open_bills', { system, party: party.index }),
    trustline(chain, party.collection, settlement.value),
    contractOf('offering', offering.contractId, chain).read('party_account', { party: party.index }),
  ])
  const open = bills.map(
    ({ number, due, paid, due_at }): OpenBill => ({ number, openStroops: due - paid, dueAt: due_at }),
  )
  const billedStroops = sum(open.map(({ openStroops }) => openStroops))
  const waitingStroops = (line?.balanceStroops ?? 0n) + account.credit
  return {
    offering,
    settlement: settlement.value,
    bills: open,
    /** Of all open bills. */
    billedStroops,
    /** Paid, and not collected yet. */
    waitingStroops,
    /** What somebody has to pay still. */
    openStroops: max(billedStroops - waitingStroops, 0n),
  }
}

const payBill = defineAction({
  name: 'pay-bill',
  summary:
    "Pays exactly what a party has open, from whatever asset the payer holds: a path payment to the party's own collection account. Anyone, for anyone.",
  params: Type.Object(
    {
      system: params.system,
      party: params.party,
      bill: Type.Optional(
        Type.String({ pattern: '^[1-9][0-9]{0,19}$', description: 'Only this bill; without it all that is open.' }),
      ),
      sendAsset: Type.Optional(params.asset('What the payer sends; the stablecoin itself when absent.')),
      slippageBps: Type.Optional(
        Type.Integer({
          minimum: 0,
          maximum: 2_000,
          description: 'How much dearer than now it may become. 100 when absent.',
        }),
      ),
    },
    { additionalProperties: false },
  ),
  async plan({ system, party: index, bill, sendAsset: text, slippageBps = DEFAULT_SLIPPAGE_BPS }, tools) {
    const { chain, paths, source } = tools
    const party = await partyOf(tools, system, index)
    const { settlement, bills, openStroops } = await openBillsOf(tools, system, party)
    const named = bill === undefined ? bills[0] : bills.find(({ number }) => number === BigInt(bill))
    if (!named) {
      throw bill === undefined
        ? refused('NOTHING_TO_PAY', '{party} has no open bill.', { party: party.name })
        : refused('NOTHING_TO_PAY', 'Bill {bill} is not open.', { bill })
    }
    const amount = bill === undefined || named.openStroops > openStroops ? openStroops : named.openStroops
    if (amount === 0n) throw refused('NOTHING_TO_PAY', 'What is open was paid already, and is about to be collected.')
    const sendAsset = text === undefined ? settlement : assetIn(text, 'sendAsset')
    const quote = await paths.cheapest({ sendAsset, destAsset: settlement, destAmountStroops: amount, slippageBps })
    if (!quote.ok)
      throw refused(
        'NO_PATH',
        'Nobody changes {sendAsset} into {settlement} now.',
        { sendAsset, settlement },
        { sendAsset },
      )
    const { path, sendStroops, sendMaxStroops } = quote.value
    await requireSpendable(chain, source, sendAsset, sendStroops)
    const destination = muxedAddress(party.collection, named.number)
    return planClassic(
      [
        pathPaymentStrictReceive({
          sendAsset,
          sendMaxStroops,
          destination,
          destAsset: settlement,
          destAmountStroops: amount,
          path,
        }),
      ],
      {
        moves: [{ from: source, to: party.collection, asset: settlement, amountStroops: amount }],
        facts: {
          system: String(system),
          party: String(index),
          partyName: party.name,
          bill: named.number.toString(),
          amountStroops: amount.toString(),
          sendAsset,
          sendStroops: sendStroops.toString(),
          sendMaxStroops: sendMaxStroops.toString(),
          path: path.join(' '),
        },
      },
    )
  },
})

const payDirect = defineAction({
  name: 'pay-direct',
  summary:
    'Pays for a party by one call of the escrow, with no step between: bills, waterfall, ownership. Whoever holds the stablecoin.',
  params: Type.Object(
    { offering: params.offering, party: params.party, amountStroops: params.stroops('What is paid.') },
    { additionalProperties: false },
  ),
  returns: { contract: 'offering', method: 'pay' },
  async plan({ offering: id, party, amountStroops }, tools) {
    const { offering, settlement } = await assetsOf(tools, id)
    const amount = stroopsOf(amountStroops, 'amountStroops')
    const { source } = tools
    return planCall(tools, 'offering', offering.contractId, 'pay', { from: source, party, amount }, (receipt) => ({
      moves: [{ from: source, to: offering.contractId, asset: settlement, amountStroops: amount }],
      facts: {
        offering: String(id),
        party: String(party),
        amountStroops: amount.toString(),
        ...Object.fromEntries(
          (['operations', 'coupon', 'reserve', 'renewal', 'principal', 'loan_returned', 'surplus'] as const).map(
            (bucket) => [`${bucket.replace('_r', 'R')}Stroops`, String(receipt[bucket])],
          ),
        ),
      },
    }))
  },
})

export const payerActions = [payBill, payDirect]
