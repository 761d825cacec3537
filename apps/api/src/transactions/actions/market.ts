import { manageBuyOffer, manageSellOffer, offer as readOffer } from '@heliobond/chain'
import { mulDivCeil, mulDivFloor } from '@heliobond/domain'
import { Type } from 'typebox'
import { defineAction, planClassic } from '../action.ts'
import { refused, requireReserve, requireRoom, requireSpendable } from '../checks.ts'
import { params, stroopsOf } from '../params.ts'
import { assetsOf } from './investor.ts'

const OfferParams = Type.Object(
  {
    offering: params.offering,
    bondStroops: params.stroops('Bonds.'),
    priceN: params.priceN,
    priceD: params.priceD,
  },
  { additionalProperties: false },
)

const sell = defineAction({
  name: 'sell',
  summary: 'Offers bonds on the network’s order book, or sells at once what others bid for. A holder with a free line.',
  params: OfferParams,
  async plan({ offering: id, bondStroops, priceN, priceD }, tools) {
    const { chain, source } = tools
    const { bond, settlement } = await assetsOf(tools, id)
    const amountStroops = stroopsOf(bondStroops, 'bondStroops')
    const proceeds = mulDivFloor(amountStroops, BigInt(priceN), BigInt(priceD))
    await requireSpendable(chain, source, bond, amountStroops)
    await requireRoom(chain, source, settlement, proceeds)
    await requireReserve(chain, source, 1)
    const price = { n: priceN, d: priceD }
    return planClassic([manageSellOffer({ selling: bond, buying: settlement, amountStroops, price })], {
      moves: [],
      facts: {
        offering: String(id),
        side: 'sell',
        bondStroops: amountStroops.toString(),
        priceN: String(priceN),
        priceD: String(priceD),
        proceedsStroops: proceeds.toString(),
        bondAsset: bond,
        settlementAsset: settlement,
      },
    })
  },
})

const buy = defineAction({
  name: 'buy',
  summary:
    'Bids for bonds on the network’s order book, or buys at once what others offer. Anyone on the allow-list with a line.',
  params: OfferParams,
  async plan({ offering: id, bondStroops, priceN, priceD }, tools) {
    const { chain, source } = tools
    const { bond, settlement } = await assetsOf(tools, id)
    const buyAmountStroops = stroopsOf(bondStroops, 'bondStroops')
    const cost = mulDivCeil(buyAmountStroops, BigInt(priceN), BigInt(priceD))
    await requireRoom(chain, source, bond, buyAmountStroops)
    await requireSpendable(chain, source, settlement, cost)
    await requireReserve(chain, source, 1)
    const price = { n: priceN, d: priceD }
    return planClassic([manageBuyOffer({ selling: settlement, buying: bond, buyAmountStroops, price })], {
      moves: [],
      facts: {
        offering: String(id),
        side: 'buy',
        bondStroops: buyAmountStroops.toString(),
        priceN: String(priceN),
        priceD: String(priceD),
        costStroops: cost.toString(),
        bondAsset: bond,
        settlementAsset: settlement,
      },
    })
  },
})

const cancelOffer = defineAction({
  name: 'cancel-offer',
  summary: "Withdraws one of the source's offers from the order book.",
  params: Type.Object(
    { offerId: Type.String({ pattern: '^[1-9][0-9]{0,18}$', description: "The network's number of the offer." }) },
    { additionalProperties: false },
  ),
  async plan({ offerId }, { chain, source }) {
    const found = await readOffer(chain, source, stroopsOf(offerId, 'offerId'))
    if (!found)
      throw refused('OFFER_NOT_FOUND', '{source} has no offer {offer}: it was filled or withdrawn.', {
        source,
        offer: offerId,
      })
    const { selling, buying, price, amountStroops } = found
    return planClassic([manageSellOffer({ selling, buying, price, amountStroops: 0n, offerId: found.offerId })], {
      moves: [],
      facts: { offerId, selling, buying, remainingStroops: amountStroops.toString() },
    })
  },
})

export const marketActions = [sell, buy, cancelOffer]
