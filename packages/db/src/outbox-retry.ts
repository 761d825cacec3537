/** A person's way back for transactions that were given up. */
import type { Database } from './database.ts'

/**
 * Kinds whose entry may be tried again by a person once it was given up: doing one twice does nothing the second time, since the contract then has
 * nothing to pay, to take back or to announce. All others the worker asks for again by itself under a new key, or had reserved something that was
 * freed when they were given up (bills, a statement's place): trying the old entry as well would do the work twice.
 */
export const RETRIABLE_KINDS = ['coupon.claims', 'offering.call', 'offering.redeem', 'offering.release'] as const

export type RetryRefusal = 'UNKNOWN' | 'NOT_GIVEN_UP' | 'ASKED_ANEW_BY_THE_WORKER'

/**
 * Puts an entry that was given up back among the pending. Its old envelope is proven dead or failed, or it would not have been given up; the
 * hash goes to the past ones.
 *
 * @returns null when it was done, else why not.
 */
export async function retryGivenUp({ pool }: Database, id: bigint): Promise<RetryRefusal | null> {
  const { rowCount } = await pool.query(
    `update outbox set status = 'pending', attempts = 0, retry_at = null, channel = null, envelope_xdr = null, expires_at = null,
       past_hashes = case when hash is null then past_hashes else past_hashes || to_jsonb(hash) end, hash = null, inner_hash = null
     where id = $1 and status in ('dead', 'failed') and kind = any($2)`,
    [id, RETRIABLE_KINDS],
  )
  if (rowCount === 1) return null
  const { rows } = await pool.query<{ status: string; kind: string }>('select status, kind from outbox where id = $1', [
    id,
  ])
  const row = rows[0]
  if (!row) return 'UNKNOWN'
  return row.status === 'dead' || row.status === 'failed' ? 'ASKED_ANEW_BY_THE_WORKER' : 'NOT_GIVEN_UP'
}
