/** Tenders as the API answers them. Amounts are decimal strings of stroops, shares basis points, times RFC 3339. */

/** What can happen now. */
export const TENDER_PHASES = [
  'commit',
  'score',
  'reveal',
  'award',
  'accept',
  'works',
  'done',
  'cancelled',
  'terminated',
] as const
export type TenderPhase = (typeof TENDER_PHASES)[number]

export interface TenderTerms {
  readonly ceilingStroops: string
  /** What each bidder puts down. */
  readonly bondStroops: string
  /** FirstPrice or Vickrey. */
  readonly pricing: string
  readonly priceWeightBps: number
  readonly qualityWeightBps: number
  readonly withdrawBy: string
  readonly commitBy: string
  readonly scoreBy: string
  readonly revealBy: string
  readonly awardSeconds: string
  readonly acceptSeconds: string
  readonly objectionSeconds: string
  readonly arbiterSeconds: string
  readonly retentionBps: number
  readonly retentionSeconds: string
  readonly requiredWh: string
  readonly windowSeconds: string
  readonly commissionSeconds: string
  readonly forfeitsTo: string
  readonly documentsHash: string
  readonly milestones: readonly PlannedMilestone[]
}

export interface PlannedMilestone {
  readonly title: string | null
  readonly description: string
  readonly requiredEvidence: string
  readonly shareBps: number
  readonly dueSeconds: string
}

export interface TenderSummary {
  /** Of the offering and of its tender: 3-1. */
  readonly id: string
  readonly offeringId: number
  readonly offeringName: string
  readonly number: number
  readonly contractId: string
  /** Open, Awarded, Works, Done, Cancelled or Terminated. */
  readonly stage: string
  readonly phase: TenderPhase
  /** Of the stablecoin: the asset's contract. */
  readonly settlement: string
  readonly terms: TenderTerms
  readonly bidCount: number
  readonly winner: string | null
  readonly approvedBidder: string | null
  readonly priceStroops: string | null
  readonly openedAt: string | null
  readonly awardBy: string | null
  readonly acceptBy: string | null
  readonly acceptedAt: string | null
  readonly testFrom: string | null
  readonly testFromWh: string | null
  readonly endedAt: string | null
}

export interface Bid {
  readonly bidder: string
  /** Sealed, Revealed, Walked or Withdrawn. */
  readonly standing: string
  readonly commitment: string
  readonly proposalHash: string
  /** What of its bond is held. */
  readonly bondStroops: string
  readonly amountStroops: string | null
  readonly qualityBps: number
}

export interface Milestone {
  readonly index: number
  /** What was withheld from the others. */
  readonly isRetention: boolean
  readonly title: string | null
  readonly description: string
  readonly requiredEvidence: string
  readonly shareBps: number | null
  readonly amountStroops: string
  readonly paidStroops: string
  /** Open, Submitted, Rejected, Certified, Disputed, Paid or Void. */
  readonly progress: string
  readonly dueAt: string | null
  readonly evidence: string | null
  readonly submittedAt: string | null
  readonly rejections: number
  readonly payableAt: string | null
  readonly disputedBy: string | null
  readonly decideBy: string | null
  readonly paidTx: string | null
}

/** Who may do what: the contract takes each act from its office alone. */
export interface TenderOffices {
  readonly issuer: string
  readonly trustee: string
  readonly approver: string
  readonly certifier: string
  readonly arbiter: string
  readonly evaluator: string
}

export interface Tender extends TenderSummary {
  readonly offices: TenderOffices
  readonly bids: readonly Bid[]
  readonly milestones: readonly Milestone[]
}
