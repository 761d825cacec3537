import type { Reading, Result } from '@heliobond/domain'

/** The three cumulative registers of a reading, whole watt-hours. */
export type Registers = Pick<Reading, 'generatedWh' | 'consumedWh' | 'exportedWh'>

/**
 * One of an instrument's own counters, as it stands there: `raw` times 10 to the power of `scale` watt-hours. It starts
 * again from 0 after `2 ** bits` steps; `total.ts` makes a register of it that never does.
 */
export interface Counter {
  readonly raw: bigint
  readonly bits: 32 | 64
  readonly scale: number
  /** Set where the instrument says 0 also while it sleeps: a first look at 0 is then none. */
  readonly zeroMayBeSleep?: boolean
}

/** What an instrument's counter measures. */
export type Quantity = 'generated' | 'imported' | 'exported' | 'consumed'

/** One look at the instruments. */
export interface Sample {
  /** By a name that is the same at every look; the same names at every look. */
  readonly counters: Readonly<Record<string, Counter & { readonly quantity: Quantity }>>
  /** Momentary power in watts, where an instrument says it: a convenience, not billed. */
  readonly powerW?: number
}

/** Why there is no sample this time. The next look may have one. */
export type SourceRefusal = {
  readonly code: /** The instrument cannot be reached, or does not answer in time. */
    | 'SOURCE_UNREACHABLE'
    /** It answered with a Modbus exception. */
    | 'SOURCE_EXCEPTION'
    /** What answers there is not the instrument that was expected. */
    | 'SOURCE_UNSUITABLE'
    /** It says that it does not know the value, at the moment or at all. */
    | 'NOT_IMPLEMENTED'
    /** A scale factor outside -10 to 10. */
    | 'BAD_SCALE'
  readonly detail: string
}

/** Something that measures. A new kind of meter is one of these: see docs/meter.md. */
export interface MeterSource {
  /** Looks once. `atSeconds` is the time that the reading will bear. Connects again by itself; never throws for what the instrument does. */
  read(atSeconds: bigint): Promise<Result<Sample, SourceRefusal>>
  close(): Promise<void>
}

/** A counter in whole watt-hours that never starts again. */
export const wattHours = (quantity: Quantity, wh: bigint): Counter & { readonly quantity: Quantity } => ({
  ...{ raw: wh, bits: 64, scale: 0, quantity },
})
