/** What the statements before one have left: where to go on reading, and what is booked. */
import {
  type BookedEnergy,
  bookStatement,
  type EnergyOffset,
  noOffset,
  nothingBooked,
  type StatementFigures,
} from '@heliobond/domain'
import type { Queryable } from '../context.ts'
import type { SettledSystem } from './draft.ts'
import {
  bookedOf,
  type ContractStatement,
  contractStatement,
  type Json,
  type KeptMark,
  keptMarkOf,
  offsetOf,
  registersOf,
  statementDifferences,
} from './draft-json.ts'

export interface Earlier {
  readonly booked: BookedEnergy
  readonly offset: EnergyOffset
  /** By meter id; a meter that no statement has met is missing. */
  readonly marks: ReadonlyMap<number, KeptMark>
  /** Network time of the newest draft: what came before was known to it. 0 before the first. */
  readonly draftedAt: bigint
}

interface DraftRow {
  index: number
  figures: Json
  booked: unknown
  offsets: unknown
  marks: Json
  drafted_at: string
}

/** What the statements of a system below `index` have left. All of them are final. */
export async function earlier(db: Queryable, system: SettledSystem, index: number): Promise<Earlier> {
  const { rows } = await db.query<DraftRow>(
    `SELECT index, figures, booked, offsets, marks, drafted_at FROM statement_draft WHERE system_id = $1 AND index < $2 ORDER BY index DESC LIMIT 1`,
    [system.id, index],
  )
  const [draft] = rows
  if (!draft) return beforeDrafts(db, system, index)
  const asProposed =
    draft.index === index - 1 &&
    statementDifferences(
      contractStatement(system.id, draft.index, draft.figures),
      await finalStatement(db, system.id, draft.index),
    ).length === 0
  return {
    // What another oracle proposed may have become final instead of ours: then the chain's figures count.
    booked: asProposed ? bookedOf(draft.booked) : await bookAll(db, system, index),
    offset: offsetOf(draft.offsets),
    marks: new Map(Object.entries(draft.marks).map(([meter, kept]) => [Number(meter), keptMarkOf(kept)])),
    draftedAt: BigInt(draft.drafted_at),
  }
}

interface StatementRow {
  index: number
  from_at: string
  to_at: string
  generated_wh: string
  exported_wh: string
  generated_correction_wh: string
  exported_correction_wh: string
  consumed_wh: string[]
  readings_root: Uint8Array
  quality: number
  marks: unknown
}

const COLUMNS =
  'index, from_at, to_at, generated_wh, exported_wh, generated_correction_wh, exported_correction_wh, consumed_wh, readings_root, quality, marks'

async function finalStatement(db: Queryable, system: number, index: number): Promise<ContractStatement> {
  const { rows } = await db.query<StatementRow>(
    `SELECT ${COLUMNS} FROM statement WHERE system_id = $1 AND index = $2`,
    [system, index],
  )
  const [row] = rows
  if (!row) throw new Error(`no statement ${index} of system ${system}`)
  return toContract(system, row)
}

const toContract = (system: number, row: StatementRow): ContractStatement => ({
  system,
  index: row.index,
  from: BigInt(row.from_at),
  to: BigInt(row.to_at),
  generated_wh: BigInt(row.generated_wh),
  exported_wh: BigInt(row.exported_wh),
  consumed_wh: row.consumed_wh.map(BigInt),
  readings_root: new Uint8Array(row.readings_root),
  quality: row.quality,
  generated_correction_wh: BigInt(row.generated_correction_wh),
  exported_correction_wh: BigInt(row.exported_correction_wh),
})

/** Books every statement below `index` anew, from their rows: as many as the system has had. */
async function bookAll(db: Queryable, system: SettledSystem, index: number): Promise<BookedEnergy> {
  const { rows } = await db.query<StatementRow>(
    `SELECT ${COLUMNS} FROM statement WHERE system_id = $1 AND index < $2 ORDER BY index`,
    [system.id, index],
  )
  return rows.reduce((booked, row) => {
    const statement = toContract(system.id, row)
    const figures: Omit<StatementFigures, 'quality'> = {
      generatedWh: statement.generated_wh,
      exportedWh: statement.exported_wh,
      generatedCorrectionWh: statement.generated_correction_wh,
      exportedCorrectionWh: statement.exported_correction_wh,
      consumedWh: statement.consumed_wh,
    }
    return bookStatement(booked, figures, {
      capacityW: system.capacityW,
      seconds: statement.to - statement.from,
    })
  }, nothingBooked(system.partyCount))
}

/**
 * Before the first draft that this table has: nothing, or statements that were written when the marks still stood with them and counted from the
 * mark before, not from the opening. What those booked is then the offset from which the meters go on.
 */
async function beforeDrafts(db: Queryable, system: SettledSystem, index: number): Promise<Earlier> {
  const booked = await bookAll(db, system, index)
  const { rows } = await db.query<{ marks: Json; to_at: string }>(
    'SELECT marks, to_at FROM statement WHERE system_id = $1 AND index < $2 ORDER BY index DESC LIMIT 1',
    [system.id, index],
  )
  const [last] = rows
  if (!last) return { booked, offset: noOffset(system.partyCount), marks: new Map(), draftedAt: 0n }
  const marks = new Map<number, KeptMark>()
  for (const [meter, mark] of Object.entries(last.marks)) {
    const { epoch, seq } = mark as Json
    if (epoch === undefined || Number(epoch) === 0) continue
    const kept = { ...(mark as Json), epoch, seq, at: last.to_at, cumulative: registersOf(null), first: null }
    marks.set(Number(meter), keptMarkOf({ mark: kept, counted: registersOf(null) }))
  }
  const offset = {
    generatedWh: booked.generated.totalWh,
    exportedWh: booked.exported.totalWh,
    consumedWh: booked.consumedWh,
  }
  return { booked, offset, marks, draftedAt: BigInt(last.to_at) }
}
