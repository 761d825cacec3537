import { xdr } from '@stellar/stellar-sdk/base'
import type { AppliedTransaction, ClosedLedger, LocalnetCore } from '../core/types.ts'
import type { LedgerHistory } from '../server/history.ts'
import type { RpcMethod } from './context.ts'
import { decode } from './decode.ts'
import { maxFeeOf, operationsOf, sorobanDataOf } from './envelope.ts'
import { nothing } from './requests.ts'

/** Ledgers whose fees count, as the network's RPC is configured. */
const CLASSIC_WINDOW = 10
const SOROBAN_WINDOW = 50

/** Fees of one ledger's transactions in stroops, one number a transaction. */
export interface LedgerFees {
  /** Charged per operation, classic transactions. */
  readonly classic: readonly bigint[]
  /** Offered for inclusion above the resource fee, Soroban transactions. */
  readonly soroban: readonly bigint[]
  /** Charged and offered per operation, all transactions. */
  readonly charged: readonly bigint[]
  readonly offered: readonly bigint[]
}

export interface FeeWindows {
  readonly of: (ledger: ClosedLedger) => LedgerFees
}

/** A fee bump counts as one operation more. */
function feeUnits(transaction: AppliedTransaction, envelope: xdr.TransactionEnvelope): bigint {
  return BigInt(operationsOf(envelope).length + (transaction.feeBump ? 1 : 0))
}

function feesOf(transactions: readonly AppliedTransaction[]): LedgerFees {
  const classic: bigint[] = []
  const soroban: bigint[] = []
  const charged: bigint[] = []
  const offered: bigint[] = []
  for (const transaction of transactions) {
    const envelope = xdr.TransactionEnvelope.fromXdr(transaction.envelopeXdr)
    const units = feeUnits(transaction, envelope)
    const resources = sorobanDataOf(envelope)
    charged.push(transaction.feeChargedStroops / units)
    offered.push(maxFeeOf(envelope) / units)
    if (resources) soroban.push((maxFeeOf(envelope) - resources.resourceFee) / units)
    else classic.push(transaction.feeChargedStroops / units)
  }
  return { classic, soroban, charged, offered }
}

const NO_FEES: LedgerFees = {
  classic: [],
  soroban: [],
  charged: [],
  offered: [],
}

/** Works each ledger out once; keeps no more than the largest window needs. */
export function createFeeWindows(core: LocalnetCore): FeeWindows {
  const known = new Map<string, LedgerFees>()
  return {
    of(ledger) {
      if (ledger.transactionCount === 0) return NO_FEES
      const fees = known.get(ledger.hash) ?? feesOf(core.transactionsOf(ledger.sequence))
      known.set(ledger.hash, fees)
      for (const hash of known.keys()) {
        if (known.size <= SOROBAN_WINDOW) break
        known.delete(hash)
      }
      return fees
    },
  }
}

const PERCENTILES = [10, 20, 30, 40, 50, 60, 70, 80, 90, 95, 99] as const

function mostFrequent(sorted: readonly bigint[]): bigint {
  let mode = sorted[0] ?? 0n
  let best = 0
  let run = 0
  for (const [index, fee] of sorted.entries()) {
    run = fee === sorted[index - 1] ? run + 1 : 1
    if (run > best) [mode, best] = [fee, run]
  }
  return mode
}

/** Nearest-rank percentiles as decimal texts; all "0" when there is no fee. */
export function distribution(fees: readonly bigint[]): Record<string, string> {
  const sorted = [...fees].sort((left, right) => (left < right ? -1 : left > right ? 1 : 0))
  const rank = (percent: number): bigint => sorted[Math.max(0, Math.ceil((percent * sorted.length) / 100) - 1)] ?? 0n
  return {
    max: (sorted.at(-1) ?? 0n).toString(),
    min: (sorted[0] ?? 0n).toString(),
    mode: mostFrequent(sorted).toString(),
    ...Object.fromEntries(PERCENTILES.map((percent) => [`p${percent}`, rank(percent).toString()])),
  }
}

/** The last `count` ledgers that closed, newest first. */
export function lastLedgers(history: LedgerHistory, count: number): readonly ClosedLedger[] {
  return history.backFrom(history.latest().sequence).take(count).toArray()
}

export const getFeeStats: RpcMethod = (params, { history, fees }) => {
  const asked = decode(params, nothing('GetFeeStatsRequest'))
  if ('error' in asked) return asked
  const window = (size: number, kind: 'classic' | 'soroban') => {
    const ledgers = lastLedgers(history, size)
    const paid = ledgers.flatMap((ledger) => fees.of(ledger)[kind])
    return {
      ...distribution(paid),
      transactionCount: String(paid.length),
      ledgerCount: ledgers.length,
    }
  }
  return {
    result: {
      sorobanInclusionFee: window(SOROBAN_WINDOW, 'soroban'),
      inclusionFee: window(CLASSIC_WINDOW, 'classic'),
      latestLedger: history.latest().sequence,
    },
  }
}
