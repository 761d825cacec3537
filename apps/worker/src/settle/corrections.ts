/** Operators' corrections of statements that were found wrong: recorded acts that the next statement carries out, once. */
import type { EnergyOffset } from '@heliobond/domain'
import type { Queryable } from '../context.ts'
import { type Json, offsetOf } from './draft-json.ts'

/** The kind of the recorded act; see packages/db/src/meter-decisions.ts for what its payload holds. */
export const STATEMENT_CORRECTED = 'statement.corrected'

export interface Correction {
  readonly id: bigint
  readonly offset: EnergyOffset
}

/** Those that no statement has carried out yet, oldest first. */
export async function openCorrections(db: Queryable, system: number): Promise<Correction[]> {
  const { rows } = await db.query<{ id: string; payload: Json }>(
    `SELECT id, payload FROM operator_decision WHERE kind = $1 AND system_id = $2 AND applied_at IS NULL ORDER BY id`,
    [STATEMENT_CORRECTED, system],
  )
  return rows.map(toCorrection)
}

/** Those that a draft says it carried out. */
export async function correctionsByIds(db: Queryable, system: number, ids: readonly string[]): Promise<Correction[]> {
  if (ids.length === 0) return []
  const { rows } = await db.query<{ id: string; payload: Json }>(
    `SELECT id, payload FROM operator_decision WHERE kind = $1 AND system_id = $2 AND id = ANY($3::bigint[]) ORDER BY id`,
    [STATEMENT_CORRECTED, system, ids],
  )
  return rows.map(toCorrection)
}

const toCorrection = (row: { id: string; payload: Json }): Correction => ({
  id: BigInt(row.id),
  offset: offsetOf(row.payload),
})

/** What is counted besides the meters, with these corrections. */
export const withCorrections = (offset: EnergyOffset, corrections: readonly Correction[]): EnergyOffset =>
  corrections.reduce(
    (sum, { offset: more }) => ({
      generatedWh: sum.generatedWh + more.generatedWh,
      exportedWh: sum.exportedWh + more.exportedWh,
      consumedWh: sum.consumedWh.map((wh, party) => wh + (more.consumedWh[party] ?? 0n)),
    }),
    offset,
  )

/** Notes which statement carries them out. */
export async function applyCorrections(
  client: Queryable,
  corrections: readonly Correction[],
  statement: number,
  at: bigint,
): Promise<void> {
  if (corrections.length === 0) return
  await client.query(`UPDATE operator_decision SET applied_at = $2, result = $3 WHERE id = ANY($1::bigint[])`, [
    corrections.map(({ id }) => String(id)),
    at,
    JSON.stringify({ statement }),
  ])
}

/** The draft that was to carry them out is gone: the next one does. */
export async function releaseCorrections(client: Queryable, system: number, statement: number): Promise<void> {
  await client.query(
    `UPDATE operator_decision SET applied_at = NULL, result = NULL
     WHERE kind = $1 AND system_id = $2 AND applied_at IS NOT NULL AND (result->>'statement')::int = $3`,
    [STATEMENT_CORRECTED, system, statement],
  )
}
