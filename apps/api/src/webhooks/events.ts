/** What webhooks are told: the same as the stream of events, and, to operators, alarms. */

export const WEBHOOK_EVENTS = ['bill', 'payment', 'collection', 'redemption', 'alarm'] as const
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number]

/** Something to tell: `id` names it for ever, so that a receiver takes each once. */
export interface Told {
  readonly id: string
  readonly event: WebhookEvent | 'ping'
  readonly systemId: number | null
  /** Unix seconds on the network from which on webhooks are told of it: those that were made later are not. */
  readonly at: bigint | null
  readonly data: Readonly<Record<string, unknown>>
}
