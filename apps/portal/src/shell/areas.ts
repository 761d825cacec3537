import type { Me } from '../api/types.ts'

/** The parts of the site that are for one role each, in the order in which they are offered. */
export const AREAS = [
  { name: 'investor', href: '/portfolio' },
  { name: 'energy', href: '/energy' },
  { name: 'issuer', href: '/issuer' },
  { name: 'contractor', href: '/works' },
  { name: 'approver', href: '/approvals' },
  { name: 'operator', href: '/operations' },
] as const
export type AreaName = (typeof AREAS)[number]['name']

/**
 * The areas that are offered to whoever is signed in. What each may do there the API decides: this only keeps doors out of sight that
 * would not open.
 */
export function areasOf({ roles, parties }: Pick<Me, 'roles' | 'parties'>): (typeof AREAS)[number][] {
  const offered: Readonly<Record<AreaName, boolean>> = {
    // Anyone may hold bonds and anyone may bid.
    investor: true,
    contractor: true,
    energy: parties.length > 0,
    issuer: roles.some((role) => role === 'issuer' || role === 'approver'),
    approver: roles.some((role) => role === 'approver' || role === 'operator'),
    operator: roles.some((role) => role === 'operator' || role === 'auditor'),
  }
  return AREAS.filter(({ name }) => offered[name])
}
