/** Answers of `/v1/operations` and `/v1/enrolments`, as the API's OpenAPI document describes them. */
import type { LadderState } from '../api/types.ts'

export const QUEUE_STATUSES = ['pending', 'prepared', 'sent', 'succeeded', 'failed', 'dead'] as const
export type QueueStatus = (typeof QUEUE_STATUSES)[number]

/** One business action of the platform on its way to the network. */
export interface QueueEntry {
  readonly id: string
  /** Names the business action for ever. */
  readonly key: string
  readonly kind: string
  readonly lane: string
  readonly status: QueueStatus
  readonly attempts: number
  /** A stable code and, after a colon, more in English. */
  readonly lastError: string | null
  /** What the contract said that refused it. */
  readonly contractError: {
    readonly number: number
    readonly contract: string
    readonly name: string
    /** In English. */
    readonly words: string
  } | null
  readonly hash: string | null
  readonly pastHashes: readonly string[]
  readonly ledger: number | null
  readonly createdAt: string
  readonly updatedAt: string
}

export interface MeterHealth {
  readonly id: number
  readonly systemId: number
  /** site, load or combined. */
  readonly kind: string
  readonly epoch: number
  readonly revoked: boolean
  readonly lastReadingAt: string | null
  /** By the network's clock; null for a meter that never spoke. */
  readonly silentSeconds: string | null
  readonly quarantined: number
}

/** A message that was refused, and why. */
export interface Quarantined {
  readonly id: string
  readonly meterId: number | null
  readonly topic: string
  readonly code: string
  readonly detail: string
  readonly payload: string
  readonly occurrences: number
  readonly receivedAt: string
  readonly lastReceivedAt: string
  readonly releasedAt: string | null
}

export const ENROLMENT_STATES = ['open', 'expired', 'withdrawn', 'redeemed', 'registered'] as const
export type EnrolmentState = (typeof ENROLMENT_STATES)[number]

/** A meter to come: a one-time code, and the key of the device that showed it. */
export interface Enrolment {
  readonly id: number
  readonly systemId: number
  readonly kind: string
  readonly partyIndex: number
  readonly capacityW: string
  readonly label: string
  readonly state: EnrolmentState
  readonly publicKey: string | null
  readonly meterId: number | null
  readonly createdAt: string
  readonly expiresAt: string
  readonly redeemedAt: string | null
}

/** Whether anything wants a person, at a glance. */
export interface Overview {
  readonly at: string
  readonly index: { readonly lagSeconds: string | null }
  readonly queue: { readonly open: number; readonly oldestSeconds: string | null; readonly givenUp: number }
  readonly channels: { readonly free: number; readonly lent: number }
  readonly meters: { readonly registered: number; readonly silent: number; readonly quarantined: number }
  readonly bills: { readonly unpaid: number; readonly overdue: number; readonly unpaidStroops: string }
  readonly parties: { readonly grace: number; readonly breach: number; readonly default: number }
  readonly wallets: { readonly armed: number; readonly low: number }
  readonly orphans: number
  readonly jobsFailing: number
  readonly alarms: {
    readonly critical: number
    readonly warning: number
    readonly info: number
    readonly unacknowledged: number
  }
  readonly reconciliation: {
    readonly lastAt: string | null
    readonly offeringsOff: number
    readonly differenceStroops: string
  }
}

export const SEVERITIES = ['critical', 'warning', 'info'] as const
export type Severity = (typeof SEVERITIES)[number]

/** Something that a person should know of. */
export interface Alarm {
  readonly id: string
  readonly kind: string
  readonly subject: string
  readonly severity: Severity
  readonly message: string
  readonly detail: Readonly<Record<string, unknown>>
  readonly occurrences: number
  readonly raisedAt: string
  readonly lastRaisedAt: string
  /** Null while its cause lasts. */
  readonly clearedAt: string | null
  readonly acknowledgedBy: string | null
  readonly acknowledgedAt: string | null
  readonly note: string | null
}

export interface Channel {
  readonly address: string
  readonly state: 'free' | 'lent' | 'retiring'
  readonly transaction: {
    readonly id: string
    readonly kind: string
    readonly status: string
    readonly hash: string | null
    readonly expiresAt: string | null
  } | null
}

export interface OperatedWallet {
  readonly systemId: number
  readonly partyIndex: number
  readonly partyName: string
  readonly address: string
  readonly armed: boolean
  readonly low: boolean
  readonly worthStroops: string
  readonly nextBillStroops: string
  readonly floatStroops: string | null
  readonly readAt: string | null
}

export interface Reconciliation {
  readonly id: string
  readonly offeringId: number
  readonly at: string
  readonly ledger: number
  readonly compared: number
  readonly differenceStroops: string
  readonly findings: readonly {
    readonly what: string
    readonly unit: string
    readonly expected: string
    readonly actual: string
  }[]
}

/** A payment that belongs to no bill. */
export interface Orphan {
  readonly id: string
  readonly at: string
  readonly transactionHash: string
  readonly account: string
  readonly systemId: number | null
  readonly partyIndex: number | null
  readonly sender: string | null
  readonly asset: string
  readonly amountStroops: string
  readonly reason: string
  readonly status: string
}

export interface Oracles {
  readonly at: string
  readonly energy: readonly {
    readonly oracle: string
    readonly lastAt: string
    readonly ageSeconds: string
    readonly agrees: number
    readonly differs: number
    readonly cannotSay: number
  }[]
  readonly tariffs: readonly {
    readonly contractId: string
    readonly symbol: string
    readonly priceStroopsPerKwh: string
    readonly effectiveAt: string
    readonly saidAt: string
    readonly ageSeconds: string
    readonly feeder: string
    readonly next: { readonly priceStroopsPerKwh: string; readonly effectiveAt: string } | null
  }[]
}

/** Where a party stands with its bills. */
export interface Rung {
  readonly systemId: number
  readonly partyIndex: number
  readonly partyName: string
  readonly owner: string
  readonly state: LadderState
  readonly arrearsStroops: string
  readonly since: string | null
  readonly nextAt: string | null
  readonly suspended: boolean
  readonly mode: string
  readonly steppedIn: boolean
  readonly readAt: string
}

export interface AuditEntry {
  readonly id: string
  readonly at: string
  readonly requestId: string
  readonly actor: string | null
  readonly method: string
  readonly path: string
  readonly status: number
  readonly code: string | null
  /** Why, where that is asked for. */
  readonly reason: string | null
  readonly bodyHash: string | null
}

/** An act of a person that changes what the programs do. */
export interface RecordedDecision {
  readonly id: string
  readonly kind: string
  readonly subject: string
  readonly decidedBy: string
  readonly decidedAt: string
  readonly reason: string
  readonly payload: Readonly<Record<string, unknown>>
  readonly appliedAt: string | null
}

/** What a number, an address, a hash or a piece of a name leads to. */
export interface Found {
  readonly kind: string
  readonly id: string
  readonly title: string
  /** Where the API has it. */
  readonly href: string | null
}
