/** Which facts of a built transaction are shown, in which order, and as what. Facts that are not here stay in the technical part. */
export type FactKind = 'bond' | 'settlement' | 'native' | 'sendAsset' | 'price' | 'text' | 'asset'

export interface ShownFact {
  readonly name: string
  readonly label:
    | 'factBond'
    | 'factCost'
    | 'factPrice'
    | 'factProceeds'
    | 'factSendMax'
    | 'factAmount'
    | 'factAsset'
    | 'factReserve'
    | 'factBill'
    | 'factParty'
    | 'factCoupon'
    | 'factOffer'
    | 'factRemaining'
    | 'factFloat'
    | 'factWallet'
    | 'factAutopayKey'
    | 'factSpender'
  readonly kind: FactKind
}

export const SHOWN_FACTS: readonly ShownFact[] = [
  { name: 'partyName', label: 'factParty', kind: 'text' },
  { name: 'bill', label: 'factBill', kind: 'text' },
  { name: 'coupon', label: 'factCoupon', kind: 'text' },
  { name: 'asset', label: 'factAsset', kind: 'asset' },
  { name: 'bondStroops', label: 'factBond', kind: 'bond' },
  { name: 'priceN', label: 'factPrice', kind: 'price' },
  { name: 'costStroops', label: 'factCost', kind: 'settlement' },
  { name: 'proceedsStroops', label: 'factProceeds', kind: 'settlement' },
  { name: 'sendMaxStroops', label: 'factSendMax', kind: 'sendAsset' },
  { name: 'floatStroops', label: 'factFloat', kind: 'settlement' },
  { name: 'wallet', label: 'factWallet', kind: 'asset' },
  { name: 'autopayKey', label: 'factAutopayKey', kind: 'asset' },
  { name: 'spender', label: 'factSpender', kind: 'asset' },
  { name: 'offerId', label: 'factOffer', kind: 'text' },
  { name: 'remainingStroops', label: 'factRemaining', kind: 'text' },
  { name: 'reserveStroops', label: 'factReserve', kind: 'native' },
]
