import type { PendingReading } from '../store/device-store.ts'

/** One message to a broker. */
export interface Message {
  readonly topic: string
  readonly payload: string | Uint8Array
  readonly qos: 0 | 1
  readonly retain: boolean
}

/** How a device speaks at a broker: which topics, which payloads. What is acknowledged how is the same in every dialect. */
export interface Dialect {
  /** Whether the broker keeps the session while the device is away. */
  readonly keepsSession: boolean
  /** Besides the acknowledgements. */
  readonly subscriptions: readonly string[]
  /** What the broker is to say when the device is gone without a farewell. Asked for once before each connection. */
  lastWill(): Message
  /** What is said once a connection stands. */
  birth(): Message
  reading(pending: PendingReading): Message
  farewell(): Message
  /** What is answered to a message of {@link subscriptions}. */
  answer(topic: string, payload: Uint8Array): readonly Message[]
}
