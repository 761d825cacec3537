import { ROLES as WORKER_ROLES, type Role as WorkerRole } from '@heliobond/worker'
import { UsageError } from '../usage-error.ts'

/** What one process of an installation may do. All of them together are the default; at scale each runs alone, any number of times. */
export const PROCESS_ROLES = ['api', 'ingest', 'signer', ...WORKER_ROLES] as const
export type ProcessRole = (typeof PROCESS_ROLES)[number]

/** What each does, for `--help`. */
export const ROLE_WORDS: Readonly<Record<ProcessRole, string>> = {
  api: 'HTTP for people, portals and devices',
  ingest: 'readings from the broker: verified, stored, acknowledged',
  index: 'follows the network: events and payments into the log, and from it into what the others read',
  signer: 'the auto-pay keys, and nothing else: signs payments of open bills (HELIOBOND_SIGNER_SOCKET)',
  settle: 'statements and bills',
  oracle: 'looks at statements that another proposed, by keys of its own, and countersigns them',
  pay: 'payments from prepaid wallets, collection, the waterfall',
  service: 'coupons, defaults, calls, maturity, redemption, and whatever else anybody may call when it is due',
  attestor: 'computes each coupon anew from the ledger, by keys of its own, and attests it or has it voided',
  feeder: "brings the utility's prices to the tariff contract, by keys of its own (HELIOBOND_TARIFF_SOURCE)",
  keep: 'allowances, the ladder, lifetimes of what lies on the ledger',
  submit: 'sends what the others wrote into the outbox',
}

/** The part of a process that the worker's passes play. */
export function workerRoles(roles: ReadonlySet<ProcessRole>): WorkerRole[] {
  return WORKER_ROLES.filter((role) => roles.has(role))
}

/**
 * Reads `--role` values, each one role or several with commas; none means all.
 *
 * @throws {UsageError} naming what is no role.
 */
export function readRoles(values: readonly string[]): ReadonlySet<ProcessRole> {
  const names = values.flatMap((value) => value.split(',')).map((name) => name.trim())
  if (names.length === 0) return new Set(PROCESS_ROLES)
  const roles = new Set<ProcessRole>()
  const unknown: string[] = []
  for (const name of names) {
    const role = PROCESS_ROLES.find((known) => known === name)
    if (role) roles.add(role)
    else unknown.push(`"${name}"`)
  }
  if (unknown.length > 0)
    throw new UsageError(`no such role: ${unknown.join(', ')}. Roles: ${PROCESS_ROLES.join(', ')}`)
  return roles
}

/** A role alone works on what others work on too, so nothing may be embedded in its process. */
export function needsSharedParts(roles: ReadonlySet<ProcessRole>): boolean {
  return PROCESS_ROLES.some((role) => !roles.has(role))
}
