import type { BuiltTransaction } from './built.ts'

/** Which facts of a built transaction are shown, in which order, and as what. Facts that are not here stay in the technical part. */
export type FactKind =
  | 'bond'
  | 'settlement'
  | 'native'
  | 'sendAsset'
  | 'price'
  | 'text'
  | 'ordinal'
  | 'certificate'
  | 'asset'

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
    | 'factTender'
    | 'factMilestone'
    | 'factSeal'
    | 'factProposal'
    | 'factEvidence'
    | 'factReason'
    | 'factUnits'
    | 'factBeneficiary'
    | 'factPurpose'
    | 'factPeriod'
  readonly kind: FactKind
}

export const SHOWN_FACTS: readonly ShownFact[] = [
  { name: 'partyName', label: 'factParty', kind: 'text' },
  { name: 'bill', label: 'factBill', kind: 'text' },
  { name: 'coupon', label: 'factCoupon', kind: 'text' },
  { name: 'tender', label: 'factTender', kind: 'text' },
  { name: 'milestone', label: 'factMilestone', kind: 'ordinal' },
  { name: 'amountStroops', label: 'factAmount', kind: 'settlement' },
  { name: 'commitment', label: 'factSeal', kind: 'asset' },
  { name: 'proposal', label: 'factProposal', kind: 'asset' },
  { name: 'evidence', label: 'factEvidence', kind: 'asset' },
  { name: 'reason', label: 'factReason', kind: 'asset' },
  { name: 'unitsStroops', label: 'factUnits', kind: 'certificate' },
  { name: 'beneficiary', label: 'factBeneficiary', kind: 'text' },
  { name: 'purpose', label: 'factPurpose', kind: 'text' },
  { name: 'period', label: 'factPeriod', kind: 'text' },
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

/** The facts of one transaction that are shown beside what changes hands. */
export const shownFacts = ({ facts, moves }: BuiltTransaction): ShownFact[] =>
  SHOWN_FACTS.filter(({ name }) => {
    if (facts[name] === undefined) return false
    // What changes hands says the amount already.
    if (name === 'amountStroops' || name === 'unitsStroops') return moves.length === 0
    // In a tender that is what a bidder puts down: no bond of an offering.
    return name !== 'bondStroops' || facts.tender === undefined
  })
