import {
  buildMerkleTree,
  contractIdFromStrkey,
  couponLeafBytes,
  couponStroops,
  type MerkleTree,
  merkleTreeRoot,
  networkId,
  scAddressFromStrkey,
} from '@heliobond/domain'
import type { WorkerContext } from '../context.ts'
import type { Project } from '../project.ts'

/** One holder's line of a coupon, before it is a leaf. */
export interface CouponLine {
  readonly index: number
  readonly holder: string
  readonly unitsStroops: bigint
  readonly amountStroops: bigint
}

/** A coupon computed from the ledger: anyone who reads the same ledger comes to the same root. */
export interface CouponSnapshot {
  readonly recordLedger: number
  readonly lines: readonly CouponLine[]
  readonly unattributedUnits: bigint
  readonly totalStroops: bigint
  readonly root: Uint8Array
  readonly snapshotHash: Uint8Array
}

/**
 * The coupon of every holder at the record time: the last ledger that closed at or before it. Holders stand in the order of their
 * addresses; who earns nothing has no leaf. Null while no ledger has closed after the record time, for then the last one before it is not known.
 */
export async function takeSnapshot(
  context: WorkerContext,
  project: Project,
  number: number,
  recordAt: bigint,
): Promise<CouponSnapshot | null> {
  const period = project.settings.schedule[number - 1]
  if (!period) throw new Error(`no period ${number} in the schedule of ${project.offering}`)
  const holders = await context.chain.holdersAt(project.bondAsset, recordAt, project.settings.bondSinceLedger)
  if (holders === null) return null
  const lines: CouponLine[] = []
  let unattributedUnits = holders.unattributedStroops
  for (const { holder, stroops } of [...holders.holders].sort((a, b) => (a.holder < b.holder ? -1 : 1))) {
    const amountStroops = couponStroops(stroops, project.settings.rateBps, period)
    if (amountStroops > 0n)
      lines.push({
        index: lines.length,
        holder,
        unitsStroops: stroops,
        amountStroops,
      })
    else unattributedUnits += stroops
  }
  return {
    recordLedger: holders.ledger,
    lines,
    unattributedUnits,
    totalStroops: lines.reduce((sum, line) => sum + line.amountStroops, 0n),
    root: merkleTreeRoot(couponTree(context, project, number, lines)),
    snapshotHash: holders.hash,
  }
}

/** The Merkle tree over a coupon's lines. */
export function couponTree(
  { chain }: WorkerContext,
  project: Project,
  number: number,
  lines: readonly Pick<CouponLine, 'index' | 'holder' | 'amountStroops'>[],
): MerkleTree {
  const offering = contractIdFromStrkey(project.offering)
  if (!offering.ok) throw new Error(`not a contract: ${project.offering}`)
  return buildMerkleTree(
    lines.map((line) => {
      const holder = scAddressFromStrkey(line.holder)
      if (!holder.ok) throw new Error(`not an address: ${line.holder}`)
      return couponLeafBytes({
        networkId: networkId(chain.config.passphrase),
        offeringId: offering.value,
        coupon: number,
        leafIndex: line.index,
        holder: holder.value,
        amountStroops: line.amountStroops,
      })
    }),
  )
}
