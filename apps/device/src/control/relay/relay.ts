import type { Result } from '@heliobond/domain'

/** Why a relay could not be moved. The next tick tries again. */
export interface RelayRefusal {
  readonly code: 'RELAY_UNREACHABLE' | 'RELAY_STUCK'
  readonly detail: string
}

/**
 * One switch. Its rest position, without power, feeds the circuit (unless the wiring says otherwise): a device that dies
 * leaves the lights on.
 */
export interface Relay {
  /** Moves it, and says so only once it has moved, as far as the hardware can tell. Never throws for what hardware does. */
  set(energized: boolean): Promise<Result<true, RelayRefusal>>
  close(): Promise<void>
}
