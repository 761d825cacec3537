import { snapshotOf } from '@heliobond/chain'
import {
  contractIdFromStrkey,
  type DonorLine,
  donorLines,
  donorTree,
  type MerkleTree,
  merkleTreeRoot,
  networkId,
  scAddressFromStrkey,
  sum,
  toHex,
} from '@heliobond/domain'
import { IDLE, type Queryable, type TickResult, type WorkerContext } from '../context.ts'
import { bookAt } from '../index/holder-log.ts'
import { enterLedger } from '../index/index-role.ts'
import type { Project } from '../project.ts'
import type { DonorSnapshotRow } from './donor-rows.ts'

/** Who gave how much, computed from the ledger: anyone who reads the same ledger comes to the same root. */
export interface DonorSnapshot extends DonorSnapshotRow {
  readonly lines: readonly DonorLine[]
  /** The holders' snapshot as JSON lines, whose SHA-256 is the hash. */
  readonly document: string
}

/** What a donors' snapshot must be known by to be computed. */
type DonationProject = Pick<Project, 'offeringId' | 'systemId' | 'bondAsset' | 'settings'>

/**
 * Takes the donors' snapshot of a donation once its funding has closed, for the policy that is to name it. The ledger is not chosen: it is the one
 * of the closing, when units lie with who gave, since nobody could pass them on before.
 */
export async function recordDonors(context: WorkerContext, project: Project): Promise<TickResult> {
  const { certificate } = project.settings
  if (project.kind !== 'Donation' || !certificate) return IDLE
  const { rows } = await context.store.query(
    'SELECT 1 FROM donor_snapshot WHERE offering_id = $1 AND contract_id = $2',
    [project.offeringId, certificate],
  )
  if (rows.length > 0) return IDLE
  const snapshot = await donorsOf(context, project)
  if (snapshot === null) return IDLE
  await context.store.transaction((client) => store(client, snapshot))
  const { root, ledger, lines } = snapshot
  context.log.info({ offering: project.offering, root, ledger, donors: lines.length }, 'donors recorded')
  return { progress: 1, waiting: 0 }
}

/** The donors of a project from our log of the movements of its units; null while the funding has not closed with success. */
export async function donorsOf(context: WorkerContext, project: DonationProject): Promise<DonorSnapshot | null> {
  const { store: db, chain } = context
  const { rows } = await db.query<{ ledger: number; at: string }>(
    `SELECT ledger, at FROM offering_event WHERE offering_id = $1 AND name = 'FundingClosed' AND state = 'Building'`,
    [project.offeringId],
  )
  const [closing] = rows
  const contractId = project.settings.certificate
  if (!closing || contractId === undefined) return null
  await enterLedger(context, closing.ledger)
  const { passphrase } = chain.config
  const book = await bookAt(db, project.bondAsset, passphrase, closing.ledger)
  const snapshot = snapshotOf(book, { sequence: closing.ledger, closedAt: BigInt(closing.at) }, passphrase)
  const lines = donorLines(snapshot.holders.map(({ address, stroops }) => ({ holder: address, stroops })))
  return {
    root: toHex(merkleTreeRoot(treeOfDonors(passphrase, contractId, project.systemId, lines))),
    systemId: project.systemId,
    offeringId: project.offeringId,
    contractId,
    ledger: closing.ledger,
    closedAt: BigInt(closing.at),
    snapshotHash: snapshot.hash,
    leafCount: lines.length,
    unitsStroops: sum(lines.map(({ unitsStroops }) => unitsStroops)),
    unattributedStroops: snapshot.unattributedStroops + snapshot.burntStroops,
    lines,
    document: snapshot.lines,
  }
}

/**
 * The Merkle tree over donors' lines, as the certificate contract counts its leaves.
 *
 * @throws {Error} if an address is none (a bug: the ledger has no others)
 */
export function treeOfDonors(
  passphrase: string,
  certificate: string,
  system: number,
  lines: readonly DonorLine[],
): MerkleTree {
  const certificateId = contractIdFromStrkey(certificate)
  if (!certificateId.ok) throw new Error(`not a contract: ${certificate}`)
  return donorTree(
    lines.map(({ index, holder, unitsStroops }) => {
      const address = scAddressFromStrkey(holder)
      if (!address.ok) throw new Error(`not an address: ${holder}`)
      return {
        networkId: networkId(passphrase),
        certificateId: certificateId.value,
        system,
        leafIndex: index,
        holder: address.value,
        unitsStroops,
      }
    }),
  )
}

/** Stores a snapshot with its leaves. The root says what they are: asking again changes nothing. */
async function store(client: Queryable, snapshot: DonorSnapshot): Promise<void> {
  const { rowCount } = await client.query(
    `INSERT INTO donor_snapshot (root, system_id, offering_id, contract_id, ledger, closed_at, snapshot_hash, document, leaf_count, units_stroops,
       unattributed_stroops) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING`,
    [
      snapshot.root,
      snapshot.systemId,
      snapshot.offeringId,
      snapshot.contractId,
      snapshot.ledger,
      snapshot.closedAt,
      snapshot.snapshotHash,
      snapshot.document,
      snapshot.leafCount,
      snapshot.unitsStroops,
      snapshot.unattributedStroops,
    ],
  )
  if (rowCount !== 1) return
  await client.query(
    `INSERT INTO donor_leaf (root, index, holder, units_stroops) SELECT $1, * FROM unnest($2::int4[], $3::text[], $4::int8[])`,
    [
      snapshot.root,
      snapshot.lines.map(({ index }) => index),
      snapshot.lines.map(({ holder }) => holder),
      snapshot.lines.map(({ unitsStroops }) => unitsStroops),
    ],
  )
}
