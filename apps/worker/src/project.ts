import type { Asset } from '@heliobond/chain'
import type { Queryable } from './context.ts'
import type { IntervalRule } from './settle/interval.ts'
import type { SettledMeter } from './settle/statement.ts'

/** What the worker must know of a project beyond its rows; kept as the setting `project:{offeringId}`. */
export interface ProjectSettings {
  readonly registry: string
  readonly tariff: string
  readonly energy: string
  /** Symbols of the tariff contract. */
  readonly retailSymbol: string
  readonly exportSymbol: string
  readonly intervals: IntervalRule
  /** How long a statement waits for a silent meter before it is closed as estimated. */
  readonly graceSeconds: string
  readonly challengeDelaySeconds: string
  readonly attestations: number
  readonly rateBps: number
  /** Ledger from which the bond's history is read: the one before its first mint. */
  readonly bondSinceLedger: number
  readonly schedule: readonly PeriodJson[]
}

export interface PeriodJson {
  readonly start: string
  readonly record: string
  readonly pay: string
  readonly days: number
  readonly basis: number
}

export interface ProjectParty {
  readonly index: number
  readonly name: string
  readonly wallet: string
  readonly collection: string
}

export interface Project {
  readonly offeringId: number
  readonly offering: string
  readonly bondAsset: Asset
  readonly settlementAsset: Asset
  readonly state: string
  readonly callDate: bigint | null
  readonly systemId: number
  readonly nextFrom: bigint
  readonly settings: ProjectSettings
  readonly parties: readonly ProjectParty[]
  readonly meters: readonly SettledMeter[]
}

interface ProjectRow {
  id: number
  contract_id: string
  bond_asset: Asset
  settlement_asset: Asset
  state: string
  call_date: string | null
  system_id: number
  next_from: string
  value: ProjectSettings
}

/** All projects that this database knows, in order of their offering. */
export async function loadProjects(db: Queryable): Promise<Project[]> {
  const { rows } = await db.query<ProjectRow>(
    `SELECT o.id, o.contract_id, o.bond_asset, o.settlement_asset, o.state, o.call_date, o.system_id, s.next_from, c.value
     FROM offering o JOIN system s ON s.id = o.system_id JOIN setting c ON c.key = 'project:' || o.id ORDER BY o.id`,
  )
  const projects: Project[] = []
  for (const row of rows) {
    const parties = await db.query<ProjectParty>(
      'SELECT index, name, wallet, collection FROM party WHERE system_id = $1 ORDER BY index',
      [row.system_id],
    )
    const meters = await db.query<{
      id: number
      kind: SettledMeter['kind']
      party_index: number | null
      revoked: boolean
    }>('SELECT id, kind, party_index, revoked FROM meter WHERE system_id = $1 ORDER BY id', [row.system_id])
    projects.push({
      offeringId: row.id,
      offering: row.contract_id,
      bondAsset: row.bond_asset,
      settlementAsset: row.settlement_asset,
      state: row.state,
      callDate: row.call_date === null ? null : BigInt(row.call_date),
      systemId: row.system_id,
      nextFrom: BigInt(row.next_from),
      settings: row.value,
      parties: parties.rows,
      meters: meters.rows.map((meter) => ({
        id: meter.id,
        kind: meter.kind,
        partyIndex: meter.party_index,
        revoked: meter.revoked,
      })),
    })
  }
  return projects
}

/** The project of that offering. @throws if there is none: an outbox entry never outlives its project. */
export async function projectOf(db: Queryable, offeringId: number): Promise<Project> {
  const project = (await loadProjects(db)).find((one) => one.offeringId === offeringId)
  if (!project) throw new Error(`no project with offering ${offeringId}`)
  return project
}
