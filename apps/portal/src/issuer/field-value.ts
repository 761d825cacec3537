/** What people type into a field of a draft, and what the body holds for it. Pure. */
import { err, formatStroops, ok, parseStroops, type Result } from '@heliobond/domain'
import { apiMoment, dayName, dayNamed } from '../data/civil.ts'
import type { FieldKind } from './form.ts'

const SECONDS_PER_DAY = 86_400
const MOST_DIGITS = 12

/** Whether a value can be read; `undefined` is nothing typed in. */
export type FieldValue = Result<string | number | boolean | undefined, { readonly code: 'MALFORMED' }>

const MALFORMED: FieldValue = err({ code: 'MALFORMED' })

/** Reads what was typed in. Groups of digits may be parted by commas. */
export function readField(kind: FieldKind, typed: string): FieldValue {
  const text = typed.trim()
  if (text === '') return ok(undefined)
  switch (kind) {
    case 'bonds':
    case 'money': {
      const stroops = parseStroops(withoutCommas(text))
      return stroops.ok && stroops.value >= 0n ? ok(stroops.value.toString()) : MALFORMED
    }
    case 'percent': {
      const scaled = scaledInteger(withoutCommas(text), 2)
      return scaled === null ? MALFORMED : ok(scaled)
    }
    case 'kilowatts': {
      const watts = scaledInteger(withoutCommas(text), 3)
      return watts === null || watts < 0 ? MALFORMED : ok(String(watts))
    }
    case 'integer':
    case 'number': {
      const number = scaledInteger(withoutCommas(text), 0)
      return number === null || number < 0 ? MALFORMED : ok(number)
    }
    case 'days': {
      const days = scaledInteger(withoutCommas(text), 0)
      return days === null || days < 0 ? MALFORMED : ok(days * SECONDS_PER_DAY)
    }
    case 'day':
      return dayNamed(text) ? ok(text) : MALFORMED
    case 'moment': {
      const day = dayNamed(text)
      return day ? ok(apiMoment(day)) : MALFORMED
    }
    case 'yesNo':
      return ok(text === 'true')
    case 'line':
    case 'text':
    case 'address':
    case 'choice':
      return ok(text)
  }
}

/** What stands in the field for what the body holds. */
export function fieldText(kind: FieldKind, value: unknown): string {
  if (value === undefined || value === null) return ''
  switch (kind) {
    case 'bonds':
    case 'money':
      return withoutZeros(formatStroops(BigInt(String(value))))
    case 'percent':
      return unscaled(Number(value), 2)
    case 'kilowatts':
      return unscaled(Number(value), 3)
    case 'days':
      return String(Math.floor(Number(value) / SECONDS_PER_DAY))
    case 'moment':
      return dayName(new Date(String(value)))
    default:
      return String(value)
  }
}

const withoutCommas = (text: string): string => text.replaceAll(',', '')

/** A decimal of at most so many places as an integer of its smallest part; null for anything else. */
function scaledInteger(text: string, places: number): number | null {
  const found = /^(-?)(\d+)(?:\.(\d*))?$/.exec(text)
  if (!found) return null
  const [, sign = '', whole = '', fraction = ''] = found
  if (fraction.length > places || whole.length > MOST_DIGITS) return null
  const digits = Number(whole + fraction.padEnd(places, '0'))
  return sign === '-' ? 0 - digits : digits
}

function unscaled(value: number, places: number): string {
  const sign = value < 0 ? '-' : ''
  const digits = String(Math.abs(value)).padStart(places + 1, '0')
  return sign + withoutZeros(`${digits.slice(0, -places)}.${digits.slice(-places)}`)
}

const withoutZeros = (decimal: string): string => (decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal)
