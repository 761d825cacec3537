import type { Asset } from '@heliobond/chain'
import type { Queryable } from './context.ts'
import type { SettledMeter } from './settle/draft.ts'
import type { IntervalRule } from './settle/interval.ts'

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
  /**
   * How long after its pay date holders have a funded coupon to claim by hand before the rest is pushed to them; it is pushed at once unless set. For
   * rehearsals: whoever is owed money is not kept waiting for it.
   */
  readonly claimsLeftSeconds?: string
  readonly rateBps: number
  /** Ledger from which the project's history is read: one before the bond's first mint and the offering's launch. */
  readonly bondSinceLedger: number
  /** The tender contract that builds for this offering, and the certificate contract that certifies its system, where there are any. */
  readonly tender?: string
  readonly certificate?: string
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
  readonly kind: 'Bond' | 'Equity' | 'Donation'
  readonly principal: 'SinkingFund' | 'PassThrough'
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
  kind: Project['kind']
  principal: Project['principal']
  call_date: string | null
  system_id: number
  next_from: string
  value: ProjectSettings
  parties: ProjectParty[]
  meters: SettledMeter[]
}

/** From when on what nobody claimed of a coupon by hand is pushed to its holders. */
export const claimsPushedFrom = ({ claimsLeftSeconds = '0' }: ProjectSettings, payAt: bigint): bigint =>
  payAt + BigInt(claimsLeftSeconds)

/** All projects that this database knows, in order of their offering. */
export const loadProjects = (db: Queryable): Promise<Project[]> => projectsWhere(db, null)

/** The project of that offering. @throws if there is none: an outbox entry never outlives its project. */
export async function projectOf(db: Queryable, offeringId: number): Promise<Project> {
  const [project] = await projectsWhere(db, offeringId)
  if (!project) throw new Error(`no project with offering ${offeringId}`)
  return project
}

/** One question however many projects there are: every pass of every role asks it. */
async function projectsWhere(db: Queryable, offeringId: number | null): Promise<Project[]> {
  const { rows } = await db.query<ProjectRow>(
    `SELECT o.id, o.contract_id, o.bond_asset, o.settlement_asset, o.state, o.kind, o.principal, o.call_date, o.system_id, s.next_from, c.value,
       (SELECT coalesce(json_agg(json_build_object('index', p.index, 'name', p.name, 'wallet', p.wallet, 'collection', p.collection) ORDER BY p.index), '[]')
        FROM party p WHERE p.system_id = o.system_id) AS parties,
       (SELECT coalesce(json_agg(json_build_object('id', m.id, 'kind', m.kind, 'partyIndex', m.party_index, 'revoked', m.revoked) ORDER BY m.id), '[]')
        FROM meter m WHERE m.system_id = o.system_id) AS meters
     FROM offering o JOIN system s ON s.id = o.system_id JOIN setting c ON c.key = 'project:' || o.id
     WHERE $1::int4 IS NULL OR o.id = $1 ORDER BY o.id`,
    [offeringId],
  )
  return rows.map((row) => ({
    offeringId: row.id,
    offering: row.contract_id,
    bondAsset: row.bond_asset,
    settlementAsset: row.settlement_asset,
    state: row.state,
    kind: row.kind,
    principal: row.principal,
    callDate: row.call_date === null ? null : BigInt(row.call_date),
    systemId: row.system_id,
    nextFrom: BigInt(row.next_from),
    settings: row.value,
    parties: row.parties,
    meters: row.meters,
  }))
}

/** The schedule's periods in numbers. */
export const schedulePeriods = ({ schedule }: Pick<ProjectSettings, 'schedule'>) =>
  schedule.map(({ start, record, pay, days, basis }) => ({
    start: BigInt(start),
    record: BigInt(record),
    pay: BigInt(pay),
    days,
    basis,
  }))

/** What a coupon of an offering is computed by, whether or not anybody serves the project. @throws if there is no such offering */
export async function couponSubject(
  db: Queryable,
  offeringId: number,
): Promise<Pick<Project, 'offeringId' | 'offering' | 'bondAsset' | 'kind' | 'settings'>> {
  const { rows } = await db.query<Pick<ProjectRow, 'id' | 'contract_id' | 'bond_asset' | 'kind' | 'value'>>(
    `SELECT o.id, o.contract_id, o.bond_asset, o.kind, c.value FROM offering o JOIN setting c ON c.key = 'project:' || o.id WHERE o.id = $1`,
    [offeringId],
  )
  const [row] = rows
  if (!row) throw new Error(`no project with offering ${offeringId}`)
  return {
    offeringId: row.id,
    offering: row.contract_id,
    bondAsset: row.bond_asset,
    kind: row.kind,
    settings: row.value,
  }
}

/**
 * Seconds of a civil clock on the project's own: where its schedule is compressed, days pass in seconds, and so does every patience. At least one.
 */
export function clockSeconds({ settings }: Pick<Project, 'settings'>, civilSeconds: bigint): bigint {
  const [first] = schedulePeriods(settings)
  if (!first || first.basis === 0) return civilSeconds
  // Of the period's days by its convention; a real one differs from them by a few percent at most.
  const civilPeriod = (BigInt(first.days) * 31_557_600n) / BigInt(first.basis)
  const scaled = (civilSeconds * (first.pay - first.start)) / (civilPeriod > 0n ? civilPeriod : 1n)
  return scaled < 1n ? 1n : scaled > civilSeconds ? civilSeconds : scaled
}
