/** Merkle proofs of coupon claims, recomputed from the stored leaves and checked against the root that the contract holds. */
import type { Database, Offering } from '@heliobond/db'
import { contractIdFromStrkey, couponLeafBytes, networkId, scAddressFromStrkey } from '@heliobond/domain'
import { createClaimTrees, type ProvenLeaf } from './claim-trees.ts'

export interface CouponRoot {
  readonly number: number
  readonly root: Uint8Array
}

interface LeafFacts {
  readonly index: number
  readonly holder: string
  readonly amountStroops: bigint
}

export interface CouponProofs {
  /**
   * The bytes of a leaf and its proof under the coupon's root.
   *
   * @throws {Error} if the stored leaves do not give that root: what is stored and what was proposed have come apart.
   */
  prove(offering: Offering, coupon: CouponRoot, index: number): Promise<ProvenLeaf>
}

export function createCouponProofs(database: Database, passphrase: string): CouponProofs {
  const network = networkId(passphrase)
  const trees = createClaimTrees()

  async function leavesOf(offering: Offering, number: number): Promise<Uint8Array[]> {
    const rows = await database.prisma.couponLeaf.findMany({
      where: { offeringId: offering.id, number },
      orderBy: { index: 'asc' },
      select: { index: true, holder: true, amountStroops: true },
    })
    const contract = contractIdFromStrkey(offering.contractId)
    if (!contract.ok) throw new Error(`offering ${offering.id} has no contract: ${offering.contractId}`)
    return rows.map((row) => leafBytes(row, contract.value, number))
  }

  function leafBytes({ index, holder, amountStroops }: LeafFacts, offeringId: Uint8Array, coupon: number): Uint8Array {
    const address = scAddressFromStrkey(holder)
    if (!address.ok) throw new Error(`leaf ${index} of coupon ${coupon} has no address: ${holder}`)
    return couponLeafBytes({
      networkId: network,
      offeringId,
      coupon,
      leafIndex: index,
      holder: address.value,
      amountStroops,
    })
  }

  return {
    prove: (offering, { number, root }, index) =>
      trees.prove(
        { of: `coupon ${number} of offering ${offering.id}`, root, leaves: () => leavesOf(offering, number) },
        index,
      ),
  }
}
