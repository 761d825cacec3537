/**
 * Drafts of event notices as SEC Rule 15c2-12(b)(5)(i)(C) lists them, from what an offering's contract said. Pure. Whether an event is material,
 * and what is filed, is for the issuer and its counsel.
 */
import { formatCivilDate, formatStroops, formatUtcSeconds, fromUnixSeconds, SECONDS_PER_DAY } from '@heliobond/domain'
import { fill, type Place, type PlacesOf } from '../sentence.ts'

/** An event of the offering's contract, as the projection has it: numbers as decimal strings. */
export interface NoticedEvent {
  readonly at: bigint
  readonly name: string
  readonly data: Readonly<Record<string, unknown>>
  readonly txHash: string
  readonly ledger: number
}

/** What a notice says of the offering. */
export interface NoticedOffering {
  readonly name: string
  readonly bondAsset: string
  readonly settlementAsset: string
}

export interface EventNotice {
  /** The number of the event in the rule's list. */
  readonly number: 1 | 2 | 3 | 7 | 8 | 14
  /** The rule's own words. */
  readonly category: string
  /** Whether the rule asks for it always, or only where it is material. */
  readonly when: 'always' | 'if-material'
  readonly at: bigint
  /** Ten business days later: Saturdays and Sundays left out, holidays not, so that it is never late. Unix seconds, the day's end. */
  readonly dueAt: bigint
  /** What happened, by a stable name. */
  readonly reason: NoticeReason
  /** What the reason's sentence names: amounts as decimal strings of stroops of the settlement asset, times RFC 3339. */
  readonly params: Readonly<Record<string, Place>>
  readonly text: string
  readonly txHash: string
  readonly ledger: number
}

const CATEGORIES = {
  1: ['Principal and interest payment delinquencies', 'always'],
  2: ['Non-payment related defaults', 'if-material'],
  3: ['Unscheduled draws on debt service reserves reflecting financial difficulties', 'always'],
  7: ['Modifications to rights of security holders', 'if-material'],
  8: ['Bond calls', 'if-material'],
  14: ['Appointment of a successor or additional trustee, or the change of name of a trustee', 'if-material'],
} as const

/** What happened, as the notice says it. The names are stable, part of the public interface: never renamed, never reused. */
const REASONS = {
  RESERVE_DRAWN: 'To pay coupon {coupon}, {drawnStroops} were drawn from the debt service reserve.',
  COUPON_SHORT:
    'Of coupon {coupon}, {totalStroops}, {fundedStroops} were at hand on its payment date, the debt service reserve included; it was paid pro rata, and the rest stays owed to the holders of its record date.',
  DEFAULTED:
    'What was short stayed short beyond the grace of the terms: the bond is in default. Revenue goes on through the waterfall, principal is passed through pro rata until the bond is whole.',
  CALLED: 'The whole issue is called for redemption at par on {callAt}.',
  UNWOUND:
    'The works were not finished by their long-stop date and are given up; {unspentStroops} that are unspent go to the holders pro rata.',
  CODE_REPLACED:
    "The contract of the offering was replaced by code with the hash {wasmHash}, after the announced delay. State whether holders' rights changed.",
  TRUSTEE_SUCCEEDED: "{holder} succeeds {former} as the holders' trustee.",
} as const satisfies Record<string, string>
export type NoticeReason = keyof typeof REASONS
export const NOTICE_REASONS = Object.keys(REASONS) as readonly NoticeReason[]
/** Amounts are stroops, times Unix seconds, as bigint. */
type Figure = bigint | number | string

const BUSINESS_DAYS = 10

/** The events that may be notices, by their names. */
export const NOTICED = ['CouponFunded', 'Defaulted', 'Called', 'Unwound', 'Upgraded', 'RoleAccepted'] as const

/**
 * The notices that a history of events gives reason to, in its order. A coupon's shortage is told once, when it is first short.
 *
 * @param events of one offering, oldest first
 */
export function noticesOf(offering: NoticedOffering, events: readonly NoticedEvent[]): EventNotice[] {
  const short = new Set<string>()
  return events.flatMap((event) => {
    return readEvent(event).flatMap(({ number, reason, params, once }): EventNotice[] => {
      if (once !== undefined && short.has(once)) return []
      if (once !== undefined) short.add(once)
      const [category, when] = CATEGORIES[number]
      const { at, txHash, ledger } = event
      const head = `${offering.name} (${offering.bondAsset}), ${formatCivilDate(fromUnixSeconds(at))}. ${category}. `
      const [currency = ''] = offering.settlementAsset.split(':')
      const text = `${head}${fill(
        REASONS[reason],
        mapped(params, (name, figure) => told(currency, name, figure)),
      )}`
      const dueBy = dueAt(at)
      return [
        { number, category, when, at, dueAt: dueBy, reason, params: mapped(params, answered), text, txHash, ledger },
      ]
    })
  })
}

interface Reason {
  readonly number: EventNotice['number']
  readonly reason: NoticeReason
  /** Amounts as stroops, times as Unix seconds. */
  readonly params: Readonly<Record<string, Figure>>
  /** Told once for all events of the same name. */
  readonly once?: string
}

/** Says a reason with the values that its sentence has places for. */
const because = <Why extends NoticeReason>(
  number: EventNotice['number'],
  reason: Why,
  params: { readonly [Name in PlacesOf<(typeof REASONS)[Why]>]: Figure },
  once?: string,
): Reason => ({ number, reason, params, ...(once !== undefined && { once }) })

function readEvent({ name, data }: NoticedEvent): Reason[] {
  const figure = (field: string) => BigInt(String(data[field] ?? 0))
  switch (name) {
    case 'CouponFunded': {
      const [funded, total, drawn] = [figure('funded'), figure('total'), figure('drawn')]
      const coupon = Number(data.number)
      return [
        ...(drawn > 0n ? [because(3, 'RESERVE_DRAWN', { coupon, drawnStroops: drawn })] : []),
        ...(funded < total
          ? [
              because(
                1,
                'COUPON_SHORT',
                { coupon, totalStroops: total, fundedStroops: funded },
                `coupon ${data.number}`,
              ),
            ]
          : []),
      ]
    }
    case 'Defaulted':
      return [because(1, 'DEFAULTED', {})]
    case 'Called':
      return [because(8, 'CALLED', { callAt: figure('date') })]
    case 'Unwound':
      return [because(2, 'UNWOUND', { unspentStroops: figure('redemption') })]
    case 'Upgraded':
      return [because(7, 'CODE_REPLACED', { wasmHash: String(data.wasm_hash) })]
    case 'RoleAccepted':
      return data.role === 'trustee'
        ? [because(14, 'TRUSTEE_SUCCEEDED', { holder: String(data.holder), former: String(data.former) })]
        : []
    default:
      return []
  }
}

/** A figure as it is answered: amounts as stroops, times as RFC 3339. */
const answered = (name: string, figure: Figure): Place =>
  typeof figure !== 'bigint' ? figure : name.endsWith('At') ? formatUtcSeconds(figure) : String(figure)

/** A figure as the English text tells it. */
const told = (currency: string, name: string, figure: Figure): Place =>
  typeof figure !== 'bigint'
    ? figure
    : name.endsWith('At')
      ? formatCivilDate(fromUnixSeconds(figure))
      : `${formatStroops(figure)} ${currency}`

const mapped = (params: Readonly<Record<string, Figure>>, to: (name: string, figure: Figure) => Place) =>
  Object.fromEntries(Object.entries(params).map(([name, figure]) => [name, to(name, figure)]))

function dueAt(at: bigint): bigint {
  let day = at / SECONDS_PER_DAY
  for (let left = BUSINESS_DAYS; left > 0; ) {
    day += 1n
    // Day 0 of the calendar, 1970-01-01, was a Thursday.
    const weekday = (day + 4n) % 7n
    if (weekday !== 0n && weekday !== 6n) left -= 1
  }
  return (day + 1n) * SECONDS_PER_DAY - 1n
}
