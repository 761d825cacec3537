/** Drafts of offerings, as the API's OpenAPI document describes them. Amounts are decimal strings of stroops, times RFC 3339. */

export interface DraftParty {
  readonly name: string
  readonly owner: string
  readonly portionBps: number
  readonly criticalFloorW?: string
  readonly wallet?: string
}

/** An offering as it is planned: everything may be missing. Its sections and fields are those of `FORM`. */
export interface DraftBody {
  readonly name?: string
  readonly summary?: string
  readonly bondCode?: string
  readonly kind?: string
  readonly settlementAsset?: string
  readonly system?: { readonly name?: string; readonly capacityW?: string; readonly parties?: readonly DraftParty[] }
  readonly tender?: Readonly<Record<string, string>>
  readonly documentsHash?: string
  readonly documents?: readonly string[]
  readonly [section: string]: unknown
}

export const DRAFT_STATUSES = ['draft', 'launching', 'launched', 'abandoned'] as const
export type DraftStatus = (typeof DRAFT_STATUSES)[number]

export interface DraftSummary {
  readonly id: number
  readonly owner: string
  readonly name: string
  readonly status: DraftStatus
  /** A change names the version that it was made from. */
  readonly version: number
  readonly bondIssuer: string | null
  readonly offeringContract: string | null
  readonly tenderContract: string | null
  readonly systemId: number | null
  readonly offeringId: number | null
  readonly createdAt: string
  readonly updatedAt: string
}

export interface DraftProblem {
  /** JSON pointer into the body. */
  readonly path: string
  readonly code: 'missing' | 'invalid'
  /** The rule that is broken; stable. */
  readonly rule: string
  /** What the message names. */
  readonly params: Readonly<Record<string, unknown>>
  /** In English. */
  readonly message: string
}

export interface PreviewPeriod {
  readonly number: number
  readonly start: string
  readonly record: string
  readonly pay: string
  readonly days: number
  readonly basis: number
  readonly couponStroops: string | null
  readonly outstandingStroops: string | null
}

export interface PeriodForecast {
  readonly number: number
  readonly generatedWh: string
  readonly revenueStroops: string
  readonly operationsStroops: string
  readonly debtServiceStroops: string
  readonly coverageBps: string | null
  readonly shortStroops: string
  readonly reserveStroops: string
  readonly sinkingFundStroops: string
}

export interface Forecast {
  readonly leastCoverageBps: string | null
  /** The pay date on which sinking fund and reserve repay everything. */
  readonly ownershipAt: string | null
  readonly shortAtMaturityStroops: string
  readonly periods: readonly PeriodForecast[]
}

/** What a draft comes to. */
export interface DraftPreview {
  readonly schedule: readonly PreviewPeriod[]
  readonly totalInterestStroops: string | null
  readonly reserveBoundStroops: string | null
  readonly proceeds: {
    readonly atMinimumStroops: string
    readonly atCapStroops: string
    readonly constructionAtMinimumStroops: string
    readonly constructionAtCapStroops: string
  } | null
  readonly forecast: { readonly P50: Forecast; readonly P90: Forecast } | null
}

export interface Draft extends DraftSummary {
  readonly body: DraftBody
  /** In the way of a launch; empty: it can be launched. */
  readonly problems: readonly DraftProblem[]
  readonly preview: DraftPreview | null
}

export interface LaunchStep {
  readonly name: string
  readonly title: string
  readonly status: 'done' | 'ready' | 'waiting'
  readonly signer: string
  /** Whether the bond's issuing key signs too. */
  readonly withBondIssuer: boolean
  readonly waitsFor: readonly string[]
  readonly transactions: readonly { readonly hash: string; readonly status: string; readonly code: string | null }[]
}

export interface LaunchSteps {
  readonly draftId: number
  readonly steps: readonly LaunchStep[]
}
