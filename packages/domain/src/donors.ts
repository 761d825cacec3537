import { claimLeafBytes } from './claim-leaf.ts'
import { buildMerkleTree, type MerkleTree } from './merkle.ts'
import { mulDivFloor, requireNotNegative } from './money.ts'

/** One donor's part of what a system's certificates bring the donors. */
export type DonorLine = {
  /** The leaf's place in the tree, counted from 0. */
  readonly index: number
  /** `G...` or `C...`. */
  readonly holder: string
  /** Stroops of the donation that the donor has a record of. */
  readonly unitsStroops: bigint
}

/**
 * Who gave how much, as the lines of the donors' tree: everybody with a unit, in the order of their addresses.
 *
 * What has no known owner has no line, and counts for nobody: the donors' part is whole among those who can claim it.
 * Law: the lines' units are those of the holders.
 *
 * @throws {RangeError} if somebody holds less than nothing or is named twice (a caller bug).
 */
export function donorLines(
  holders: readonly { readonly holder: string; readonly stroops: bigint }[],
): readonly DonorLine[] {
  const sorted = [...holders].sort((a, b) => (a.holder < b.holder ? -1 : 1))
  const lines: DonorLine[] = []
  for (const { holder, stroops } of sorted) {
    requireNotNegative('stroops', stroops)
    if (lines.at(-1)?.holder === holder) throw new RangeError(`${holder} is named twice`)
    if (stroops > 0n) lines.push({ index: lines.length, holder, unitsStroops: stroops })
  }
  return lines
}

/** A donor's leaf, as the certificate contract hashes it. */
export type DonorLeaf = {
  /** SHA-256 of the network's passphrase (32 bytes). */
  readonly networkId: Uint8Array
  /** The certificate contract's id (32 bytes). */
  readonly certificateId: Uint8Array
  readonly system: number
  /** The leaf's place in the tree, counted from 0. */
  readonly leafIndex: number
  /** The holder as XDR `ScAddress`. */
  readonly holder: Uint8Array
  readonly unitsStroops: bigint
}

/**
 * The bytes of a donor's leaf: network id (32), certificate contract's id (32), system u32, leaf index u32, holder as XDR `ScAddress`,
 * units i128, all big-endian. Hash them with `merkleLeaf`.
 * @throws {RangeError} if a field has the wrong size or the units are negative (a caller bug).
 */
export const donorLeafBytes = ({ networkId, certificateId, system, leafIndex, holder, unitsStroops }: DonorLeaf) =>
  claimLeafBytes({
    networkId,
    contractId: certificateId,
    subject: system,
    leafIndex,
    holder,
    amount: unitsStroops,
  })

/** The tree over donors' leaves, which must stand in the order of their indexes. */
export const donorTree = (leaves: readonly DonorLeaf[]): MerkleTree => buildMerkleTree(leaves.map(donorLeafBytes))

/**
 * What a donor may still claim: `floor(units x certified / all units)`, cumulatively, less what was claimed before.
 *
 * Law: however often and in whatever order donors claim, each gets the floor of its share of all that was certified for them.
 *
 * @throws {RangeError} if an amount is negative or there are no units (a caller bug).
 */
export function donorClaimable(part: {
  readonly unitsStroops: bigint
  readonly allUnitsStroops: bigint
  /** Certified for all donors so far, in stroops of the certificates' asset. */
  readonly certifiedStroops: bigint
  /** What this donor got of it. */
  readonly claimedStroops: bigint
}): bigint {
  const { unitsStroops, allUnitsStroops, certifiedStroops, claimedStroops } = part
  requireNotNegative('claimedStroops', claimedStroops)
  const share = mulDivFloor(unitsStroops, certifiedStroops, allUnitsStroops)
  return share > claimedStroops ? share - claimedStroops : 0n
}
