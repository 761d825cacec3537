/** Answers of `/v1/operations` and `/v1/enrolments`, as the API's OpenAPI document describes them. */

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
  readonly lastError: string | null
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
