/**
 * Drafts of event notices as SEC Rule 15c2-12(b)(5)(i)(C) lists them, from what an offering's contract said. Pure. Whether an event is material,
 * and what is filed, is for the issuer and its counsel.
 */
import { formatCivilDate, formatStroops, fromUnixSeconds, SECONDS_PER_DAY } from '@heliobond/domain'

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
    const found = readEvent(offering, event)
    return found.flatMap(({ number, text, once }): EventNotice[] => {
      if (once !== undefined && short.has(once)) return []
      if (once !== undefined) short.add(once)
      const [category, when] = CATEGORIES[number]
      const { at, txHash, ledger } = event
      const head = `${offering.name} (${offering.bondAsset}), ${formatCivilDate(fromUnixSeconds(at))}. ${category}. `
      return [{ number, category, when, at, dueAt: dueAt(at), text: `${head}${text}`, txHash, ledger }]
    })
  })
}

interface Reason {
  readonly number: EventNotice['number']
  readonly text: string
  /** Told once for all events of the same name. */
  readonly once?: string
}

function readEvent({ settlementAsset }: NoticedOffering, { name, data }: NoticedEvent): Reason[] {
  const [currency] = settlementAsset.split(':')
  const money = (value: unknown) => `${formatStroops(BigInt(String(value ?? 0)))} ${currency}`
  const date = (value: unknown) => formatCivilDate(fromUnixSeconds(BigInt(String(value ?? 0))))
  switch (name) {
    case 'CouponFunded': {
      const [funded, total, drawn] = ['funded', 'total', 'drawn'].map((field) => BigInt(String(data[field] ?? 0)))
      const reasons: Reason[] = []
      if ((drawn ?? 0n) > 0n) {
        reasons.push({
          number: 3,
          text: `To pay coupon ${data.number}, ${money(drawn)} were drawn from the debt service reserve.`,
        })
      }
      if ((funded ?? 0n) < (total ?? 0n)) {
        reasons.push({
          number: 1,
          once: `coupon ${data.number}`,
          text: `Of coupon ${data.number}, ${money(total)}, ${money(funded)} were at hand on its payment date, the debt service reserve included; it was paid pro rata, and the rest stays owed to the holders of its record date.`,
        })
      }
      return reasons
    }
    case 'Defaulted':
      return [
        {
          number: 1,
          text: 'What was short stayed short beyond the grace of the terms: the bond is in default. Revenue goes on through the waterfall, principal is passed through pro rata until the bond is whole.',
        },
      ]
    case 'Called':
      return [{ number: 8, text: `The whole issue is called for redemption at par on ${date(data.date)}.` }]
    case 'Unwound':
      return [
        {
          number: 2,
          text: `The works were not finished by their long-stop date and are given up; ${money(data.redemption)} that are unspent go to the holders pro rata.`,
        },
      ]
    case 'Upgraded':
      return [
        {
          number: 7,
          text: `The contract of the offering was replaced by code with the hash ${data.wasm_hash}, after the announced delay. State whether holders' rights changed.`,
        },
      ]
    case 'RoleAccepted':
      return data.role === 'trustee'
        ? [{ number: 14, text: `${data.holder} succeeds ${data.former} as the holders' trustee.` }]
        : []
    default:
      return []
  }
}

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
