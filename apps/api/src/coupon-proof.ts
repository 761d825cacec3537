/** Merkle proofs of coupon claims, recomputed from the stored leaves and checked against the root that the contract holds. */
import type { Database, Offering } from '@heliobond/db'
import {
  buildMerkleTree,
  contractIdFromStrkey,
  couponLeafBytes,
  equalBytes,
  type MerkleProof,
  type MerkleTree,
  merkleProof,
  merkleTreeRoot,
  networkId,
  scAddressFromStrkey,
  toHex,
} from '@heliobond/domain'

/** Trees kept: one of 10,000 holders takes about 2 MB, and building it a tenth of a second. */
const MOST_TREES = 8

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
   * @throws if the stored leaves do not give that root: what is stored and what was proposed have come apart.
   */
  prove(offering: Offering, coupon: CouponRoot, index: number): Promise<{ leafBytes: Uint8Array; proof: MerkleProof }>
}

interface BuiltTree {
  readonly leaves: readonly Uint8Array[]
  readonly tree: MerkleTree
}

/** Trees are kept by their root: a root never stands for other leaves, so what is kept never grows old. */
export function createCouponProofs(database: Database, passphrase: string): CouponProofs {
  const network = networkId(passphrase)
  const trees = new Map<string, Promise<BuiltTree>>()

  function treeOf(offering: Offering, coupon: CouponRoot): Promise<BuiltTree> {
    const key = toHex(coupon.root)
    const kept = trees.get(key)
    trees.delete(key)
    const tree = kept ?? build(offering, coupon)
    trees.set(key, tree)
    tree.catch(() => trees.delete(key))
    const oldest = trees.keys().next().value
    if (trees.size > MOST_TREES && oldest !== undefined) trees.delete(oldest)
    return tree
  }

  async function build(offering: Offering, { number, root }: CouponRoot): Promise<BuiltTree> {
    const rows = await database.prisma.couponLeaf.findMany({
      where: { offeringId: offering.id, number },
      orderBy: { index: 'asc' },
      select: { index: true, holder: true, amountStroops: true },
    })
    const contract = contractIdFromStrkey(offering.contractId)
    if (!contract.ok) throw new Error(`offering ${offering.id} has no contract: ${offering.contractId}`)
    const leaves = rows.map((row) => leafBytes(row, contract.value, number))
    const tree = buildMerkleTree(leaves)
    if (!equalBytes(merkleTreeRoot(tree), root)) {
      throw new Error(`the leaves stored for coupon ${number} of offering ${offering.id} do not give its root`)
    }
    return { leaves, tree }
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
    async prove(offering, coupon, index) {
      const { leaves, tree } = await treeOf(offering, coupon)
      const bytes = leaves[index]
      if (!bytes) throw new RangeError(`no leaf ${index} of ${leaves.length}`)
      return { leafBytes: bytes, proof: merkleProof(tree, index) }
    },
  }
}
