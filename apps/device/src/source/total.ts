import { err, ok, type Result } from '@heliobond/domain'
import type { Counter } from './meter-source.ts'

/**
 * A counter made into a register that never falls and never starts again. All in units of 10^-10 Wh, the finest that a
 * SunSpec scale factor can say: so no scale factor ever costs a fraction, and a changed one needs no rounding.
 */
export interface Total {
  /** What has been counted; the counter's own value at first sight and what came since. */
  readonly total: bigint
  /** The counter as last believed. */
  readonly last: bigint
  readonly scale: number
  /** By how much the total is ahead of the counter since this went over to a coarser scale: the next rises make it good. */
  readonly ahead: bigint
}

/** Why a counter is not believed; nothing is counted then. */
export type TotalRefusal =
  | {
      readonly code: 'COUNTER_JUMPED' | 'COUNTER_FELL'
      readonly detail: string
      /** By how much it would have risen, in the units of a total. */
      readonly rise: bigint
    }
  /** It shows 0 where 0 may mean "asleep": what it really stands at is not known. */
  | { readonly code: 'COUNTER_ASLEEP'; readonly detail: string }

const FINEST = 10
const UNITS_PER_WH = 10n ** BigInt(FINEST)

const units = ({ raw, scale }: Pick<Counter, 'raw' | 'scale'>): bigint => raw * 10n ** BigInt(scale + FINEST)

/** A counter that comes in addition while a register runs: what it counted before is none of the register's. */
export const joiningTotal = (counter: Counter): Total => ({
  ...{ total: 0n, last: units(counter), scale: counter.scale, ahead: 0n },
})

/** Watt-hours in the units of a total. */
export const totalUnits = (wh: bigint): bigint => wh * UNITS_PER_WH

/** Whole watt-hours, rounded down: a started watt-hour is not counted yet. */
export const wholeWattHours = (total: Total): bigint => total.total / UNITS_PER_WH

/**
 * Adds what a counter moved since it was last believed.
 *
 * A counter that is lower than before has started again from 0, if what it then must have counted is possible for the
 * equipment in that time (`boundWh`); else it was reset or replaced, or the answer was garbled: refused, and the operator
 * opens a new epoch if it stays so. A scale factor that changes on the way moves nothing: at most the counter steps back by
 * its own coarser step, which is waited out.
 *
 * @param refusedRise a rise that was impossible when it was seen: that much or more stays impossible, however long one
 *   waits. The possible grows with time, and a replaced counter's standing must not turn into a bill by patience.
 */
export function addCounter(
  before: Total | undefined,
  counter: Counter,
  boundWh: bigint,
  refusedRise?: bigint,
): Result<Total, TotalRefusal> {
  const now = units(counter)
  // Never a roll-over: close to the end of its width a sleeping counter's next true value would look like a jump.
  if (counter.zeroMayBeSleep && counter.raw === 0n && before?.last !== 0n) {
    return err({
      code: 'COUNTER_ASLEEP',
      detail: 'it stands at 0: asleep, or brand new; its next watt-hour will tell',
    })
  }
  if (!before) {
    return ok({ total: now, last: now, scale: counter.scale, ahead: 0n })
  }
  const sameScale = before.scale === counter.scale
  let rise = now - before.last
  if (rise < 0n && !sameScale && -rise <= 10n ** BigInt(Math.max(before.scale, counter.scale) + FINEST)) {
    return ok({ total: before.total, last: now, scale: counter.scale, ahead: before.ahead - rise })
  }
  if (rise < 0n && sameScale) rise += units({ raw: 1n << BigInt(counter.bits), scale: counter.scale })
  if (rise < 0n || rise > totalUnits(boundWh) || (refusedRise !== undefined && rise >= refusedRise)) {
    return err({ code: now < before.last ? 'COUNTER_FELL' : 'COUNTER_JUMPED', detail: moved(before, counter), rise })
  }
  const madeGood = rise < before.ahead ? rise : before.ahead
  return ok({
    total: before.total + rise - madeGood,
    last: now,
    scale: counter.scale,
    ahead: before.ahead - madeGood,
  })
}

const moved = (before: Total, { raw, scale }: Counter): string =>
  `from ${before.last / 10n ** BigInt(before.scale + FINEST)}e${before.scale} to ${raw}e${scale} Wh`
