/** Checks that the donors whom a policy names are those who are published, and that they got no more than was set aside. Pure. */
import {
  contractIdFromStrkey,
  donorTree,
  merkleTreeRoot,
  networkId,
  scAddressFromStrkey,
  toHex,
} from '@heliobond/domain'
import type { CertificateAccount, Donors } from '../api/types.ts'
import { compare, type Finding, unknown } from './finding.ts'

/** What the certificate contract says of the donors whom its policy in force names. */
export interface DonorsOnChain {
  readonly passphrase: string
  /** Hex. */
  readonly root: string
  readonly units: bigint
  readonly count: number
  /** Of the policy's kind, for all donors of that root. */
  readonly certified: bigint
  readonly claimed: bigint
}

/** The donors' tree built anew from the published list, beside the root in the contract; what was set aside, and what was claimed of it. */
export function checkDonors(
  { contractId, systemId }: Pick<CertificateAccount, 'contractId' | 'systemId'>,
  donors: Donors | null,
  chain: DonorsOnChain,
): Finding[] {
  const named = `${chain.root} · ${chain.count} · ${chain.units}`
  if (donors === null || donors.nextCursor !== null) return [unknown('donorsRoot', named)]
  const certificateId = contractIdFromStrkey(contractId)
  if (!certificateId.ok) return [unknown('donorsRoot', contractId)]
  const leaves = donors.data.map(({ index, holder, unitsStroops }) => ({
    networkId: networkId(chain.passphrase),
    certificateId: certificateId.value,
    system: systemId,
    leafIndex: index,
    holder: holderBytes(holder),
    unitsStroops: BigInt(unitsStroops),
  }))
  const units = leaves.reduce((sum, leaf) => sum + leaf.unitsStroops, 0n)
  const root = toHex(merkleTreeRoot(donorTree(leaves)))
  const isWithin = chain.claimed <= chain.certified
  return [
    compare('donorsRoot', `${root} · ${leaves.length} · ${units}`, named),
    { ...compare('donorsPot', 'true', String(isWithin)), found: `${chain.claimed} ≤ ${chain.certified}` },
  ]
}

/** An address that is none makes a leaf that no contract has. */
function holderBytes(holder: string): Uint8Array {
  const address = scAddressFromStrkey(holder)
  return address.ok ? address.value : new Uint8Array(0)
}
