import type { Queryable } from './context.ts'

/**
 * The name of a chain of events in the log: the statement that all of it goes back to. The statement that is written, its bills, their
 * payments and the collection of what was paid bear the same.
 */
export const traceOf = (systemId: number, statementIndex: number): string => `${systemId}/${statementIndex}`

/** The chains that bills belong to, each once, in their order. */
export async function tracesOfBills(db: Queryable, systemId: number, numbers: readonly bigint[]): Promise<string[]> {
  const { rows } = await db.query<{ statement_index: number }>(
    'SELECT DISTINCT statement_index FROM bill WHERE system_id = $1 AND number = ANY($2::bigint[]) ORDER BY statement_index',
    [systemId, numbers.map(String)],
  )
  return rows.map((row) => traceOf(systemId, row.statement_index))
}
