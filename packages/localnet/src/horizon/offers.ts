import { StrKey } from '@stellar/stellar-sdk/base'
import type { OfferEntry } from '../ledger/entries.ts'
import { toAmount, toRfc3339 } from '../server/encoding.ts'
import { found, type HttpAnswer, invalidField, notFound } from './answer.ts'
import { readAddress, readNamedAsset, readOptionalAsset } from './asset-query.ts'
import { assetFields } from './assets.ts'
import { type HorizonContext, type HorizonHandler, type HorizonRequest, link } from './context.ts'
import { offerKeyText } from './ingest/entry-index.ts'
import { pageAnswer, readPage } from './paging.ts'
import { toPrice } from './prices.ts'
import { ACCOUNT_REASON } from './scope.ts'

/** When a ledger closed, or null when it is no longer known. */
export function modifiedTime(sequence: number, { core }: HorizonContext): string | null {
  const ledger = core.ledger(sequence)
  return ledger ? toRfc3339(ledger.closeTime) : null
}

function describe(offer: OfferEntry, context: HorizonContext) {
  const id = offer.offerId.toString()
  const { baseUrl } = context
  return {
    _links: {
      self: link(`${baseUrl}/offers/${id}`),
      offer_maker: link(`${baseUrl}/accounts/${offer.seller}`),
    },
    id,
    paging_token: id,
    seller: offer.seller,
    selling: assetFields(offer.selling),
    buying: assetFields(offer.buying),
    amount: toAmount(offer.amountStroops),
    price_r: { n: offer.priceN, d: offer.priceD },
    price: toPrice(offer.priceN, offer.priceD),
    last_modified_ledger: offer.lastModifiedLedger,
    last_modified_time: modifiedTime(offer.lastModifiedLedger, context),
    ...(offer.sponsor !== null && { sponsor: offer.sponsor }),
  }
}

function offersPage(request: HorizonRequest, context: HorizonContext, tags: readonly string[]): HttpAnswer {
  const read = readPage(request, context)
  if ('refusal' in read) return read.refusal
  const { cursor, limit, descending } = read.page
  if (cursor !== undefined && !/^\d{1,19}$/.test(cursor)) return invalidField('cursor', 'cursor: invalid value')
  const after = cursor === undefined ? undefined : offerKeyText(BigInt(cursor))
  const offers = context.state.entries.offers.page(tags, { after, limit, descending })
  return pageAnswer(
    offers.map((offer) => describe(offer, context)),
    read.page,
    request,
    context,
  )
}

export const getAccountOffers: HorizonHandler = (request, context, [address = '']) => {
  if (!StrKey.isValidEd25519PublicKey(address)) return invalidField('account_id', ACCOUNT_REASON)
  return offersPage(request, context, [`seller:${address}`])
}

/** One side of the wanted offers, named in either of Horizon's two ways. */
function readSide(query: URLSearchParams, side: 'selling' | 'buying') {
  if (query.get(side) && query.get(`${side}_asset_type`)) {
    const reason = `Ambiguous parameter, you can't include both \`${side}\` and \`${side}_asset_type\`. Remove all parameters of the form \`${side}_\``
    return { refusal: invalidField(`${side}_asset_type`, reason) }
  }
  return query.get(side) ? readNamedAsset(query, side) : readOptionalAsset(query, `${side}_`)
}

export const listOffers: HorizonHandler = (request, context) => {
  const tags: string[] = []
  for (const side of ['selling', 'buying'] as const) {
    const read = readSide(request.query, side)
    if ('refusal' in read) return read.refusal
    if (read.asset !== undefined) tags.push(`${side}:${read.asset}`)
  }
  for (const field of ['seller', 'sponsor'] as const) {
    const address = readAddress(request.query, field)
    if (typeof address === 'object') return address
    if (address !== undefined) tags.push(`${field}:${address}`)
  }
  return offersPage(request, context, tags)
}

export const getOffer: HorizonHandler = (_request, context, [id = '']) => {
  if (!/^\d{1,19}$/.test(id)) return invalidField('offer_id', 'Offer ID must be an integer higher than 0')
  const offer = context.state.entries.offers.get(offerKeyText(BigInt(id)))
  return offer === undefined ? notFound() : found(describe(offer, context))
}
