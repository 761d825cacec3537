import type { WorkerContext } from '../context.ts'
import type { Followed } from './logged-event.ts'
import { refreshCertificates } from './refresh-certificates.ts'
import { refreshOffering } from './refresh-offering.ts'
import { refreshOwners } from './refresh-owners.ts'
import { refreshTenders } from './refresh-tenders.ts'

/**
 * Reads anew what contracts keep as a state of their own (buckets, principal accounts, tenders, certificate accounts) and have changed since it was
 * read last. A reading shows everything up to the newest event that is in the log, or more: then its own event comes, and it is read again.
 *
 * @returns how many contracts were read
 */
export async function refresh(context: WorkerContext): Promise<number> {
  const { rows } = await context.store.query<Stale>(
    `SELECT contract_id, contract, offering_id, system_id, last_event_ledger FROM followed
     WHERE (last_event_ledger > refreshed_ledger OR refreshed_ledger = 0) AND contract IN ('offering', 'registry', 'tender', 'certificate') ORDER BY contract_id`,
  )
  for (const row of rows) {
    const of: Refreshed = { contractId: row.contract_id, offeringId: row.offering_id, ledger: row.last_event_ledger }
    if (row.contract === 'offering') await refreshOffering(context, of)
    if (row.contract === 'registry') await refreshOwners(context, of)
    if (row.contract === 'tender') await refreshTenders(context, of)
    if (row.contract === 'certificate') await refreshCertificates(context, of)
    await context.store.query(`UPDATE followed SET refreshed_ledger = $2 WHERE contract_id = $1 AND account = ''`, [
      row.contract_id,
      // Read once at least: what is older than what is followed has no event here.
      Math.max(row.last_event_ledger, 1),
    ])
  }
  return rows.length
}

interface Stale {
  contract_id: string
  contract: Followed['contract']
  offering_id: number | null
  system_id: number | null
  last_event_ledger: number
}

/** A contract whose state is read, and the newest event that the reading shows. */
export interface Refreshed {
  readonly contractId: string
  readonly offeringId: number | null
  readonly ledger: number
}
