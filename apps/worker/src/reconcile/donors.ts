import { fromHex, sum } from '@heliobond/domain'
import type { WorkerContext } from '../context.ts'
import type { Project } from '../project.ts'
import { donorLeaves, donorPots } from '../service/donor-rows.ts'
import { donorsOf } from '../service/donor-snapshot.ts'
import type { Comparison } from './comparison.ts'

/** Donors who are asked for one by one; of more, the first so many. */
const MOST_ASKED = 200

interface Pot {
  readonly units: bigint
  readonly count: number
  readonly certified: bigint
  readonly claimed: bigint
}

/**
 * The donors of a system beside the ledger: their tree as the log of the donation gives it anew, what was set aside for them and what each got beside
 * the certificate contract.
 */
export async function compareDonors(context: WorkerContext, project: Project, comparison: Comparison): Promise<void> {
  const { store, contracts } = context
  const { settings, systemId } = project
  if (settings.certificate === undefined) return
  const { rows } = await store.query<{ root: string; hash: string; units: string; leaves: string }>(
    `SELECT s.root, s.snapshot_hash AS hash, s.units_stroops::text AS units,
       (SELECT coalesce(sum(units_stroops), 0) FROM donor_leaf l WHERE l.root = s.root)::text AS leaves
     FROM donor_snapshot s WHERE s.offering_id = $1 AND s.contract_id = $2`,
    [project.offeringId, settings.certificate],
  )
  const computed = rows.length > 0 ? await donorsOf(context, project) : null
  for (const { root, hash, units, leaves } of rows) {
    comparison.equal('donors: root', 'hash', computed?.root ?? '', root)
    comparison.equal('donors: snapshot', 'hash', computed?.snapshotHash ?? '', hash)
    comparison.equal('donors: units', 'stroops', computed?.unitsStroops ?? 0n, units)
    comparison.equal('donors: units by leaf', 'stroops', units, leaves)
  }
  for (const { kind, root, certifiedStroops, units } of await donorPots(store, systemId)) {
    const bytes = fromHex(root)
    if (!bytes.ok) throw new Error(`no root: ${root}`)
    const of = { system: systemId, kind: { tag: kind, values: undefined }, root: bytes.value }
    const pot = await contracts.read<Pot | undefined>('certificate', settings.certificate, 'donors', of)
    const name = `${kind} of donors ${root.slice(0, 8)}`
    comparison.equal(`${name}: certified`, 'stroops', pot?.certified ?? 0n, certifiedStroops)
    const claimed = await claimedOf(context, systemId, kind, root)
    comparison.equal(`${name}: claimed`, 'stroops', pot?.claimed ?? 0n, claimed)
    if (units === null) continue
    comparison.equal(`${name}: units`, 'stroops', pot?.units ?? 0n, units.allUnitsStroops)
    comparison.equal(`${name}: leaves`, 'count', pot?.count ?? 0, units.leafCount)
    const donors = await donorLeaves(store, systemId, kind, root)
    comparison.equal(
      `${name}: claimed by leaf`,
      'stroops',
      claimed,
      sum(donors.map(({ claimedStroops }) => claimedStroops)),
    )
    for (const { index, claimedStroops } of donors.slice(0, MOST_ASKED))
      comparison.equal(
        `${name}: leaf ${index}`,
        'stroops',
        await contracts.read<bigint>('certificate', settings.certificate, 'donor_got', { ...of, index }),
        claimedStroops,
      )
  }
}

async function claimedOf({ store }: WorkerContext, systemId: number, kind: string, root: string): Promise<bigint> {
  const { rows } = await store.query<{ claimed: string }>(
    'SELECT coalesce(sum(stroops), 0)::text AS claimed FROM donor_claim WHERE system_id = $1 AND kind = $2 AND root = $3',
    [systemId, kind, root],
  )
  return BigInt(rows[0]?.claimed ?? 0)
}
