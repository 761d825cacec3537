import { err, ok, type Result } from '@heliobond/domain'
import type { Chain } from './chain.ts'
import { METHOD_NOT_FOUND, RpcRefusedError } from './json-rpc.ts'

export type ClockRefusal = { readonly code: 'CLOCK_NOT_TURNABLE' }

/** The ledger that a turned clock closed. */
export interface TurnedClock {
  readonly latestLedger: number
  /** Unix seconds. */
  readonly closedAt: bigint
}

/**
 * Turns the clock of an embedded network: it closes one ledger `seconds` later, whose number is `ledgers` on (by default
 * one every five seconds). Everything that expires does. Other networks cannot, and public ones are not asked.
 */
export async function turnClock(
  chain: Chain,
  by: { readonly seconds: number; readonly ledgers?: number },
): Promise<Result<TurnedClock, ClockRefusal>> {
  const { network } = chain.config
  if (network === 'mainnet' || network === 'testnet') return err({ code: 'CLOCK_NOT_TURNABLE' })
  try {
    const answer = await chain.rpc.once<{ latestLedger: number; latestLedgerCloseTime: string }>('localnet_advance', by)
    return ok({ latestLedger: answer.latestLedger, closedAt: BigInt(answer.latestLedgerCloseTime) })
  } catch (error) {
    if (error instanceof RpcRefusedError && error.rpcCode === METHOD_NOT_FOUND)
      return err({ code: 'CLOCK_NOT_TURNABLE' })
    throw error
  }
}
