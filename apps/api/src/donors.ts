/** The donors of a system's certificates: who gave how much, what each got and has coming, and the proofs that the contract takes. */
import type { Database, DonorSnapshot } from '@heliobond/db'
import {
  contractIdFromStrkey,
  donorClaimable,
  donorLeafBytes,
  fromHex,
  networkId,
  scAddressFromStrkey,
} from '@heliobond/domain'
import { createClaimTrees, type ProvenLeaf } from './claim-trees.ts'
import { Problem } from './errors.ts'

export type { DonorSnapshot }

/** What donors' certificates are of. */
export const DONOR_KINDS = ['Rec', 'Carbon'] as const
export type DonorKind = (typeof DONOR_KINDS)[number]

/**
 * The snapshot that a policy of this system's certificates can name: of the contract that certifies it, or that is to certify it.
 *
 * @throws {Problem} HELIOBOND_NO_DONORS
 */
export async function donorSnapshotOf({ prisma }: Database, systemId: number): Promise<DonorSnapshot> {
  const account = await prisma.certificateAccount.findUnique({ where: { systemId } })
  const snapshot = await prisma.donorSnapshot.findFirst({
    where: { systemId, ...(account && { contractId: account.contractId }) },
    orderBy: { ledger: 'desc' },
  })
  if (!snapshot)
    throw new Problem('HELIOBOND_NO_DONORS', 'No donation for system {system} has closed its funding.', {
      system: systemId,
    })
  return snapshot
}

/** What was certified for all donors of a root, by kind, in stroops of its asset. */
export async function certifiedForDonors(
  { prisma }: Database,
  { root, systemId }: DonorSnapshot,
): Promise<Record<DonorKind, bigint>> {
  const pots = await prisma.donorPot.findMany({ where: { root, systemId } })
  const of = (kind: DonorKind) => pots.find((pot) => pot.kind === kind)?.certifiedStroops ?? 0n
  return { Rec: of('Rec'), Carbon: of('Carbon') }
}

/** A donor's line with what it got and has coming. */
export interface DonorPart {
  readonly index: number
  readonly holder: string
  readonly unitsStroops: bigint
  readonly claimed: Readonly<Record<DonorKind, bigint>>
  readonly due: Readonly<Record<DonorKind, bigint>>
}

/** Lines of a snapshot, each with what the books have of it. */
export async function donorParts(
  database: Database,
  snapshot: DonorSnapshot,
  lines: readonly { readonly index: number; readonly holder: string; readonly unitsStroops: bigint }[],
): Promise<DonorPart[]> {
  const { root, systemId } = snapshot
  const certified = await certifiedForDonors(database, snapshot)
  const sums = await database.prisma.donorClaim.groupBy({
    by: ['kind', 'index'],
    where: { root, systemId, index: { in: lines.map(({ index }) => index) } },
    _sum: { stroops: true },
  })
  const got = new Map(sums.map(({ kind, index, _sum }) => [`${kind} ${index}`, _sum.stroops ?? 0n]))
  return lines.map((line) => {
    const claimed = (kind: DonorKind) => got.get(`${kind} ${line.index}`) ?? 0n
    const due = (kind: DonorKind) =>
      donorClaimable({
        unitsStroops: line.unitsStroops,
        allUnitsStroops: snapshot.unitsStroops,
        certifiedStroops: certified[kind],
        claimedStroops: claimed(kind),
      })
    return {
      ...line,
      claimed: { Rec: claimed('Rec'), Carbon: claimed('Carbon') },
      due: { Rec: due('Rec'), Carbon: due('Carbon') },
    }
  })
}

/** A donor's own line. @throws {Problem} HELIOBOND_DONOR_NOT_FOUND */
export async function donorLineOf({ prisma }: Database, { root }: DonorSnapshot, holder: string) {
  const line = await prisma.donorLeaf.findFirst({ where: { root, holder } })
  if (!line) throw new Problem('HELIOBOND_DONOR_NOT_FOUND', '{holder} is not among the donors.', { holder })
  return line
}

const trees = createClaimTrees()

/**
 * The bytes of a donor's leaf and its proof under the snapshot's root.
 *
 * @throws {Error} if the stored leaves do not give that root.
 */
export function proveDonor(
  { prisma }: Database,
  passphrase: string,
  { root, contractId, systemId }: DonorSnapshot,
  index: number,
): Promise<ProvenLeaf> {
  const leaves = async () => {
    const contract = contractIdFromStrkey(contractId)
    if (!contract.ok) throw new Error(`donors ${root} have no contract: ${contractId}`)
    const rows = await prisma.donorLeaf.findMany({ where: { root }, orderBy: { index: 'asc' } })
    return rows.map((row) => {
      const address = scAddressFromStrkey(row.holder)
      if (!address.ok) throw new Error(`leaf ${row.index} of donors ${root} has no address: ${row.holder}`)
      return donorLeafBytes({
        networkId: networkId(passphrase),
        certificateId: contract.value,
        system: systemId,
        leafIndex: row.index,
        holder: address.value,
        unitsStroops: row.unitsStroops,
      })
    })
  }
  return trees.prove({ of: `the donors of system ${systemId}`, root: bytesOfRoot(root), leaves }, index)
}

/** A root as the contract has it. */
export function bytesOfRoot(root: string): Uint8Array {
  const bytes = fromHex(root)
  if (!bytes.ok) throw new Error(`not a root: ${root}`)
  return bytes.value
}
