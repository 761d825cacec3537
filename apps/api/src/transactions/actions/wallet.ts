import {
  type Asset,
  account,
  armAutoPay,
  changeTrust,
  createAccount,
  disarmAutoPay,
  openPrepaidWallet,
  payment,
  prepaidWalletStanding,
  setOptions,
  tokenOf,
  trustline,
} from '@heliobond/chain'
import { Type } from 'typebox'
import { Problem } from '../../errors.ts'
import { defineAction, planClassic, type Tools } from '../action.ts'
import { BASE_RESERVE_STROOPS, refused, requireReserve, requireRoom, requireSpendable } from '../checks.ts'
import { accountIn, assetIn, params, stroopsOf } from '../params.ts'
import { offeringOfSystem, partyOf } from './payer.ts'

/** Name of the auto-pay key of a wallet whose cohort is not recorded. */
const AUTOPAY = 'autopay'
/** What a new wallet without a sponsor keeps: two entries of its own, its line, two signers, and a rest for what may come. */
const OWN_RESERVE_STROOPS = 6n * BASE_RESERVE_STROOPS

const PartyParams = Type.Object({ system: params.system, party: params.party }, { additionalProperties: false })

/** The public half of the key that may be let pay from a party's wallet. @throws {Problem} where the platform has none. */
async function autopayOf({ database }: Pick<Tools, 'database'>, system: number, party: number): Promise<string> {
  const wallet = await database.prisma.prepaidWallet.findUnique({
    where: { systemId_partyIndex: { systemId: system, partyIndex: party } },
  })
  const key = await database.prisma.secret.findUnique({
    where: { name: wallet?.autopayKey ?? AUTOPAY },
    select: { publicKey: true },
  })
  if (!key) throw refused('NOT_CONFIGURED', 'This platform has no auto-pay key.')
  return key.publicKey
}

/** The party's wallet as the ledger has it. @throws {Problem} while there is none. */
export async function walletOf(tools: Pick<Tools, 'database' | 'chain'>, system: number, index: number) {
  const party = await partyOf(tools, system, index)
  const state = party.wallet === '' ? undefined : await account(tools.chain, party.wallet)
  if (!state) throw refused('WALLET_MISSING', '{party} has no prepaid wallet: open one first.', { party: party.name })
  const autopay = await autopayOf(tools, system, index)
  return { party, state, autopay }
}

const walletOpen = defineAction({
  name: 'wallet-open',
  summary:
    'Opens a prepaid wallet of a new account for a party, with auto-pay armed. The party’s owner signs, and the new account once: it has no weight afterwards.',
  params: Type.Object(
    {
      system: params.system,
      party: params.party,
      wallet: params.account('A new account, whose key was made for this and is thrown away afterwards.'),
      floatStroops: params.stroops('What the wallet is meant to hold at most.'),
    },
    { additionalProperties: false },
  ),
  async plan({ system, party: index, wallet: address, floatStroops }, tools) {
    const { chain, source } = tools
    const party = await partyOf(tools, system, index)
    if (party.owner !== source) {
      throw refused(
        'NOT_YOURS',
        'Only the owner of {party} opens its wallet: {owner}.',
        { party: party.name, owner: party.owner },
        {
          owner: party.owner,
        },
      )
    }
    const wallet = accountIn(address, 'wallet')
    if (await account(chain, wallet)) throw refused('WALLET_EXISTS', 'This account exists already: make a new one.')
    // The platform pays the reserves of a party's first wallet; whoever wants another pays for it.
    const sponsor = party.wallet === '' || !(await account(chain, party.wallet)) ? tools.sponsor : undefined
    const { settlementAsset } = await offeringOfSystem(tools, system)
    const asset = settlementAsset as Asset
    const autopay = await autopayOf(tools, system, index)
    const facts = {
      system: String(system),
      party: String(index),
      wallet,
      autopayKey: autopay,
      floatStroops: stroopsOf(floatStroops, 'floatStroops').toString(),
      reserveStroops: (sponsor ? 0n : OWN_RESERVE_STROOPS).toString(),
    }
    if (sponsor) {
      const opening = openPrepaidWallet({ sponsor: sponsor.address, wallet, user: source, assets: [asset], autopay })
      return planClassic(opening, { moves: [], facts }, { signers: [wallet, sponsor.address] })
    }
    await requireReserve(chain, source, Number(OWN_RESERVE_STROOPS / BASE_RESERVE_STROOPS))
    const of = { source: wallet }
    return planClassic(
      [
        createAccount({ destination: wallet, startingStroops: OWN_RESERVE_STROOPS }),
        changeTrust({ ...of, asset }),
        setOptions({ ...of, signer: { address: autopay, weight: 1 } }),
        setOptions({ ...of, signer: { address: source, weight: 2 } }),
        setOptions({ ...of, masterWeight: 0, lowThreshold: 2, mediumThreshold: 1, highThreshold: 2 }),
      ],
      { moves: [{ from: source, to: wallet, asset: 'native', amountStroops: OWN_RESERVE_STROOPS }], facts },
      { signers: [wallet] },
    )
  },
  async booked({ system, party, wallet, floatStroops }, { tx, source }) {
    await tx.party.update({ where: { systemId_index: { systemId: system, index: party } }, data: { wallet } })
    const row = { address: wallet, userKey: source, floatStroops: BigInt(floatStroops), armed: true }
    await tx.prepaidWallet.upsert({
      where: { systemId_partyIndex: { systemId: system, partyIndex: party } },
      create: { systemId: system, partyIndex: party, ...row },
      update: row,
    })
  },
})

const walletTopUp = defineAction({
  name: 'wallet-top-up',
  summary: "Puts money into a party's prepaid wallet, as far as its float goes. Anyone.",
  params: Type.Object(
    {
      system: params.system,
      party: params.party,
      asset: Type.Optional(params.asset('What is sent; the stablecoin when absent.')),
      amountStroops: params.stroops('How much.'),
    },
    { additionalProperties: false },
  ),
  async plan({ system, party: index, asset: text, amountStroops }, tools) {
    const { chain, source, database } = tools
    const { party } = await walletOf(tools, system, index)
    const { settlementAsset } = await offeringOfSystem(tools, system)
    const asset = text === undefined ? (settlementAsset as Asset) : assetIn(text, 'asset')
    const amount = stroopsOf(amountStroops, 'amountStroops')
    await requireSpendable(chain, source, asset, amount)
    await requireRoom(chain, party.wallet, asset, amount)
    const known = await database.prisma.prepaidWallet.findUnique({
      where: { systemId_partyIndex: { systemId: system, partyIndex: index } },
    })
    if (known && known.floatStroops > 0n && asset === settlementAsset) {
      const held = (await trustline(chain, party.wallet, asset))?.balanceStroops ?? 0n
      const most = known.floatStroops - held
      if (amount > most) {
        throw refused(
          'OVER_FLOAT',
          'The wallet is meant to hold {floatStroops} stroops at most and holds {heldStroops}: it is no place for savings.',
          { floatStroops: known.floatStroops.toString(), heldStroops: held.toString() },
          { mostStroops: (most > 0n ? most : 0n).toString() },
        )
      }
    }
    return planClassic([payment({ destination: party.wallet, asset, amountStroops: amount })], {
      moves: [{ from: source, to: party.wallet, asset, amountStroops: amount }],
      facts: { system: String(system), party: String(index), partyName: party.name, asset, amountStroops },
    })
  },
})

const walletWithdraw = defineAction({
  name: 'wallet-withdraw',
  summary: 'Takes money out of the prepaid wallet. Whoever has the user’s key of the wallet.',
  params: Type.Object(
    {
      system: params.system,
      party: params.party,
      asset: Type.Optional(params.asset('What is taken; the stablecoin when absent.')),
      amountStroops: params.stroops('How much.'),
      to: Type.Optional(params.account('Who gets it; the signer when absent.')),
    },
    { additionalProperties: false },
  ),
  async plan({ system, party: index, asset: text, amountStroops, to }, tools) {
    const { chain, source } = tools
    const { party } = await requireUser(tools, system, index)
    const { settlementAsset } = await offeringOfSystem(tools, system)
    const asset = text === undefined ? (settlementAsset as Asset) : assetIn(text, 'asset')
    const amount = stroopsOf(amountStroops, 'amountStroops')
    const destination = accountIn(to ?? source, 'to')
    await requireSpendable(chain, party.wallet, asset, amount)
    await requireRoom(chain, destination, asset, amount)
    return planClassic([payment({ source: party.wallet, destination, asset, amountStroops: amount })], {
      moves: [{ from: party.wallet, to: destination, asset, amountStroops: amount }],
      facts: { system: String(system), party: String(index), asset, amountStroops },
    })
  },
})

/** The wallet, for who has its user's key. @throws {Problem} for anybody else: the network would refuse the signature. */
async function requireUser(tools: Tools, system: number, index: number) {
  const found = await walletOf(tools, system, index)
  const { state } = found
  const { source } = tools
  const weight = source === state.address ? state.masterWeight : weightOf(state.signers, source)
  if (weight < state.thresholds.high || weight === 0) {
    throw refused('NOT_YOURS', '{source} has no right over the wallet of {party}.', { source, party: found.party.name })
  }
  return found
}

const weightOf = (signers: readonly { address: string; weight: number }[], address: string): number =>
  signers.find((one) => one.address === address)?.weight ?? 0

const autopayStart = defineAction({
  name: 'autopay-start',
  summary:
    'Lets the platform pay bills from the prepaid wallet, and do nothing else. Whoever has the user’s key of the wallet.',
  params: PartyParams,
  async plan({ system, party: index }, tools) {
    const { party, state, autopay } = await requireUser(tools, system, index)
    const { armed } = prepaidWalletStanding(state, { user: tools.source, autopay })
    if (armed) throw refused('AUTOPAY_ON', 'Auto-pay is on already.')
    await requireReserve(tools.chain, party.wallet, 1)
    return planClassic(armAutoPay({ wallet: party.wallet, autopay }), {
      moves: [],
      facts: { system: String(system), party: String(index), wallet: party.wallet, autopayKey: autopay },
    })
  },
  async booked({ system, party }, { tx }) {
    await tx.prepaidWallet.updateMany({ where: { systemId: system, partyIndex: party }, data: { armed: true } })
  },
})

const autopayStop = defineAction({
  name: 'autopay-stop',
  summary:
    'Takes the right to pay back from the platform, at once and whatever it says. Whoever has the user’s key of the wallet.',
  params: PartyParams,
  async plan({ system, party: index }, tools) {
    const { party, state, autopay } = await requireUser(tools, system, index)
    if (weightOf(state.signers, autopay) === 0) throw refused('AUTOPAY_OFF', 'Auto-pay is off already.')
    const allowances = await tools.database.prisma.walletAllowance.findMany({ where: { wallet: party.wallet } })
    return planClassic([disarmAutoPay({ wallet: party.wallet, autopay })], {
      moves: [],
      facts: {
        system: String(system),
        party: String(index),
        wallet: party.wallet,
        autopayKey: autopay,
        allowancesLeft: String(allowances.length),
      },
    })
  },
  async booked({ system, party }, { tx }) {
    await tx.prepaidWallet.updateMany({ where: { systemId: system, partyIndex: party }, data: { armed: false } })
  },
})

const allowanceRevoke = defineAction({
  name: 'allowance-revoke',
  summary: 'Takes an allowance over the wallet’s money back. Whoever has the user’s key of the wallet.',
  params: Type.Object(
    {
      system: params.system,
      party: params.party,
      asset: Type.Optional(params.asset('Of which asset; the stablecoin when absent.')),
      spender: params.address('Whose allowance.'),
    },
    { additionalProperties: false },
  ),
  async plan({ system, party: index, asset: text, spender }, tools) {
    const { chain } = tools
    const { party } = await requireUser(tools, system, index)
    const { settlementAsset } = await offeringOfSystem(tools, system)
    const asset = text === undefined ? (settlementAsset as Asset) : assetIn(text, 'asset')
    const approval = tokenOf(asset, chain).approve({
      source: party.wallet,
      from: party.wallet,
      spender,
      amountStroops: 0n,
      expiresLedger: (await chain.ledger()) + 1_000,
    })
    return planClassic([approval], {
      moves: [],
      facts: { system: String(system), party: String(index), wallet: party.wallet, spender, asset },
    })
  },
})

export const walletActions = [walletOpen, walletTopUp, walletWithdraw, autopayStart, autopayStop, allowanceRevoke]

/** @throws {Problem} for a caller that is neither the owner of a party nor in office. */
export function requireOwner(
  party: { owner: string; wallet: string },
  address: string,
  roles: readonly string[],
): void {
  if (party.owner === address || party.wallet === address) return
  if (roles.includes('operator') || roles.includes('auditor')) return
  throw new Problem(
    'HELIOBOND_FORBIDDEN',
    'Only the owner of the party sees its wallet here.',
    {},
    { reason: 'NOT_YOURS' },
  )
}
