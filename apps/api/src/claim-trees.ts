/** Merkle trees over claims, built from stored leaves and checked against the root that a contract holds. */
import {
  buildMerkleTree,
  equalBytes,
  type MerkleProof,
  type MerkleTree,
  merkleProof,
  merkleTreeRoot,
  toHex,
} from '@heliobond/domain'

/** Trees kept: one of 10,000 holders takes about 2 MB, and building it a tenth of a second. */
const MOST_TREES = 8

/** A leaf's bytes and its proof. */
export interface ProvenLeaf {
  readonly leafBytes: Uint8Array
  readonly proof: MerkleProof
}

interface BuiltTree {
  readonly leaves: readonly Uint8Array[]
  readonly tree: MerkleTree
}

/** Claims of one tree. */
export interface Claims {
  /** What they are of, for an error's words, e.g. `coupon 3 of offering 1`. */
  readonly of: string
  /** As the contract holds it. */
  readonly root: Uint8Array
  /** All leaves' bytes in their order; asked for when they are not known yet. */
  leaves(): Promise<readonly Uint8Array[]>
}

export interface ClaimTrees {
  /**
   * The bytes of a leaf and its proof under a root.
   *
   * @throws {Error} if the stored leaves do not give that root: what is stored and what the contract holds have come apart.
   */
  prove(claims: Claims, index: number): Promise<ProvenLeaf>
}

/** Trees are kept by their root: a root never stands for other leaves, so what is kept never grows old. */
export function createClaimTrees(): ClaimTrees {
  const trees = new Map<string, Promise<BuiltTree>>()

  function treeOf(claims: Claims): Promise<BuiltTree> {
    const key = toHex(claims.root)
    const kept = trees.get(key)
    trees.delete(key)
    const tree = kept ?? build(claims)
    trees.set(key, tree)
    tree.catch(() => trees.delete(key))
    const oldest = trees.keys().next().value
    if (trees.size > MOST_TREES && oldest !== undefined) trees.delete(oldest)
    return tree
  }

  return {
    async prove(claims, index) {
      const { leaves, tree } = await treeOf(claims)
      const leafBytes = leaves[index]
      if (!leafBytes) throw new RangeError(`no leaf ${index} of ${leaves.length}`)
      return { leafBytes, proof: merkleProof(tree, index) }
    },
  }
}

async function build({ of, root, leaves: stored }: Claims): Promise<BuiltTree> {
  const leaves = await stored()
  const tree = buildMerkleTree(leaves)
  if (!equalBytes(merkleTreeRoot(tree), root)) throw new Error(`the leaves stored for ${of} do not give its root`)
  return { leaves, tree }
}
