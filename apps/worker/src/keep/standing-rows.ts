import type { Queryable, WorkerContext } from '../context.ts'
import type { LookupSuccess } from '../network-port.ts'
import type { Project } from '../project.ts'

/** How far a party is behind with its bills, as the energy contract names it. */
export type Ladder = 'Current' | 'Grace' | 'Breach' | 'Default'

/** What the energy contract's `status` and `decision` say of a party. Times are Unix seconds; `since` 0 means from the start. */
export interface Standing {
  readonly state: Ladder
  readonly arrearsStroops: bigint
  readonly sinceAt: bigint | null
  readonly oldestDueAt: bigint | null
  readonly nextAt: bigint | null
  readonly suspended: boolean
  readonly mode: string
  readonly modeSinceAt: bigint | null
  readonly criticalFloorW: bigint
}

export interface StandingRow extends Standing {
  /** The state that the contract announced last, as far as we know. */
  readonly announced: Ladder
  /** The network's time of the reading. */
  readonly readAt: bigint
  readonly outdated: boolean
}

interface RawStanding {
  party_index: number
  state: Ladder
  arrears_stroops: string
  since_at: string | null
  oldest_due_at: string | null
  next_at: string | null
  suspended: boolean
  mode: string
  mode_since_at: string | null
  critical_floor_w: string
  announced: Ladder
  read_at: string
  outdated: boolean
}

const orNull = (value: string | null) => (value === null ? null : BigInt(value))

/** What is known of a system's parties, by party index. */
export async function standingsOf(db: Queryable, systemId: number): Promise<Map<number, StandingRow>> {
  const { rows } = await db.query<RawStanding>(
    `SELECT party_index, state, arrears_stroops, since_at, oldest_due_at, next_at, suspended, mode, mode_since_at, critical_floor_w, announced,
       read_at, outdated FROM party_standing WHERE system_id = $1`,
    [systemId],
  )
  return new Map(
    rows.map((row) => [
      row.party_index,
      {
        state: row.state,
        arrearsStroops: BigInt(row.arrears_stroops),
        sinceAt: orNull(row.since_at),
        oldestDueAt: orNull(row.oldest_due_at),
        nextAt: orNull(row.next_at),
        suspended: row.suspended,
        mode: row.mode,
        modeSinceAt: orNull(row.mode_since_at),
        criticalFloorW: BigInt(row.critical_floor_w),
        announced: row.announced,
        readAt: BigInt(row.read_at),
        outdated: row.outdated,
      },
    ]),
  )
}

/** Writes what was read. Whether it is outdated again meanwhile is not touched: the flag was lowered before the reading. */
export async function writeStanding(
  db: Queryable,
  systemId: number,
  party: number,
  standing: Standing,
  readAt: bigint,
): Promise<void> {
  await db.query(
    `INSERT INTO party_standing (system_id, party_index, state, arrears_stroops, since_at, oldest_due_at, next_at, suspended, mode, mode_since_at,
       critical_floor_w, read_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     ON CONFLICT (system_id, party_index) DO UPDATE SET state = EXCLUDED.state, arrears_stroops = EXCLUDED.arrears_stroops,
       since_at = EXCLUDED.since_at, oldest_due_at = EXCLUDED.oldest_due_at, next_at = EXCLUDED.next_at, suspended = EXCLUDED.suspended,
       mode = EXCLUDED.mode, mode_since_at = EXCLUDED.mode_since_at, critical_floor_w = EXCLUDED.critical_floor_w, read_at = EXCLUDED.read_at`,
    [
      systemId,
      party,
      standing.state,
      standing.arrearsStroops,
      standing.sinceAt,
      standing.oldestDueAt,
      standing.nextAt,
      standing.suspended,
      standing.mode,
      standing.modeSinceAt,
      standing.criticalFloorW,
      readAt,
    ],
  )
}

/** Notes that the next reading counts as the newest word; raised again by whatever is booked from here on. */
export async function lowerOutdated(db: Queryable, systemId: number, party: number): Promise<void> {
  await db.query('UPDATE party_standing SET outdated = false WHERE system_id = $1 AND party_index = $2 AND outdated', [
    systemId,
    party,
  ])
}

/** Confirms a standing that was looked at and is the same. */
export async function standingHolds(db: Queryable, systemId: number, party: number, readAt: bigint): Promise<void> {
  await db.query('UPDATE party_standing SET read_at = $3 WHERE system_id = $1 AND party_index = $2', [
    systemId,
    party,
    readAt,
  ])
}

/** Says that something was paid, so that a party that was behind may not be any more. */
export async function standingPaid(db: Queryable, systemId: number, party: number): Promise<void> {
  await db.query(
    `UPDATE party_standing SET outdated = true WHERE system_id = $1 AND party_index = $2 AND state <> 'Current'`,
    [systemId, party],
  )
}

/** Says that a party was billed: nothing changes before the bill is due. */
export async function standingBilled(db: Queryable, systemId: number, party: number, dueAt: bigint): Promise<void> {
  await db.query(
    `UPDATE party_standing SET next_at = LEAST(next_at, $3), oldest_due_at = LEAST(oldest_due_at, $3)
     WHERE system_id = $1 AND party_index = $2 AND state = 'Current'`,
    [systemId, party, dueAt],
  )
}

export async function setAnnounced(db: Queryable, systemId: number, party: number, state: Ladder): Promise<void> {
  await db.query('UPDATE party_standing SET announced = $3 WHERE system_id = $1 AND party_index = $2', [
    systemId,
    party,
    state,
  ])
}

/** Notes the changes of state that the energy contract announced in a transaction. */
export async function bookAnnounced(
  context: WorkerContext,
  client: Queryable,
  project: Project,
  outcome: LookupSuccess,
): Promise<void> {
  interface LadderChanged {
    readonly system: number
    readonly party: number
    readonly to: { readonly tag: Ladder }
  }
  const { energy } = project.settings
  for (const { system, party, to } of context.contracts.events<LadderChanged>(
    'energy',
    energy,
    'LadderChanged',
    outcome,
  )) {
    if (system === project.systemId) await setAnnounced(client, system, party, to.tag)
  }
}
