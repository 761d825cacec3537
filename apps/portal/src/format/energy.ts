import type { Locale } from '../i18n/routing.ts'
import { grouped } from './amount.ts'

export interface EnergyText {
  readonly value: string
  readonly unit: 'Wh' | 'kWh' | 'MWh'
  /** All of it, in watt-hours. */
  readonly exact: string
}

/** From 10,000 kWh on MWh reads better. */
const MWH_FROM_WH = 10_000_000n

/** Energy in the unit that reads best, cut (not rounded) after one or two decimals; `exact` holds every watt-hour. */
export function energyText(wattHours: bigint, locale: Locale): EnergyText {
  const size = wattHours < 0n ? -wattHours : wattHours
  const sign = wattHours < 0n ? '-' : ''
  const exact = `${sign}${grouped(size, locale)} Wh`
  if (size >= MWH_FROM_WH) return { value: sign + decimal(size, 1_000_000n, 2, locale), unit: 'MWh', exact }
  if (size >= 1_000n) return { value: sign + decimal(size, 1_000n, 1, locale), unit: 'kWh', exact }
  return { value: sign + grouped(size, locale), unit: 'Wh', exact }
}

/** Kilowatt-hours with all their decimals: 1234500 Wh is `1,234.5`. */
export function kilowattHours(wattHours: bigint, locale: Locale): string {
  const size = wattHours < 0n ? -wattHours : wattHours
  return `${wattHours < 0n ? '-' : ''}${decimal(size, 1_000n, 3, locale).replace(/\.?0+$/, '')}`
}

/** Watts as `850 W` or `12.3 kW`, cut after one decimal. */
export function powerText(watts: bigint, locale: Locale): string {
  const size = watts < 0n ? -watts : watts
  const sign = watts < 0n ? '-' : ''
  return size < 1_000n ? `${sign}${grouped(size, locale)} W` : `${sign}${decimal(size, 1_000n, 1, locale)} kW`
}

function decimal(value: bigint, unit: bigint, decimals: number, locale: Locale): string {
  const fraction = ((value % unit) * 10n ** BigInt(decimals)) / unit
  return `${grouped(value / unit, locale)}.${fraction.toString().padStart(decimals, '0')}`
}
