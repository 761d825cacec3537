/** Watt-hours in a kilowatt-hour. */
export const WH_PER_KWH = 1_000n

/** Watt-hours in a megawatt-hour: one renewable energy certificate. */
export const WH_PER_MWH = 1_000_000n

/** The largest register a reading or a statement carries: u64. */
export const MAX_U64 = 2n ** 64n - 1n

/** How far above its rating equipment is believed: 11 / 10. */
const MARGIN_NUMERATOR = 11n
const MARGIN_DENOMINATOR = 10n
const SECONDS_PER_HOUR = 3_600n

/**
 * The most energy that equipment of this rating can have moved in this time, with the 10 % margin, rounded down.
 * `wh <= capacityBoundWh(w, s)` is exactly the energy contract's `wh <= w x s / 3600 x 1.1`.
 * @throws {RangeError} if the rating or the time is negative (a caller bug).
 */
export function capacityBoundWh(capacityW: number | bigint, seconds: bigint): bigint {
  if (capacityW < 0 || seconds < 0n) throw new RangeError(`capacity bound of ${capacityW} W over ${seconds} s`)
  return (BigInt(capacityW) * seconds * MARGIN_NUMERATOR) / (SECONDS_PER_HOUR * MARGIN_DENOMINATOR)
}

/** Writes watt-hours as kilowatt-hours with three decimals: `1234567n` as `1234.567`. */
export function formatKwh(energyWh: bigint): string {
  const magnitude = energyWh < 0n ? -energyWh : energyWh
  return `${energyWh < 0n ? '-' : ''}${magnitude / WH_PER_KWH}.${(magnitude % WH_PER_KWH).toString().padStart(3, '0')}`
}
