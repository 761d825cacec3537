import type { DatabaseSync } from 'node:sqlite'
import type { Obeyed } from './obey.ts'
import type { Plan } from './plan.ts'

/** One decision that changed something, and what caused it. Whole numbers that may be large are texts. */
export interface LoggedDecision {
  /** The machine's time, Unix seconds. */
  readonly at: number
  readonly mode: string
  readonly reason: string
  readonly state: string | null
  readonly criticalFloorW: string | null
  /** Ledger and hash of the word that was obeyed; null where there was none. */
  readonly ledger: number | null
  readonly hash: string | null
  readonly since: number | null
  /** Circuit and supply: `{"clinic":"own","gym":"none"}`. */
  readonly circuits: string
}

const MOST_KEPT = 1_000

/** The log of decisions, in the device's store; the newest thousand are kept. */
export function openDecisionLog(database: DatabaseSync) {
  const insert = database.prepare(
    `insert into decision (at, cause, mode, state, critical_floor_w, since, ledger, hash, circuits, reason)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const trim = database.prepare('delete from decision where number <= ?')
  const newest = database.prepare(
    `select at, mode, reason, state, critical_floor_w as criticalFloorW, ledger, hash, since, circuits
     from decision order by number desc limit ?`,
  )
  return {
    add({ mode, reason, word }: Obeyed, plan: Plan, wallSeconds: bigint): void {
      const { decision } = word ?? {}
      const { lastInsertRowid } = insert.run(
        wallSeconds,
        word?.by ?? 'none',
        mode ?? 'in doubt',
        decision?.state ?? null,
        decision === undefined ? null : `${decision.criticalFloorW}`,
        decision?.since ?? null,
        word?.ledger ?? null,
        word?.hash ?? null,
        JSON.stringify({ ...Object.fromEntries(plan.circuits), ...(plan.islanded && { grid: 'open' }) }),
        reason,
      )
      trim.run(BigInt(lastInsertRowid) - BigInt(MOST_KEPT))
    },
    newest: (count: number): readonly LoggedDecision[] => newest.all(count) as unknown as LoggedDecision[],
  }
}
