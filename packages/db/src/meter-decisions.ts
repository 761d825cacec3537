/**
 * Operators' recorded acts about meters and statements. Each is written down with who decided it and why, in the database transaction that carries it
 * out; none changes what is on the chain: the next statement corrects it, visibly.
 */
import { requireNotNegative } from '@heliobond/domain'
import { type Database, rawTransaction } from './database.ts'

/** Who decides, when (the network's time) and why. */
export interface Decision {
  /** The signed-in address. */
  readonly by: string
  readonly at: bigint
  readonly reason: string
}

interface Runs {
  query<Row extends object = Record<string, unknown>>(
    text: string,
    values?: unknown[],
  ): Promise<{ rows: Row[]; rowCount: number | null }>
}

interface Recorded {
  readonly kind: 'register.reset' | 'register.wrapped' | 'reading.edited' | 'reading.rejected' | 'statement.corrected'
  readonly subject: string
  readonly systemId: number
  readonly meterId?: number
  readonly payload: Readonly<Record<string, unknown>>
  /** Null: a program acts on it later. */
  readonly result: Readonly<Record<string, unknown>> | null
}

async function record(client: Runs, { by, at, reason }: Decision, act: Recorded): Promise<bigint> {
  const { rows } = await client.query<{ id: bigint }>(
    `insert into operator_decision (kind, subject, system_id, meter_id, decided_by, decided_at, reason, payload, applied_at, result)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
    [
      act.kind,
      act.subject,
      act.systemId,
      act.meterId ?? null,
      by,
      at,
      reason,
      JSON.stringify(act.payload),
      act.result === null ? null : at,
      act.result === null ? null : JSON.stringify(act.result),
    ],
  )
  return BigInt(rows[0]?.id ?? 0)
}

interface MeterRow {
  readonly system_id: number
  readonly kind: string
  readonly epoch: number
  readonly revoked: boolean
}

async function meterLocked(client: Runs, meterId: number): Promise<MeterRow | null> {
  const { rows } = await client.query<MeterRow>(
    'select system_id, kind, epoch, revoked from meter where id = $1 for update',
    [meterId],
  )
  return rows[0] ?? null
}

export type EpochRefusal = 'UNKNOWN_METER' | 'REVOKED' | 'WRAP_BELOW_REGISTER'

/**
 * Opens a meter's next epoch, because it was replaced or reset, or its registers wrapped around to 0: from now on only readings of that epoch are
 * taken. What was quarantined as `EPOCH_NOT_OPEN` can then be released.
 *
 * @param wrapsAtWh the value at which the registers begin anew at 0. Energy goes on without a gap then. Left out: the new registers start anywhere and
 *   count from their own first reading.
 * @returns the epoch, or why not
 */
export function openMeterEpoch(
  { pool }: Pick<Database, 'pool'>,
  decision: Decision,
  { meterId, wrapsAtWh }: { readonly meterId: number; readonly wrapsAtWh?: bigint },
): Promise<{ readonly epoch: number; readonly decisionId: bigint } | EpochRefusal> {
  return rawTransaction(pool, async (client) => {
    const meter = await meterLocked(client, meterId)
    if (!meter) return 'UNKNOWN_METER'
    if (meter.revoked) return 'REVOKED'
    if (wrapsAtWh !== undefined && (await highestRegister(client, meterId)) >= wrapsAtWh) return 'WRAP_BELOW_REGISTER'
    const epoch = meter.epoch + 1
    const decisionId = await record(client, decision, {
      kind: wrapsAtWh === undefined ? 'register.reset' : 'register.wrapped',
      subject: `meter:${meterId}`,
      systemId: meter.system_id,
      meterId,
      payload: { epoch, ...(wrapsAtWh !== undefined && { wrapsAtWh: String(wrapsAtWh) }) },
      result: { epoch },
    })
    await client.query('update meter set epoch = $2 where id = $1', [meterId, epoch])
    await client.query(
      'insert into meter_epoch (meter_id, epoch, opened_at, wraps_at_wh, decision_id) values ($1, $2, $3, $4, $5)',
      [meterId, epoch, decision.at, wrapsAtWh ?? null, decisionId],
    )
    return { epoch, decisionId }
  })
}

async function highestRegister(client: Runs, meterId: number): Promise<bigint> {
  const { rows } = await client.query<{ highest: bigint }>(
    'select greatest(generated_wh, consumed_wh, exported_wh) as highest from meter_head where meter_id = $1',
    [meterId],
  )
  return BigInt(rows[0]?.highest ?? 0)
}

/** Registers that a person read from a meter's display. */
export interface EditedReading {
  readonly meterId: number
  /** When they stood so, Unix seconds. */
  readonly at: bigint
  readonly generatedWh: bigint
  readonly consumedWh: bigint
  readonly exportedWh: bigint
}

export type EditRefusal =
  | 'UNKNOWN_METER'
  | 'FUTURE'
  /** A register that this kind of meter does not have is not 0. */
  | 'ROLE_REGISTER'
  /** Below a reading before it, or above one after it. */
  | 'CONTRADICTS_READING'

/**
 * Records what a person read from a meter that does not speak: a point of its curve, of grade `edited`, unsigned. Where a signed reading contradicts it
 * later, the reading counts.
 *
 * @throws {RangeError} if a register is negative (a caller bug).
 */
export function editReading(
  { pool }: Pick<Database, 'pool'>,
  decision: Decision,
  edit: EditedReading,
): Promise<{ readonly decisionId: bigint } | EditRefusal> {
  const { meterId, at, generatedWh, consumedWh, exportedWh } = edit
  for (const wh of [generatedWh, consumedWh, exportedWh]) requireNotNegative('register', wh)
  return rawTransaction(pool, async (client) => {
    const meter = await meterLocked(client, meterId)
    if (!meter) return 'UNKNOWN_METER'
    if (at > decision.at) return 'FUTURE'
    if (meter.kind === 'site' ? consumedWh !== 0n : meter.kind === 'load' && (generatedWh !== 0n || exportedWh !== 0n))
      return 'ROLE_REGISTER'
    const { rows: contradicting } = await client.query(
      `select 1 from reading where meter_id = $1 and epoch = $2 and (
         (at <= $3 and (generated_wh > $4 or consumed_wh > $5 or exported_wh > $6)) or
         (at >= $3 and (generated_wh < $4 or consumed_wh < $5 or exported_wh < $6))) limit 1`,
      [meterId, meter.epoch, at, generatedWh, consumedWh, exportedWh],
    )
    if (contradicting.length > 0) return 'CONTRADICTS_READING'
    const decisionId = await record(client, decision, {
      kind: 'reading.edited',
      subject: `meter:${meterId}`,
      systemId: meter.system_id,
      meterId,
      payload: {
        ...{ epoch: meter.epoch, at: String(at), generatedWh: String(generatedWh) },
        ...{ consumedWh: String(consumedWh), exportedWh: String(exportedWh) },
      },
      result: {},
    })
    await client.query(
      `insert into reading_edit (meter_id, grade, epoch, at, generated_wh, consumed_wh, exported_wh, decision_id, decided_at)
       values ($1, 'edited', $2, $3, $4, $5, $6, $7, $8)`,
      [meterId, meter.epoch, at, generatedWh, consumedWh, exportedWh, decisionId, decision.at],
    )
    return { decisionId }
  })
}

export type RejectRefusal = 'UNKNOWN_READING' | 'REJECTED_ALREADY' | 'IN_A_STATEMENT'

/**
 * Takes a stored reading out of all that is billed from now on: of grade `rejected`. One that a statement rests on stays where it is: correct the
 * statement instead.
 */
export function rejectReading(
  { pool }: Pick<Database, 'pool'>,
  decision: Decision,
  { meterId, epoch, seq }: { readonly meterId: number; readonly epoch: number; readonly seq: bigint },
): Promise<{ readonly decisionId: bigint } | RejectRefusal> {
  return rawTransaction(pool, async (client) => {
    const meter = await meterLocked(client, meterId)
    const { rows } = await client.query<{ at: bigint }>(
      'select at from reading where meter_id = $1 and epoch = $2 and seq = $3',
      [meterId, epoch, seq],
    )
    const [reading] = rows
    if (!meter || !reading) return 'UNKNOWN_READING'
    const { rows: edits } = await client.query(
      `select 1 from reading_edit where grade = 'rejected' and meter_id = $1 and epoch = $2 and seq = $3`,
      [meterId, epoch, seq],
    )
    if (edits.length > 0) return 'REJECTED_ALREADY'
    if (await isUnderRoot(client, meter.system_id, meterId, epoch, seq)) return 'IN_A_STATEMENT'
    const decisionId = await record(client, decision, {
      kind: 'reading.rejected',
      subject: `meter:${meterId}`,
      systemId: meter.system_id,
      meterId,
      payload: { epoch, seq: String(seq), at: String(reading.at) },
      result: {},
    })
    await client.query(
      `insert into reading_edit (meter_id, grade, epoch, seq, at, decision_id, decided_at) values ($1, 'rejected', $2, $3, $4, $5, $6)`,
      [meterId, epoch, seq, reading.at, decisionId, decision.at],
    )
    return { decisionId }
  })
}

/** Whether a statement's published set names the reading. */
async function isUnderRoot(client: Runs, system: number, meter: number, epoch: number, seq: bigint): Promise<boolean> {
  const { rows } = await client.query(
    `select 1 from statement_draft, jsonb_array_elements(reading_set->$2->$3) as span
     where system_id = $1 and (span->>0)::int8 <= $4 and (span->>1)::int8 >= $4 limit 1`,
    [system, String(meter), String(epoch), seq],
  )
  return rows.length > 0
}

/** Energy that statements counted wrongly: what is to be added, below 0 to be taken away. */
export interface StatementCorrection {
  readonly systemId: number
  readonly generatedWh: bigint
  readonly exportedWh: bigint
  /** By party index, as many as the system has parties. */
  readonly consumedWh: readonly bigint[]
}

export type CorrectionRefusal = 'UNKNOWN_SYSTEM' | 'WRONG_PARTIES' | 'NOTHING_TO_CORRECT'

/** Records that statements of a system were wrong and by how much. The next statement carries it out, once, and names it. */
export function correctStatements(
  { pool }: Pick<Database, 'pool'>,
  decision: Decision,
  { systemId, generatedWh, exportedWh, consumedWh }: StatementCorrection,
): Promise<{ readonly decisionId: bigint } | CorrectionRefusal> {
  return rawTransaction(pool, async (client) => {
    const { rows } = await client.query<{ parties: number }>(
      'select count(*)::int4 as parties from party where system_id = $1 having count(*) > 0',
      [systemId],
    )
    const [system] = rows
    if (!system) return 'UNKNOWN_SYSTEM'
    if (system.parties !== consumedWh.length) return 'WRONG_PARTIES'
    if ([generatedWh, exportedWh, ...consumedWh].every((wh) => wh === 0n)) return 'NOTHING_TO_CORRECT'
    const decisionId = await record(client, decision, {
      kind: 'statement.corrected',
      subject: `system:${systemId}`,
      systemId,
      payload: {
        generatedWh: String(generatedWh),
        exportedWh: String(exportedWh),
        consumedWh: consumedWh.map(String),
      },
      result: null,
    })
    return { decisionId }
  })
}
