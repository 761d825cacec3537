import type { TenderSummary } from '../api/tender-types.ts'
import type { Offering } from '../api/types.ts'
import { standingTender } from '../tender/standing.ts'
import type { Person } from '../wallet/development.ts'

/** One chapter of a bond's life: what to look at, and as whom. */
export interface Chapter {
  readonly id: ChapterId
  /** Without its language. */
  readonly href: string
  /** Who is played; null: anybody may look. */
  readonly person: Person | null
}

export const CHAPTERS = [
  'sale',
  'works',
  'award',
  'sun',
  'pay',
  'neighbour',
  'check',
  'trade',
  'certificates',
  'coupon',
  'ownership',
  'operate',
] as const
export type ChapterId = (typeof CHAPTERS)[number]

/** Who plays: by what they do on the platform, the one of that name first. */
const CAST: Readonly<Partial<Record<ChapterId, { readonly role: string; readonly name: string }>>> = {
  sale: { role: 'investor', name: 'Diego' },
  works: { role: 'contractor', name: 'Sol' },
  award: { role: 'approver', name: '' },
  pay: { role: 'end-user', name: 'Escuela' },
  neighbour: { role: 'donor', name: '' },
  trade: { role: 'investor', name: 'Ana' },
  certificates: { role: 'rec-buyer', name: '' },
  coupon: { role: 'investor', name: 'Ana' },
  ownership: { role: 'end-user', name: 'Escuela' },
  operate: { role: 'operator', name: '' },
}

/** The bond whose system is live; once its debt is repaid, the same one. */
export const liveOf = (offerings: readonly Offering[]): Offering | undefined =>
  ['Live', 'Matured', 'Closed'].map((wanted) => offerings.find(({ state }) => state === wanted)).find(Boolean)

/** The chapters that can be played with what there is; a bond that was sold meanwhile leaves its own out. */
export function chaptersOf(
  offerings: readonly Offering[],
  tenders: readonly TenderSummary[],
  people: readonly Person[],
): Chapter[] {
  const onSale = offerings.find(({ state }) => state === 'Funding')
  const live = liveOf(offerings)
  // Once the debt is repaid nobody bills, pays or trades.
  const repaying = live?.state === 'Live' ? live : undefined
  const tender = tenders.find(({ stage }) => stage === 'Open') ?? standingTender(tenders)
  const places: Readonly<Record<ChapterId, string | null>> = {
    sale: onSale ? `/invest/${onSale.id}` : null,
    works: tender ? `/works/${tender.id}` : null,
    award: tender ? `/issuer/tenders/${tender.id}` : null,
    sun: live ? `/systems/${live.systemId}` : null,
    pay: repaying ? `/energy/${repaying.systemId}/0/wallet` : null,
    neighbour: repaying ? `/pay/${repaying.systemId}/0` : null,
    check: live ? `/check/bill?system=${live.systemId}` : null,
    trade: repaying ? `/market/${repaying.id}` : null,
    certificates: live ? `/certificates/${live.systemId}` : null,
    coupon: live ? '/portfolio' : null,
    ownership: live ? `/energy/${live.systemId}/0/ownership` : null,
    operate: '/operations',
  }
  return CHAPTERS.flatMap((id): Chapter[] => {
    const href = places[id]
    const part = CAST[id]
    if (href === null) return []
    if (!part) return [{ id, href, person: null }]
    const able = people.filter(({ role }) => role === part.role)
    const person = able.find(({ name }) => name.startsWith(part.name)) ?? able[0]
    return person ? [{ id, href, person }] : []
  })
}
