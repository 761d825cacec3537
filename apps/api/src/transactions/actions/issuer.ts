import { contractOf } from '@heliobond/chain'
import { Type } from 'typebox'
import { Problem } from '../../errors.ts'
import { defineAction, planCall, type Tools } from '../action.ts'
import { refused } from '../checks.ts'
import { addressIn, params, stroopsOf } from '../params.ts'
import { assetsOf } from './investor.ts'

const OfferingOnly = Type.Object({ offering: params.offering }, { additionalProperties: false })
const CouponOf = Type.Object({ offering: params.offering, coupon: params.coupon }, { additionalProperties: false })
/** Lines that one transaction authorizes: what fits its limits with room to spare. */
const MOST_HOLDERS = 20

const nothingMoves = (facts: Readonly<Record<string, string>>) => () => ({ moves: [], facts })

const allow = defineAction({
  name: 'allow',
  summary: 'Puts an address on the allow-list of an offering, or takes it off. The compliance role.',
  params: Type.Object(
    { offering: params.offering, who: params.address('Who may hold the bonds.'), allowed: Type.Boolean() },
    { additionalProperties: false },
  ),
  async plan({ offering: id, who, allowed }, tools) {
    const { offering } = await assetsOf(tools, id)
    const args = { who: addressIn(who, 'who'), allowed }
    const facts = { offering: String(id), who, allowed: String(allowed) }
    return planCall(tools, 'offering', offering.contractId, 'set_allowed', args, nothingMoves(facts))
  },
})

const closeFunding = defineAction({
  name: 'close-funding',
  summary:
    'Ends the sale: works begin, or deposits go back. The issuer from the minimum on; anyone after the deadline.',
  params: OfferingOnly,
  async plan({ offering: id }, tools) {
    const { offering } = await assetsOf(tools, id)
    const handle = contractOf('offering', offering.contractId, tools.chain)
    const [minted, terms] = await Promise.all([handle.read('minted'), handle.read('terms')])
    const facts = { offering: String(id), soldStroops: minted.toString(), minimumStroops: terms.minimum.toString() }
    return planCall(tools, 'offering', offering.contractId, 'close_funding', undefined, nothingMoves(facts))
  },
})

const release = defineAction({
  name: 'release',
  summary: 'Frees the bonds of allowed holders after the sale, so that they can be traded. Anyone.',
  params: Type.Object(
    {
      offering: params.offering,
      holders: Type.Array(params.account('A holder.'), { minItems: 1, maxItems: MOST_HOLDERS }),
    },
    { additionalProperties: false },
  ),
  returns: { contract: 'offering', method: 'release' },
  async plan({ offering: id, holders }, tools) {
    const { offering } = await assetsOf(tools, id)
    const args = { holders: holders.map((holder) => addressIn(holder, 'holders')) }
    return planCall(tools, 'offering', offering.contractId, 'release', args, (count) => ({
      moves: [],
      facts: { offering: String(id), holders: String(holders.length), released: String(count) },
    }))
  },
})

const call = defineAction({
  name: 'call',
  summary: 'Calls the bond for the first pay date that leaves the notice. The issuer or the trustee.',
  params: OfferingOnly,
  returns: { contract: 'offering', method: 'call' },
  async plan({ offering: id }, tools) {
    const { offering } = await assetsOf(tools, id)
    return planCall(tools, 'offering', offering.contractId, 'call', { who: tools.source }, (date) => ({
      moves: [],
      facts: { offering: String(id), callDate: String(date) },
    }))
  },
})

/** The coupon as the contract holds it. @throws {Problem} while none is proposed. */
async function couponOf({ chain }: Tools, contractId: string, number: number) {
  const found = await contractOf('offering', contractId, chain).tryRead('coupon', { number })
  if (!found.ok) throw refused('NOT_RECORDED', 'Coupon {coupon} is not proposed yet.', { coupon: number })
  return found.value
}

const attestCoupon = defineAction({
  name: 'attest-coupon',
  summary: 'Attests a proposed coupon, after recomputing it. The issuer and the trustee, each once.',
  params: CouponOf,
  async plan({ offering: id, coupon: number }, tools) {
    const { offering } = await assetsOf(tools, id)
    const { root, total, leaf_count: leaves } = await couponOf(tools, offering.contractId, number)
    const facts = {
      offering: String(id),
      coupon: String(number),
      root: Buffer.from(root).toString('hex'),
      totalStroops: total.toString(),
      leafCount: String(leaves),
    }
    const args = { who: tools.source, number, root }
    return planCall(tools, 'offering', offering.contractId, 'attest_coupon', args, nothingMoves(facts))
  },
})

const voidCoupon = defineAction({
  name: 'void-coupon',
  summary: 'Rejects a proposed coupon before it is final. The trustee.',
  params: CouponOf,
  async plan({ offering: id, coupon: number }, tools) {
    const { offering } = await assetsOf(tools, id)
    const { root } = await couponOf(tools, offering.contractId, number)
    const facts = { offering: String(id), coupon: String(number), root: Buffer.from(root).toString('hex') }
    return planCall(tools, 'offering', offering.contractId, 'void_coupon', { number }, nothingMoves(facts))
  },
})

const fundCoupon = defineAction({
  name: 'fund-coupon',
  summary: 'Sets money aside for a coupon that is due. Anyone.',
  params: CouponOf,
  returns: { contract: 'offering', method: 'fund_coupon' },
  async plan({ offering: id, coupon: number }, tools) {
    const { offering } = await assetsOf(tools, id)
    return planCall(tools, 'offering', offering.contractId, 'fund_coupon', { number }, (added) => ({
      moves: [],
      facts: { offering: String(id), coupon: String(number), addedStroops: String(added) },
    }))
  },
})

/** Calls that take no argument and move an offering to its next state. */
const STATE_CALLS = [
  ['go-live', 'go_live', 'Says that the system produces. Who holds the works role.'],
  ['mature', 'mature', 'Closes the debt when its end has come and all is there. Anyone.'],
  ['unwind', 'unwind', 'Gives the works up after the long-stop date: what is unspent goes to the holders. Anyone.'],
  ['declare-default', 'declare_default', 'Declares that a coupon or the principal stayed short. Anyone.'],
] as const

const stateActions = STATE_CALLS.map(([name, method, summary]) =>
  defineAction({
    name,
    summary,
    params: OfferingOnly,
    async plan({ offering: id }, tools) {
      const { offering } = await assetsOf(tools, id)
      const facts = { offering: String(id), state: offering.state }
      return planCall(tools, 'offering', offering.contractId, method, undefined, nothingMoves(facts))
    },
  }),
)

const sweepUnclaimed = defineAction({
  name: 'sweep-unclaimed',
  summary: 'Hands what nobody claimed for years to who keeps it for its owners, as the terms name them. Anyone.',
  params: OfferingOnly,
  returns: { contract: 'offering', method: 'sweep_unclaimed' },
  async plan({ offering: id }, tools) {
    const { offering, settlement } = await assetsOf(tools, id)
    const { unclaimed_to: to } = await contractOf('offering', offering.contractId, tools.chain).read('terms')
    return planCall(tools, 'offering', offering.contractId, 'sweep_unclaimed', undefined, (swept) => ({
      moves: [{ from: offering.contractId, to, asset: settlement, amountStroops: swept }],
      facts: { offering: String(id), sweptStroops: String(swept) },
    }))
  },
})

const drawOperations = defineAction({
  name: 'draw-operations',
  summary: 'Pays the operator out of the operations bucket. The operator role.',
  params: Type.Object(
    { offering: params.offering, amountStroops: params.stroops('What is drawn.') },
    { additionalProperties: false },
  ),
  async plan({ offering: id, amountStroops }, tools) {
    const { offering, settlement } = await assetsOf(tools, id)
    const amount = stroopsOf(amountStroops, 'amountStroops')
    return planCall(tools, 'offering', offering.contractId, 'draw_operations', { amount }, () => ({
      moves: [{ from: offering.contractId, to: tools.source, asset: settlement, amountStroops: amount }],
      facts: { offering: String(id), amountStroops },
    }))
  },
})

const withdrawCredit = defineAction({
  name: 'withdraw-credit',
  summary: "Pays a party's credit out after the end. The party's owner.",
  params: Type.Object(
    { offering: params.offering, party: params.party, amountStroops: params.stroops('What is withdrawn.') },
    { additionalProperties: false },
  ),
  async plan({ offering: id, party, amountStroops }, tools) {
    const { offering, settlement } = await assetsOf(tools, id)
    const amount = stroopsOf(amountStroops, 'amountStroops')
    return planCall(tools, 'offering', offering.contractId, 'withdraw_credit', { party, amount }, () => ({
      moves: [{ from: offering.contractId, to: tools.source, asset: settlement, amountStroops: amount }],
      facts: { offering: String(id), party: String(party), amountStroops },
    }))
  },
})

const disburse = defineAction({
  name: 'disburse',
  summary: 'Pays construction money, where no tender contract does. Who holds the works role.',
  params: Type.Object(
    {
      offering: params.offering,
      to: params.address('Who is paid.'),
      amountStroops: params.stroops('What is paid.'),
    },
    { additionalProperties: false },
  ),
  async plan({ offering: id, to, amountStroops }, tools) {
    const { offering, settlement } = await assetsOf(tools, id)
    if (offering.tenderContract !== null) {
      throw new Problem(
        'HELIOBOND_INVALID_REQUEST',
        'The works of this offering are paid by its tender, milestone by milestone.',
        {},
        { reason: 'WORKS_BY_TENDER' },
      )
    }
    const args = { to: addressIn(to, 'to'), amount: stroopsOf(amountStroops, 'amountStroops') }
    return planCall(tools, 'offering', offering.contractId, 'disburse', args, () => ({
      moves: [{ from: offering.contractId, to, asset: settlement, amountStroops: args.amount }],
      facts: { offering: String(id), to, amountStroops },
    }))
  },
})

export const issuerActions = [
  allow,
  closeFunding,
  release,
  call,
  attestCoupon,
  voidCoupon,
  fundCoupon,
  ...stateActions,
  sweepUnclaimed,
  drawOperations,
  withdrawCredit,
  disburse,
]
