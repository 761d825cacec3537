import { err, ok, type Result } from '@heliobond/domain'
import type { Api } from '@stellar/stellar-sdk/rpc'
import type { Chain } from './chain.ts'

/** A ledger's number and when it closed, in Unix seconds. */
export interface LedgerTime {
  readonly sequence: number
  readonly closedAt: bigint
}

/** The ledgers that the RPC remembers: it keeps about a week of them on public networks. */
export async function rememberedLedgers(
  chain: Chain,
): Promise<{ readonly oldestLedger: number; readonly latestLedger: number }> {
  const { oldestLedger, latestLedger } = await chain.rpc.ask<Api.GetHealthResponse>('getHealth')
  return { oldestLedger, latestLedger }
}

export type LedgerAtRefusal =
  /** No ledger has closed after that time yet, so that its last ledger is not known. */
  | { readonly code: 'TIME_NOT_PASSED'; readonly latestClosedAt: bigint }
  /** The RPC has forgotten the ledgers of that time. */
  | { readonly code: 'HISTORY_MISSING'; readonly oldestLedger: number; readonly oldestClosedAt: bigint }

/**
 * The last ledger that closed at or before a time: the record ledger of a coupon. Exact, and final once given, since a
 * ledger after that time has closed.
 *
 * Where a turned clock skipped ledgers, it is the last one before the skip.
 */
export async function ledgerAt(chain: Chain, time: bigint): Promise<Result<LedgerTime, LedgerAtRefusal>> {
  const { oldestLedger, latestLedger } = await rememberedLedgers(chain)
  const oldest = await firstFrom(chain, oldestLedger)
  if (oldest.closedAt > time) {
    return err({ code: 'HISTORY_MISSING', oldestLedger: oldest.sequence, oldestClosedAt: oldest.closedAt })
  }
  const latest = await firstFrom(chain, latestLedger)
  if (latest.closedAt <= time) return err({ code: 'TIME_NOT_PASSED', latestClosedAt: latest.closedAt })

  // `found` closed in time; the first ledger from `later` on did not.
  let found = oldest
  let later = latest.sequence
  while (later - found.sequence > 1) {
    const middle = found.sequence + Math.floor((later - found.sequence) / 2)
    const ledger = await firstFrom(chain, middle)
    if (ledger.closedAt <= time) found = ledger
    else later = middle
  }
  return ok(found)
}

/** The first ledger with this number or a later one. Its header stays undecoded: only its number and time are read. */
async function firstFrom(chain: Chain, sequence: number): Promise<LedgerTime> {
  const answer = await chain.rpc.ask<Api.RawGetLedgersResponse>('getLedgers', {
    startLedger: sequence,
    pagination: { limit: 1 },
  })
  const [ledger] = answer.ledgers
  if (!ledger) throw new Error(`no ledger from ${sequence} on`)
  return { sequence: ledger.sequence, closedAt: BigInt(ledger.ledgerCloseTime) }
}
