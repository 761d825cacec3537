import type { DonorLine } from '@heliobond/domain'
import type { Queryable } from '../context.ts'

/** A donors' snapshot as it is stored. */
export interface DonorSnapshotRow {
  /** Merkle root over the donors' leaves, hex. */
  readonly root: string
  readonly systemId: number
  readonly offeringId: number
  /** The certificate contract, part of every leaf. */
  readonly contractId: string
  readonly ledger: number
  readonly closedAt: bigint
  /** SHA-256 of the holders' snapshot, hex. */
  readonly snapshotHash: string
  readonly leafCount: number
  readonly unitsStroops: bigint
  readonly unattributedStroops: bigint
}

/** What was certified for the donors of a root. */
export interface DonorPot {
  /** Rec or Carbon. */
  readonly kind: string
  readonly root: string
  readonly certifiedStroops: bigint
  /** Null where the root is not of a snapshot that is kept here. */
  readonly units: { readonly allUnitsStroops: bigint; readonly leafCount: number } | null
}

/** Every pot of a system's donors, in order of kind and root. */
export async function donorPots(db: Queryable, systemId: number): Promise<DonorPot[]> {
  const { rows } = await db.query<{
    kind: string
    root: string
    certified: string
    units: string | null
    leaves: number | null
  }>(
    `SELECT p.kind, p.root, p.certified_stroops::text AS certified, s.units_stroops::text AS units, s.leaf_count AS leaves
     FROM donor_pot p LEFT JOIN donor_snapshot s ON s.root = p.root AND s.system_id = p.system_id WHERE p.system_id = $1 ORDER BY 1, 2`,
    [systemId],
  )
  return rows.map(({ kind, root, certified, units, leaves }) => ({
    kind,
    root,
    certifiedStroops: BigInt(certified),
    units: units === null || leaves === null ? null : { allUnitsStroops: BigInt(units), leafCount: leaves },
  }))
}

/** A donor's line, and what the donor got of a pot so far. */
export interface DonorLeafRow extends DonorLine {
  readonly claimedStroops: bigint
}

/** All leaves of a root in the order of the tree, with what each got as certificates of a kind. */
export async function donorLeaves(
  db: Queryable,
  systemId: number,
  kind: string,
  root: string,
): Promise<DonorLeafRow[]> {
  const { rows } = await db.query<{ index: number; holder: string; units: string; claimed: string }>(
    `SELECT l.index, l.holder, l.units_stroops::text AS units, coalesce(c.claimed, 0)::text AS claimed FROM donor_leaf l
     LEFT JOIN (SELECT index, sum(stroops) AS claimed FROM donor_claim WHERE system_id = $1 AND kind = $2 AND root = $3 GROUP BY index) c
       ON c.index = l.index
     WHERE l.root = $3 ORDER BY l.index`,
    [systemId, kind, root],
  )
  return rows.map(({ index, holder, units, claimed }) => ({
    index,
    holder,
    unitsStroops: BigInt(units),
    claimedStroops: BigInt(claimed),
  }))
}
