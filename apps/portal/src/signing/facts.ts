import type { Messages } from '../i18n/messages.ts'
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
  | 'percent'
  | 'watts'
  | 'yesNo'
  | 'time'
  | 'certificate'
  | 'asset'

export interface ShownFact {
  readonly name: string
  readonly label: Extract<keyof Messages['signing'], `fact${string}`>
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
  { name: 'name', label: 'factName', kind: 'text' },
  { name: 'system', label: 'factSystem', kind: 'text' },
  { name: 'capacityW', label: 'factCapacity', kind: 'watts' },
  { name: 'parties', label: 'factParties', kind: 'text' },
  { name: 'who', label: 'factWho', kind: 'asset' },
  { name: 'allowed', label: 'factAllowed', kind: 'yesNo' },
  { name: 'holders', label: 'factHolders', kind: 'text' },
  { name: 'root', label: 'factRoot', kind: 'asset' },
  { name: 'totalStroops', label: 'factTotal', kind: 'settlement' },
  { name: 'leafCount', label: 'factClaims', kind: 'text' },
  { name: 'addedStroops', label: 'factAdded', kind: 'settlement' },
  { name: 'soldStroops', label: 'factSold', kind: 'bond' },
  { name: 'minimumStroops', label: 'factMinimum', kind: 'bond' },
  { name: 'callDate', label: 'factCallDate', kind: 'time' },
  { name: 'sweptStroops', label: 'factSwept', kind: 'settlement' },
  { name: 'bondIssuer', label: 'factBondIssuer', kind: 'asset' },
  { name: 'homeDomain', label: 'factHomeDomain', kind: 'text' },
  { name: 'flags', label: 'factFlags', kind: 'text' },
  { name: 'capStroops', label: 'factCap', kind: 'bond' },
  { name: 'rateBps', label: 'factRate', kind: 'percent' },
  { name: 'coupons', label: 'factCoupons', kind: 'text' },
  { name: 'documentsHash', label: 'factDocumentsHash', kind: 'asset' },
  { name: 'offeringContract', label: 'factOfferingContract', kind: 'asset' },
  { name: 'admin', label: 'factAdmin', kind: 'asset' },
  { name: 'kind', label: 'factKind', kind: 'text' },
  { name: 'meter', label: 'factMeter', kind: 'text' },
  { name: 'publicKey', label: 'factPublicKey', kind: 'asset' },
  { name: 'proposer', label: 'factProposer', kind: 'asset' },
  { name: 'bidder', label: 'factBidder', kind: 'asset' },
  { name: 'winner', label: 'factWinner', kind: 'asset' },
  { name: 'priceStroops', label: 'factTenderPrice', kind: 'settlement' },
  { name: 'ceilingStroops', label: 'factCeiling', kind: 'settlement' },
  { name: 'milestones', label: 'factMilestones', kind: 'text' },
  { name: 'commitBy', label: 'factCommitBy', kind: 'time' },
  { name: 'payBps', label: 'factPayShare', kind: 'percent' },
  { name: 'payStroops', label: 'factPaidOut', kind: 'settlement' },
  { name: 'wasmHash', label: 'factCode', kind: 'asset' },
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
  { name: 'owner', label: 'factOwner', kind: 'asset' },
  { name: 'ownerBps', label: 'factOwnerShare', kind: 'percent' },
  { name: 'partiesBps', label: 'factPartiesShare', kind: 'percent' },
  { name: 'donorsBps', label: 'factDonorsShare', kind: 'percent' },
  { name: 'donors', label: 'factDonors', kind: 'text' },
  { name: 'donorsRoot', label: 'factDonorsRoot', kind: 'asset' },
  { name: 'contract', label: 'factContract', kind: 'asset' },
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
