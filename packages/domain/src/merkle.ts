import { concatBytes, equalBytes } from './bytes.ts'
import { sha256 } from './sha256.ts'

/** Where a leaf stands in a tree and the hashes beside its way to the root, from below. */
export type MerkleProof = {
  readonly index: number
  readonly count: number
  readonly siblings: readonly Uint8Array[]
}

/** All hashes of a tree, leaves first, root last. An odd node is carried up unchanged. */
export type MerkleTree = {
  readonly levels: readonly (readonly Uint8Array[])[]
}

/** The root of no leaves: 32 zero bytes, which no hash is known to be. */
export const EMPTY_ROOT: Uint8Array = new Uint8Array(32)

const LEAF_PREFIX = Uint8Array.of(0)
const NODE_PREFIX = Uint8Array.of(1)

/** SHA-256(0x00 || bytes). The prefix keeps a leaf from passing as a node. */
export const merkleLeaf = (bytes: Uint8Array): Uint8Array => sha256(concatBytes(LEAF_PREFIX, bytes))

/** SHA-256(0x01 || left || right). */
export const merkleNode = (left: Uint8Array, right: Uint8Array): Uint8Array =>
  sha256(concatBytes(NODE_PREFIX, left, right))

/** Builds the tree over leaf bytes, in the order given. Readings and coupons use this one rule. */
export function buildMerkleTree(leaves: readonly Uint8Array[]): MerkleTree {
  let level = leaves.map(merkleLeaf)
  const levels = [level]
  while (level.length > 1) {
    const below = level
    level = []
    for (let i = 0; i < below.length; i += 2) {
      const left = below[i]
      const right = below[i + 1]
      if (left) level.push(right ? merkleNode(left, right) : left)
    }
    levels.push(level)
  }
  return { levels }
}

/** The root of a tree; {@link EMPTY_ROOT} of an empty one. */
export const merkleTreeRoot = ({ levels }: MerkleTree): Uint8Array => levels.at(-1)?.[0] ?? EMPTY_ROOT

/** The root over leaf bytes, in the order given. */
export const merkleRoot = (leaves: readonly Uint8Array[]): Uint8Array => merkleTreeRoot(buildMerkleTree(leaves))

/**
 * The proof of one leaf.
 * @throws {RangeError} if there is no such leaf (a caller bug).
 */
export function merkleProof({ levels }: MerkleTree, index: number): MerkleProof {
  const count = levels[0]?.length ?? 0
  if (!Number.isInteger(index) || index < 0 || index >= count) throw new RangeError(`no leaf ${index} of ${count}`)
  const siblings: Uint8Array[] = []
  for (let height = 0; height < levels.length - 1; height++) {
    const sibling = levels[height]?.[(index >> height) ^ 1]
    if (sibling) siblings.push(sibling)
  }
  return { index, count, siblings }
}

/**
 * Whether leaf bytes stand at the proof's index in the tree of that root and count. The number of siblings must fit index
 * and count exactly, so that each leaf has one proof.
 */
export function verifyMerkleProof(
  root: Uint8Array,
  leaf: Uint8Array,
  { index, count, siblings }: MerkleProof,
): boolean {
  if (!Number.isInteger(index) || !Number.isInteger(count) || index < 0 || index >= count) return false
  let hash = merkleLeaf(leaf)
  let used = 0
  for (let at = index, width = count; width > 1; at = Math.floor(at / 2), width = Math.ceil(width / 2)) {
    const carriedUp = at % 2 === 0 && at === width - 1
    if (carriedUp) continue
    const sibling = siblings[used++]
    if (sibling?.length !== 32) return false
    hash = at % 2 === 0 ? merkleNode(hash, sibling) : merkleNode(sibling, hash)
  }
  return used === siblings.length && equalBytes(hash, root)
}
