/** Answers of the API, as its OpenAPI document describes them. Amounts are decimal strings of stroops, energy of watt-hours, times RFC 3339. */

export interface Page<Row> {
  readonly data: readonly Row[]
  readonly nextCursor: string | null
}

export interface Health {
  readonly status: 'ok'
  readonly version: string
  readonly network: { readonly name: string; readonly passphrase: string; readonly time: string }
}

/** What the contract fixed at issue. */
export interface ContractTerms {
  readonly kind: string
  /** SinkingFund or PassThrough. */
  readonly principal: string
  readonly capStroops: string
  readonly minimumStroops: string
  readonly denominationStroops: string
  readonly minTicketStroops: string
  readonly maxTicketStroops: string
  /** Issue price of par. */
  readonly priceBps: number
  readonly rateBps: number
  readonly shareBps: number
  readonly fundingDeadline: string
  readonly operationsBudgetStroops: string
  readonly reserveRequirementStroops: string
  readonly reserveFromProceedsStroops: string
  readonly capitalizedInterestStroops: string
  readonly renewalRequirementStroops: string
  readonly longStop: string
  readonly defaultGraceSeconds: string
  readonly callNoticeSeconds: string
  readonly challengeDelaySeconds: string
  readonly unclaimedAfterSeconds: string
  readonly unclaimedTo: string
  readonly upgradeDelaySeconds: string
  readonly attestations: number
  readonly documentsHash: string
}

export interface Offering {
  readonly id: number
  readonly name: string
  readonly contractId: string
  readonly bondAsset: string
  readonly settlementAsset: string
  readonly systemId: number
  readonly systemName: string | null
  readonly modelled: boolean
  /** Bond, Equity or Donation. */
  readonly kind: string
  readonly state: string
  /** As issued: see {@link readTerms}. */
  readonly terms: unknown
  /** Null while the contract could not be read. */
  readonly contractTerms: ContractTerms | null
  /** Bonds sold so far. */
  readonly soldStroops: string
  readonly outstandingStroops: string
  readonly holdersCount: number
  readonly maturesAt: string | null
  readonly callDate: string | null
  readonly tenderContract: string | null
  readonly createdAt: string
}

/** One offering, with what only its own page shows. */
export interface OfferingDetail extends Offering {
  /** Addresses by office: issuer, trustee, compliance, operator, works. */
  readonly roles: Readonly<Record<string, string>>
  readonly buckets: Readonly<Record<string, string>>
  readonly parties: readonly {
    readonly index: number
    readonly name: string
    readonly portionBps: number
    readonly ownedBps: number
  }[]
}

export interface Holder {
  readonly holder: string
  /** account, contract, claimable or pool. */
  readonly place: string
  readonly placeId: string | null
  readonly bondStroops: string
  readonly offeredStroops: string
  readonly shareBps: number
}

export interface Holders extends Page<Holder> {
  readonly outstandingStroops: string
}

export interface EscrowBuckets {
  readonly buckets: readonly { readonly name: string; readonly stroops: string }[]
  readonly totalStroops: string
  /** The escrow's balance on the ledger. */
  readonly heldStroops: string | null
  readonly ledger: number | null
}

export interface Coverage {
  readonly ratioBps: string | null
  readonly reserveStroops: string
  readonly sinkingFundStroops: string
  readonly outstandingStroops: string
  readonly history: readonly {
    readonly number: number
    readonly from: string
    readonly to: string
    readonly running: boolean
    readonly revenueStroops: string
    readonly operationsStroops: string
    readonly netRevenueStroops: string
    readonly debtServiceStroops: string
    readonly ratioBps: string | null
  }[]
}

export interface TimelineEntry {
  readonly at: string
  readonly name: string
  readonly state: string | null
  readonly data: Readonly<Record<string, unknown>>
  readonly txHash: string
  readonly ledger: number
}

export interface OfferingDocument {
  readonly hash: string
  readonly name: string
  readonly kind: string
  readonly mediaType: string
  readonly sizeBytes: number
  readonly createdAt: string
  readonly inTerms: boolean
}

export interface OfferingDocuments {
  readonly documentsHash: string | null
  readonly data: readonly OfferingDocument[]
}

export interface BookLevel {
  readonly priceN: number
  readonly priceD: number
  readonly bondStroops: string
}

export interface OrderBook {
  readonly bondAsset: string
  readonly settlementAsset: string
  /** False where the network has nobody who lists offers. */
  readonly listed: boolean
  readonly asks: readonly BookLevel[]
  readonly bids: readonly BookLevel[]
}

export interface Trade {
  readonly at: string
  readonly seller: string
  readonly buyer: string
  readonly bondStroops: string
  readonly paidAsset: string
  readonly paidStroops: string
  readonly txHash: string
  readonly ledger: number
}

export interface Eligibility {
  readonly address: string
  readonly allowed: boolean
  readonly canInvest: boolean
  readonly canTrade: boolean
  /** NOT_ALLOWED, NOT_ON_SALE, FUNDING_OVER, SOLD_OUT, TICKET_FULL, NO_LINE, LINE_NOT_FREE. */
  readonly reasons: readonly string[]
  readonly bondStroops: string
  readonly boughtStroops: string
  readonly mostStroops: string
  readonly conditions: string
}

export interface SchedulePeriod {
  readonly number: number
  readonly start: string
  readonly record: string
  readonly pay: string
  readonly days: number
  readonly basis: number
}

export interface Schedule {
  readonly offeringId: number
  readonly rateBps: number | null
  readonly periods: readonly SchedulePeriod[]
}

/** The sums of a receipt of the waterfall. pulled + creditUsed = all others, to the stroop. */
export interface Flows {
  readonly pulledStroops: string
  readonly creditUsedStroops: string
  readonly operationsStroops: string
  readonly couponStroops: string
  readonly reserveStroops: string
  readonly renewalStroops: string
  readonly principalStroops: string
  readonly loanReturnedStroops: string
  readonly surplusStroops: string
}

export interface Receipt extends Flows {
  readonly partyIndex: number | null
  readonly txHash: string
  readonly ledger: number
}

export interface Waterfall extends Page<Receipt> {
  readonly offeringId: number
  readonly totals: Flows & { readonly receipts: number }
}

export interface Coupon {
  readonly number: number
  readonly status: string
  readonly recordAt: string
  readonly payAt: string
  readonly recordLedger: number | null
  readonly root: string | null
  readonly snapshotHash: string | null
  readonly leafCount: number
  readonly totalStroops: string | null
  readonly unattributedStroops: string
  readonly fundedStroops: string
  readonly paidStroops: string
  readonly proposedAt: string | null
  readonly proposeTx: string | null
}

export interface CouponProof {
  readonly offeringId: number
  readonly contractId: string
  readonly networkPassphrase: string
  readonly coupon: number
  readonly root: string
  readonly holder: string
  readonly unitsStroops: string
  readonly amountStroops: string
  readonly paidStroops: string
  readonly txHash: string | null
  readonly leafBytes: string
  readonly index: number
  readonly count: number
  readonly siblings: readonly string[]
}

export interface Party {
  readonly index: number
  readonly name: string
  readonly owner: string
  readonly wallet: string
  readonly collection: string
  readonly portionBps: number
  readonly ownedBps: number
}

export interface Meter {
  readonly id: number
  readonly kind: string
  readonly partyIndex: number | null
  readonly publicKey: string
  readonly epoch: number
  readonly capacityW: string
  readonly revoked: boolean
  readonly modelNote: string | null
  readonly lastReading: {
    readonly seq: string
    readonly at: string
    readonly generatedWh: string
    readonly consumedWh: string
    readonly exportedWh: string
  } | null
}

export interface SolarSystem {
  readonly id: number
  readonly name: string
  readonly modelled: boolean
  readonly capacityW: string
  readonly offeringContract: string | null
  readonly interval: string
  readonly nextFrom: string
  readonly parties: readonly Party[]
  readonly meters: readonly Meter[]
}

export interface BillPayment {
  readonly txHash: string
  readonly operationIndex: number
  readonly sendAsset: string
  readonly sentStroops: string
  readonly receivedStroops: string
  readonly ledger: number
}

export interface Bill {
  readonly number: string
  readonly partyIndex: number
  readonly partyName: string | null
  readonly from: string
  readonly to: string
  readonly deliveredWh: string
  readonly priceStroopsPerKwh: string
  readonly creditedWh: string
  readonly creditedPriceStroopsPerKwh: string
  readonly adjustmentMilli: string
  readonly dueStroops: string
  readonly paidStroops: string
  readonly creditStroops: string
  readonly paid: boolean
  readonly dueAt: string
  readonly provisional: boolean
  readonly txHash: string
  readonly statement: {
    readonly index: number
    readonly readingsRoot: string | null
    readonly hash: string | null
  }
  readonly payments: readonly BillPayment[]
}

/** A page of a list that belongs to a system. */
export interface SystemPage<Row> extends Page<Row> {
  readonly systemId: number
  readonly modelled: boolean
}

export interface Statement {
  readonly index: number
  readonly status: string
  readonly from: string
  readonly to: string
  readonly generatedWh: string
  readonly exportedWh: string
  readonly generatedCorrectionWh: string
  readonly exportedCorrectionWh: string
  readonly consumedWh: readonly string[]
  readonly quality: number
  readonly readingsRoot: string
  readonly readingsCount: number
  readonly hash: string | null
  readonly txHash: string | null
}

export interface EnergyBucket {
  readonly from: string
  readonly to: string
  readonly generatedWh: string
  readonly exportedWh: string
  readonly consumedWh: readonly string[]
}

export interface EnergySeries {
  readonly systemId: number
  readonly modelled: boolean
  readonly data: readonly EnergyBucket[]
}

export interface LiveMeter {
  readonly meter: number
  readonly kind: string
  readonly partyIndex: number | null
  readonly at: string | null
  readonly powerW: number | null
}

export interface Live {
  readonly systemId: number
  readonly modelled: boolean
  readonly networkTime: string
  readonly meters: readonly LiveMeter[]
}

export type LadderState = 'Current' | 'Grace' | 'Breach' | 'Default'
export type DecisionMode = 'Normal' | 'SellToGrid' | 'Shed' | 'Island'

export interface PartyStanding {
  readonly index: number
  readonly name: string
  readonly standing: {
    readonly readAt: string
    readonly due: boolean
    readonly decision: { readonly mode: DecisionMode; readonly criticalFloorW: string; readonly since: string | null }
    readonly status: {
      readonly state: LadderState
      readonly arrearsStroops: string
      readonly since: string | null
      readonly oldestDueAt: string | null
      readonly nextAt: string | null
      readonly suspended: boolean
    }
  } | null
}

export interface Decision {
  readonly systemId: number
  readonly modelled: boolean
  readonly parties: readonly PartyStanding[]
}

/** Who is signed in, and what they may do. */
export interface Me {
  readonly address: string
  readonly roles: readonly string[]
  readonly parties: readonly { readonly systemId: number; readonly partyIndex: number; readonly name: string }[]
}

export interface Holding {
  readonly offeringId: number
  readonly name: string
  readonly state: string
  readonly kind: string
  readonly bondAsset: string
  readonly settlementAsset: string
  readonly bondStroops: string
  readonly offeredStroops: string
  readonly costStroops: string | null
  /** Interest since the last payment date, by the network's time. */
  readonly accruedStroops: string
  readonly nextCoupon: {
    readonly number: number
    readonly recordAt: string
    readonly payAt: string
    readonly amountStroops: string
  } | null
  readonly claimable: readonly { readonly coupon: number; readonly amountStroops: string }[]
  readonly couponsPaidStroops: string
  readonly redeemedStroops: string
  readonly currentYieldBps: number | null
  readonly yieldToMaturityBps: number | null
  readonly maturesAt: string | null
}

export interface OwnOffer {
  readonly offerId: string
  readonly offeringId: number
  readonly side: 'sell' | 'buy'
  readonly bondStroops: string
  readonly priceN: number
  readonly priceD: number
}

export interface Portfolio {
  readonly address: string
  readonly at: string
  readonly holdings: readonly Holding[]
  /** Null where the network lists none. */
  readonly offers: readonly OwnOffer[] | null
  readonly balances: readonly { readonly asset: string; readonly stroops: string }[]
}

/** One line of an account: bonds and money are signed, what came is positive. */
export interface HistoryLine {
  readonly at: string
  readonly kind: string
  readonly offeringId: number
  readonly bondStroops: string
  readonly moneyAsset: string | null
  readonly moneyStroops: string
  readonly coupon: number | null
  readonly counterparty: string | null
  readonly txHash: string
  readonly ledger: number
}

export interface TaxLot {
  readonly offeringId: number
  readonly acquiredAt: string
  readonly disposedAt: string | null
  readonly bondStroops: string
  readonly costStroops: string | null
  readonly proceedsStroops: string | null
  readonly gainStroops: string | null
}

export interface AccountStatement {
  readonly address: string
  readonly from: string | null
  readonly to: string
  readonly offerings: readonly {
    readonly offeringId: number
    readonly name: string
    readonly settlementAsset: string
    readonly openingBondStroops: string
    readonly closingBondStroops: string
    readonly investedStroops: string
    readonly proceedsStroops: string
    readonly couponsStroops: string
    readonly redeemedStroops: string
    readonly realizedGainStroops: string | null
    readonly lines: readonly HistoryLine[]
  }[]
}

/** A reading as its meter signed it. */
export interface SignedReading {
  readonly system: number
  readonly meter: number
  readonly epoch: number
  readonly seq: string
  readonly at: string
  readonly generatedWh: string
  readonly consumedWh: string
  readonly exportedWh: string
  readonly powerW?: number
  readonly signature: string
}

/** Why a party was billed an amount, and where each stroop went. */
export interface BillTrace {
  readonly systemId: number
  readonly systemName: string
  readonly modelled: boolean
  readonly bill: Bill
  readonly checks: readonly { readonly check: string; readonly holds: boolean | null }[]
  readonly statement: Omit<Statement, 'status'> | null
  readonly readings: {
    readonly count: number
    readonly networkPassphrase: string
    readonly energyContract: string
    readonly proven: readonly {
      readonly reading: SignedReading
      readonly index: number
      readonly count: number
      readonly siblings: readonly string[]
    }[]
  } | null
  readonly sharing: {
    readonly poolWh: string
    readonly carriedNegativeWh: string
    readonly deliveredWh: readonly string[]
    readonly unattributedWh: string
  } | null
  readonly tariff: {
    readonly contractId: string
    readonly symbol: string
    readonly priceStroopsPerKwh: string
    readonly effectiveAt: string
    readonly feeder: string
    readonly confirmed: boolean
    readonly components: Readonly<Record<string, string>> | null
    readonly txHash: string
  } | null
  readonly amount: {
    readonly lines: readonly { readonly what: string; readonly milli: string }[]
    readonly carriedMilli: string
    readonly dueStroops: string
  } | null
  readonly settlements: readonly {
    readonly appliedStroops: string
    readonly shareBps: number | null
    readonly receipt: Receipt
  }[]
  readonly contracts: {
    readonly offering: string | null
    readonly energy: string | null
    readonly tariff: string | null
    readonly registry: string | null
  }
}

export type CertificateKind = 'Rec' | 'Carbon' | 'Retained'

export interface CertificateTotals {
  readonly certifiedStroops: string
  readonly mintedStroops: string
  readonly retiredStroops: string
}

/** What became of the measured energy of one system. */
export interface CertificateAccount {
  readonly systemId: number
  readonly systemName: string
  readonly contractId: string
  readonly recAsset: string
  readonly carbonAsset: string
  readonly startWh: string
  readonly countedWh: string
  readonly countedTo: string
  readonly carryWh: string
  readonly recMwh: string
  readonly carbonMwh: string
  readonly retainedMwh: string
  /** Who announces policies; null until the contract was asked. */
  readonly administrator: string | null
  readonly policy: unknown
  readonly announcedPolicy: unknown
  readonly totals: { readonly Rec: CertificateTotals | null; readonly Carbon: CertificateTotals | null }
}

export interface CertificateMint {
  readonly kind: CertificateKind
  readonly from: string
  readonly to: string
  readonly newWh: string
  readonly mwh: string
  readonly unitsStroops: string
  readonly carryWh: string
  readonly factorVersion: number | null
  readonly at: string
  readonly txHash: string
}

/** Who gave for a system, and what each has of its certificates. */
export interface Donor {
  readonly index: number
  readonly holder: string
  readonly unitsStroops: string
  readonly recClaimedStroops: string
  readonly recDueStroops: string
  readonly carbonClaimedStroops: string
  readonly carbonDueStroops: string
}

/** A page of donors, and what they are computed from. */
export interface Donors extends Page<Donor> {
  readonly offeringId: number
  readonly unitsAsset: string
  readonly root: string
  readonly ledger: number
  readonly closedAt: string
  readonly leafCount: number
  readonly unitsStroops: string
  readonly recCertifiedStroops: string
  readonly carbonCertifiedStroops: string
}

export interface Retirement {
  readonly number: string
  readonly contractId: string
  readonly systemId: number
  readonly kind: CertificateKind
  readonly holder: string
  readonly unitsStroops: string
  readonly beneficiary: string
  readonly purpose: string
  readonly period: string
  readonly at: string
  readonly txHash: string
}

/** What a party has open, for whoever wants to pay it. */
export interface PayFacts {
  readonly systemId: number
  readonly systemName: string
  readonly partyIndex: number
  readonly partyName: string
  readonly collection: string
  readonly settlementAsset: string
  readonly openStroops: string
  /** Paid, and about to be collected. */
  readonly waitingStroops: string
  readonly bills: readonly {
    readonly number: string
    readonly openStroops: string
    readonly dueAt: string
    readonly overdue: boolean
  }[]
  /** A link that wallets understand (SEP-7); null when nothing is open. */
  readonly uri: string | null
}

/** A party's prepaid wallet, for its owner. */
export interface PrepaidWallet {
  readonly systemId: number
  readonly partyIndex: number
  readonly partyName: string
  readonly address: string
  readonly autopay: boolean
  readonly autopayKey: string
  readonly tooPowerful: boolean
  readonly strangers: readonly string[]
  readonly floatStroops: string | null
  readonly openStroops: string
  readonly low: boolean
  readonly nextBillStroops: string | null
  readonly balances: readonly {
    readonly asset: string
    readonly spendableStroops: string
    readonly costStroops: string | null
  }[]
  readonly allowances: readonly {
    readonly contractId: string
    readonly spender: string
    readonly amountStroops: string
  }[]
}
