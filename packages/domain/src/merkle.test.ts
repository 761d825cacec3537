import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { utf8Bytes } from './bytes.ts'
import { buildMerkleTree, EMPTY_ROOT, merkleProof, merkleRoot, merkleTreeRoot, verifyMerkleProof } from './merkle.ts'

const leaves = fc.array(fc.uint8Array({ maxLength: 40 }), { minLength: 1, maxLength: 70 })

test('three leaves: the odd one is carried up unchanged', () => {
  const hash = (...parts: Uint8Array[]) => new Uint8Array(createHash('sha256').update(Buffer.concat(parts)).digest())
  const [a, b, c] = ['a', 'b', 'c'].map(utf8Bytes)
  if (!a || !b || !c) throw new Error('three leaves')
  const zero = Uint8Array.of(0)
  const one = Uint8Array.of(1)
  const root = hash(one, hash(one, hash(zero, a), hash(zero, b)), hash(zero, c))
  expect(merkleRoot([a, b, c])).toEqual(root)
  expect(merkleProof(buildMerkleTree([a, b, c]), 2).siblings).toHaveLength(1)
})

test('no leaves have a root of zeros, which proves nothing', () => {
  expect(merkleRoot([])).toEqual(new Uint8Array(32))
  expect(verifyMerkleProof(EMPTY_ROOT, new Uint8Array(), { index: 0, count: 0, siblings: [] })).toBe(false)
})

test('every leaf has a proof that holds', () => {
  fc.assert(
    fc.property(leaves, (all) => {
      const tree = buildMerkleTree(all)
      for (const [index, leaf] of all.entries()) {
        expect(verifyMerkleProof(merkleTreeRoot(tree), leaf, merkleProof(tree, index))).toBe(true)
      }
    }),
    { numRuns: 30 },
  )
})

test('a proof holds for its leaf, place, count and hashes only', () => {
  fc.assert(
    fc.property(leaves, fc.nat(), fc.nat(), (all, which, other) => {
      const tree = buildMerkleTree(all)
      const root = merkleTreeRoot(tree)
      const index = which % all.length
      const proof = merkleProof(tree, index)
      const leaf = all[index] ?? new Uint8Array()
      expect(verifyMerkleProof(root, new Uint8Array([...leaf, 0]), proof)).toBe(false)
      expect(verifyMerkleProof(root, leaf, { ...proof, siblings: [...proof.siblings, root] })).toBe(false)
      const [first, ...rest] = proof.siblings
      if (first) {
        expect(verifyMerkleProof(root, leaf, { ...proof, siblings: rest })).toBe(false)
        expect(verifyMerkleProof(root, leaf, { ...proof, siblings: [first.map((byte) => byte ^ 1), ...rest] })).toBe(
          false,
        )
        expect(verifyMerkleProof(root, leaf, { ...proof, siblings: [first.subarray(1), ...rest] })).toBe(false)
      }
      // The same leaf may stand elsewhere too; where it does not, its proof does not hold there.
      const elsewhere = other % all.length
      if (elsewhere !== index && Buffer.compare(all[elsewhere] ?? leaf, leaf) !== 0) {
        expect(verifyMerkleProof(root, leaf, { ...proof, index: elsewhere })).toBe(false)
      }
      for (const bad of [-1, all.length, 0.5, Number.NaN]) {
        expect(verifyMerkleProof(root, leaf, { ...proof, index: bad })).toBe(false)
      }
      expect(verifyMerkleProof(root, leaf, { ...proof, count: 0.5 })).toBe(false)
    }),
  )
})

test('an inner node cannot pass as a leaf', () => {
  const all = ['a', 'b', 'c', 'd'].map(utf8Bytes)
  const tree = buildMerkleTree(all)
  const [left, right] = tree.levels[1] ?? []
  if (!left || !right) throw new Error('four leaves have two nodes')
  expect(
    verifyMerkleProof(merkleTreeRoot(tree), new Uint8Array([...left, ...right]), { index: 0, count: 1, siblings: [] }),
  ).toBe(false)
})

test('a leaf that is not there is a bug', () => {
  expect(() => merkleProof(buildMerkleTree([Uint8Array.of(1)]), 1)).toThrow(RangeError)
  expect(() => merkleProof({ levels: [] }, 0)).toThrow(RangeError)
})
