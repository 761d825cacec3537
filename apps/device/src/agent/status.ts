import type { ControlStatus } from '../control/controller.ts'
import type { Plausibility } from './plausibility.ts'

/** How the device is, for people and for monitoring. Whole numbers that may be large are texts. */
export interface AgentStatus {
  readonly firmware: string
  readonly system: number
  readonly meter: number
  readonly epoch: number
  readonly configVersion: string
  readonly publicKey: string
  readonly runningSeconds: number
  readonly lastReading:
    | {
        readonly epoch: number
        readonly seq: string
        readonly at: string
        readonly generatedWh: string
        readonly consumedWh: string
        readonly exportedWh: string
      }
    | undefined
  /** Why the last attempt made no reading; absent when it made one. */
  readonly refusing: { readonly code: string; readonly detail: string } | undefined
  readonly store: {
    readonly pending: number
    readonly bytes: number
    readonly acknowledged: number
    readonly refused: number
    readonly thinned: number
    readonly refusedCodes: readonly { readonly code: string; readonly count: number }[]
  }
  readonly delivery: {
    readonly mqtt: { readonly connected: boolean; readonly secondsSinceAck: number | undefined } | undefined
    readonly http: { readonly secondsSinceAnswer: number | undefined; readonly failure: string | undefined } | undefined
    readonly direct:
      | {
          /** The device's own account. */
          readonly account: string
          readonly secondsSinceReport: number | undefined
          readonly obstacle: string | undefined
          readonly lastFeeStroops: string | undefined
        }
      | undefined
  }
  /** What is switched, and by whose word. */
  readonly control: ControlStatus | undefined
  /** Whether the second instrument agrees with the first; never billed. */
  readonly plausibility: Plausibility | undefined
}
