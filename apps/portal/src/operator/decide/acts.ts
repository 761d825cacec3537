/** What an operator can decide, what has to be filled in for it, and what the API is asked for then. Pure. */
import { err, ok, parseStroops, type Result } from '@heliobond/domain'
import { apiMoment, momentNamed } from '../../data/civil.ts'

export const ACTS = ['epoch', 'edit', 'reject', 'correct', 'tariff'] as const
export type Act = (typeof ACTS)[number]

/** What has to be chosen before an act can be filled in. */
export const ABOUT: Readonly<Record<Act, 'meter' | 'system' | 'utility'>> = {
  epoch: 'meter',
  edit: 'meter',
  reject: 'meter',
  correct: 'system',
  tariff: 'utility',
}

/** The act that a page's address names; null for none of them. */
export const actNamed = (name: string | undefined): Act | null => ACTS.find((act) => act === name) ?? null

export type FieldKind = 'register' | 'energy' | 'moment' | 'price' | 'choice' | 'symbol' | 'reading' | 'reason'

export interface DecideField {
  readonly name: string
  readonly kind: FieldKind
  /** A party's name, where the field is about one. */
  readonly party?: string
  readonly optional?: boolean
  /** Of a choice. */
  readonly options?: readonly string[]
  /** Asked for only where another field holds this. */
  readonly only?: readonly [name: string, value: string]
}

/** What is typed in, by field. */
export type Typed = Readonly<Record<string, string>>

/** What an act is about. */
export interface Subject {
  readonly meter?: number
  readonly system?: number
  /** Names of the system's parties, in the registry's order. */
  readonly parties?: readonly string[]
}

const REASON: DecideField = { name: 'reason', kind: 'reason' }

/** What is asked for, in this order. */
export function fieldsOf(act: Act, { parties = [] }: Subject): readonly DecideField[] {
  switch (act) {
    case 'epoch':
      return [
        { name: 'cause', kind: 'choice', options: ['new', 'wrapped'] },
        { name: 'wrapsAt', kind: 'register', only: ['cause', 'wrapped'] },
        REASON,
      ]
    case 'edit':
      return [
        { name: 'at', kind: 'moment' },
        { name: 'generated', kind: 'register' },
        { name: 'consumed', kind: 'register' },
        { name: 'exported', kind: 'register' },
        REASON,
      ]
    case 'reject':
      return [{ name: 'reading', kind: 'reading' }, REASON]
    case 'correct':
      return [
        { name: 'generatedBy', kind: 'energy' },
        { name: 'exportedBy', kind: 'energy' },
        ...parties.map((party, index): DecideField => ({ name: `party${index}`, kind: 'energy', party })),
        REASON,
      ]
    case 'tariff':
      return [
        { name: 'symbol', kind: 'symbol' },
        { name: 'price', kind: 'price' },
        { name: 'effectiveAt', kind: 'moment' },
        { name: 'feeder', kind: 'choice', options: ['feeder', 'feeder.2'] },
        { name: 'base', kind: 'price', optional: true },
        { name: 'fuel', kind: 'price', optional: true },
        { name: 'purchase', kind: 'price', optional: true },
        REASON,
      ]
  }
}

/** Whether a field is asked for with what stands in the others. */
export const isAsked = ({ only }: DecideField, typed: Typed): boolean =>
  only === undefined || typed[only[0]] === only[1]

export type FieldFault = 'missing' | 'malformed'
/** What is wrong, by field. */
export type FieldFaults = Readonly<Record<string, FieldFault>>

/** The request that records an act. */
export interface ActRequest {
  /** Of the API. */
  readonly path: string
  readonly body: Readonly<Record<string, unknown>>
}

const LEAST_REASON = 3

/** Reads what was typed in: the request that records it, or what is wrong, by field. */
export function readAct(
  act: Act,
  subject: Subject,
  typed: Typed,
): Result<ActRequest, { readonly code: 'INCOMPLETE'; readonly faults: FieldFaults }> {
  const faults: Record<string, FieldFault> = {}
  const values: Record<string, string> = {}
  for (const field of fieldsOf(act, subject).filter((one) => isAsked(one, typed))) {
    const text = (typed[field.name] ?? '').trim()
    if (text === '') {
      if (!field.optional) faults[field.name] = 'missing'
      continue
    }
    const value = readValue(field.kind, text)
    if (value === null) faults[field.name] = 'malformed'
    else values[field.name] = value
  }
  const parts = ['base', 'fuel', 'purchase'].filter((name) => values[name] !== undefined)
  if (parts.length > 0) {
    for (const name of ['base', 'fuel', 'purchase']) if (!values[name] && !faults[name]) faults[name] = 'missing'
  }
  return Object.keys(faults).length > 0 ? err({ code: 'INCOMPLETE', faults }) : ok(requestOf(act, subject, values))
}

function readValue(kind: FieldKind, text: string): string | null {
  switch (kind) {
    case 'register':
      return wattHours(text, false)
    case 'energy':
      return wattHours(text, true)
    case 'price': {
      const stroops = parseStroops(text.replaceAll(',', ''))
      return stroops.ok ? stroops.value.toString() : null
    }
    case 'moment': {
      const moment = momentNamed(text)
      return moment && apiMoment(moment)
    }
    case 'symbol':
      return /^[A-Za-z0-9_]{1,32}$/.test(text) ? text : null
    case 'reading':
      return /^\d{1,9}\/\d{1,18}$/.test(text) ? text : null
    case 'choice':
      return text
    case 'reason':
      return text.length < LEAST_REASON ? null : text
  }
}

const KWH = /^([-+]?)(\d{1,15})(?:\.(\d{1,3}))?$/

/** Kilowatt-hours with up to three decimals as whole watt-hours; null for anything else. Groups of digits may be parted by commas. */
function wattHours(text: string, signed: boolean): string | null {
  const found = KWH.exec(text.replaceAll(',', ''))
  if (!found) return null
  const [, sign = '', whole = '', fraction = ''] = found
  if (sign !== '' && !signed) return null
  const size = BigInt(whole + fraction.padEnd(3, '0'))
  return String(sign === '-' ? -size : size)
}

function requestOf(act: Act, { meter, system, parties = [] }: Subject, values: Readonly<Record<string, string>>) {
  const { reason } = values
  const at = `/v1/operations/${ABOUT[act] === 'meter' ? `meters/${meter}` : `systems/${system}`}`
  switch (act) {
    case 'epoch':
      return {
        path: `${at}/epochs`,
        body: { reason, ...(values.wrapsAt !== undefined && { wrapsAtWh: values.wrapsAt }) },
      }
    case 'edit':
      return {
        path: `${at}/edits`,
        body: {
          reason,
          at: values.at,
          generatedWh: values.generated,
          consumedWh: values.consumed,
          exportedWh: values.exported,
        },
      }
    case 'reject': {
      const [epoch, seq] = (values.reading ?? '').split('/')
      return { path: `${at}/rejections`, body: { reason, epoch: Number(epoch), seq } }
    }
    case 'correct':
      return {
        path: `${at}/corrections`,
        body: {
          reason,
          generatedWh: values.generatedBy,
          exportedWh: values.exportedBy,
          consumedWh: parties.map((_, index) => values[`party${index}`]),
        },
      }
    case 'tariff': {
      const { symbol, effectiveAt, price, feeder, base, fuel, purchase } = values
      return {
        path: '/v1/operations/tariffs',
        body: {
          reason,
          symbol,
          effectiveAt,
          priceStroopsPerKwh: price,
          feeder,
          ...(base !== undefined && { components: { base, fuel, purchase } }),
        },
      }
    }
  }
}
