import { manageBuyOffer, manageSellOffer } from '@heliobond/chain'
import type { ProjectAssets } from '../project/accounts.ts'
import type { People } from '../project/people.ts'
import type { Sender } from '../project/sender.ts'

/** Price of the trade: 99 % of par. */
const PRICE = { n: 99, d: 100 }

/** One investor offers part of the bonds on the order book, a fourth one takes the offer. */
export async function tradeBonds(
  send: Sender,
  people: People,
  assets: ProjectAssets,
  seller: string,
  buyer: string,
  bondStroops: bigint,
): Promise<void> {
  await send(
    `${seller} offers bonds`,
    [people.address(seller)],
    [
      manageSellOffer({
        source: people.address(seller),
        selling: assets.bond,
        buying: assets.settlement,
        amountStroops: bondStroops,
        price: PRICE,
      }),
    ],
  )
  await send(
    `${buyer} buys bonds`,
    [people.address(buyer)],
    [
      manageBuyOffer({
        source: people.address(buyer),
        selling: assets.settlement,
        buying: assets.bond,
        buyAmountStroops: bondStroops,
        price: PRICE,
      }),
    ],
  )
}
