/** Drafts in the database: a statement's row, and how it came about. */
import type { Queryable } from '../context.ts'
import { applyCorrections, type Correction, releaseCorrections } from './corrections.ts'
import type { StatementDraft } from './draft.ts'
import { figuresToJson, type Json, toJson } from './draft-json.ts'
import type { ReadingSet } from './reading-set.ts'
import type { Place } from './readings.ts'

export interface NewDraft {
  readonly draft: StatementDraft
  readonly corrections: readonly Correction[]
  readonly offset: unknown
  readonly attempt: number
  readonly draftedAt: bigint
  readonly outboxId: bigint
}

/** Writes a draft in place of an earlier one of the same index. */
export async function writeDraft(
  client: Queryable,
  { draft, corrections, offset, attempt, draftedAt, outboxId }: NewDraft,
) {
  const { systemId, index, figures } = draft
  await client.query(
    `INSERT INTO statement (system_id, index, from_at, to_at, generated_wh, exported_wh, generated_correction_wh, exported_correction_wh,
       consumed_wh, readings_root, readings_count, quality, status, outbox_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'draft', $13)`,
    [
      systemId,
      index,
      draft.from,
      draft.to,
      figures.generatedWh,
      figures.exportedWh,
      figures.generatedCorrectionWh,
      figures.exportedCorrectionWh,
      JSON.stringify(figures.consumedWh.map(String)),
      Buffer.from(draft.readingsRoot),
      draft.readingsCount,
      figures.quality,
      outboxId,
    ],
  )
  const meters = Object.fromEntries([...draft.meters].map(([id, { mark: _, ...inputs }]) => [id, inputs] as const))
  const marks = Object.fromEntries([...draft.meters].map(([id, { mark, to }]) => [id, { mark, counted: to }] as const))
  await client.query(
    `INSERT INTO statement_draft (system_id, index, attempt, figures, booked, offsets, marks, reading_set, inputs, drafted_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      systemId,
      index,
      attempt,
      JSON.stringify(figuresToJson(draft)),
      JSON.stringify(toJson(draft.booked)),
      JSON.stringify(toJson(offset)),
      JSON.stringify(toJson(marks)),
      JSON.stringify(draft.readingSet),
      JSON.stringify(toJson({ meters, corrections: corrections.map(({ id }) => id), left: draft.left })),
      draftedAt,
    ],
  )
  await applyCorrections(client, corrections, index, draftedAt)
  // Whatever lies before the end is in this set: late ones by name, the others by their place behind the mark.
  await client.query(
    `UPDATE late_reading SET statement_index = $2 WHERE statement_index IS NULL AND at <= $3
       AND meter_id IN (SELECT id FROM meter WHERE system_id = $1)`,
    [systemId, index, draft.to],
  )
}

/** Takes a draft away, as if it had never been written. */
export async function dropDraft(client: Queryable, systemId: number, index: number): Promise<void> {
  await client.query('DELETE FROM statement WHERE system_id = $1 AND index = $2 AND status <> $3', [
    systemId,
    index,
    'final',
  ])
  await client.query('DELETE FROM statement_draft WHERE system_id = $1 AND index = $2', [systemId, index])
  await client.query(
    `UPDATE late_reading SET statement_index = NULL WHERE statement_index = $2 AND meter_id IN (SELECT id FROM meter WHERE system_id = $1)`,
    [systemId, index],
  )
  await releaseCorrections(client, systemId, index)
}

/** A draft as it is published. */
export interface PublishedDraft {
  readonly systemId: number
  readonly index: number
  readonly attempt: number
  readonly from: bigint
  readonly to: bigint
  readonly figures: Json
  readonly readingSet: ReadingSet
  readonly beyond: ReadonlyMap<number, Place>
  readonly corrections: readonly string[]
  readonly draftedAt: bigint
  /** Null while its proposal is not in a ledger. */
  readonly proposedAt: bigint | null
}

interface RawDraft {
  system_id: number
  index: number
  attempt: number
  figures: Json
  reading_set: ReadingSet
  inputs: { meters: Record<string, { beyond: { epoch: number; seq: string } | null }>; corrections: string[] }
  drafted_at: string
  proposed_at: string | null
}

/** The draft of that index; null when there is none. */
export async function draftOf(db: Queryable, systemId: number, index: number): Promise<PublishedDraft | null> {
  const { rows } = await db.query<RawDraft>(
    `SELECT system_id, index, attempt, figures, reading_set, inputs, drafted_at, proposed_at FROM statement_draft WHERE system_id = $1 AND index = $2`,
    [systemId, index],
  )
  const [row] = rows
  if (!row) return null
  return {
    systemId: row.system_id,
    index: row.index,
    attempt: row.attempt,
    from: BigInt(String(row.figures.from)),
    to: BigInt(String(row.figures.to)),
    figures: row.figures,
    readingSet: row.reading_set,
    beyond: new Map(
      Object.entries(row.inputs.meters).flatMap(([id, { beyond }]) =>
        beyond ? [[Number(id), { epoch: beyond.epoch, seq: BigInt(beyond.seq) }] as const] : [],
      ),
    ),
    corrections: row.inputs.corrections,
    draftedAt: BigInt(row.drafted_at),
    proposedAt: row.proposed_at === null ? null : BigInt(row.proposed_at),
  }
}

/** Notes that the draft's proposal is in a ledger, or that its oracles are to look at it again. */
export async function markProposed(
  db: Queryable,
  systemId: number,
  index: number,
  { at, attempt }: { readonly at: bigint; readonly attempt?: number },
): Promise<void> {
  await db.query(
    'UPDATE statement_draft SET proposed_at = $3, attempt = coalesce($4, attempt) WHERE system_id = $1 AND index = $2',
    [systemId, index, at, attempt ?? null],
  )
}
