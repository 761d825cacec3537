import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toHex } from './bytes.ts'
import { accountScAddress } from './claim-leaf.ts'
import { donorClaimable, donorLeafBytes, donorLines, donorTree } from './donors.ts'
import { merkleProof, merkleTreeRoot, verifyMerkleProof } from './merkle.ts'

const of = (byte: number) => new Uint8Array(32).fill(byte)
const leaf = {
  networkId: of(1),
  certificateId: of(2),
  system: 3,
  leafIndex: 4,
  holder: accountScAddress(of(5)),
  unitsStroops: 6n,
}

test('the bytes of a leaf stand in the order of the contract', () => {
  expect(toHex(donorLeafBytes(leaf))).toBe(
    `${'01'.repeat(32)}${'02'.repeat(32)}0000000300000004${'00'.repeat(8)}${'05'.repeat(32)}${'00'.repeat(15)}06`,
  )
})

test('a leaf of the wrong size or with negative units is a bug', () => {
  expect(() => donorLeafBytes({ ...leaf, certificateId: Uint8Array.of(1) })).toThrow(RangeError)
  expect(() => donorLeafBytes({ ...leaf, unitsStroops: -1n })).toThrow(RangeError)
})

describe('the lines of donors', () => {
  test('are the same in whatever order the holders come, and leave out who has nothing', () => {
    const [a, b, c] = ['CA', 'GA', 'GB'].map((holder, n) => ({ holder, stroops: BigInt(n) }))
    const lines = [
      { index: 0, holder: 'GA', unitsStroops: 1n },
      { index: 1, holder: 'GB', unitsStroops: 2n },
    ]
    if (!a || !b || !c) throw new Error('three holders')
    expect(donorLines([c, a, b])).toEqual(lines)
    expect(donorLines([b, c, a])).toEqual(lines)
  })

  test('name nobody twice', () => {
    const holder = { holder: 'GA', stroops: 1n }
    expect(() => donorLines([holder, holder])).toThrow('named twice')
    expect(() => donorLines([{ ...holder, stroops: -1n }])).toThrow(RangeError)
  })
})

test('every leaf of a tree is proven by its place, and by no other', () => {
  const leaves = Array.from({ length: 5 }, (_, leafIndex) => ({ ...leaf, leafIndex, unitsStroops: BigInt(leafIndex) }))
  const tree = donorTree(leaves)
  const root = merkleTreeRoot(tree)
  for (const [index, one] of leaves.entries()) {
    expect(verifyMerkleProof(root, donorLeafBytes(one), merkleProof(tree, index))).toBe(true)
    expect(verifyMerkleProof(root, donorLeafBytes(one), merkleProof(tree, (index + 1) % 5))).toBe(false)
  }
})

// The law that the contract's pot stands on: it never runs dry, and what stays in it is dust.
test('donors get the floor of their part however often they claim, together never more than was certified', () => {
  const units = fc.array(fc.bigInt({ min: 1n, max: 10n ** 17n }), { minLength: 1, maxLength: 12 })
  const steps = fc.array(
    fc.record({ more: fc.bigInt({ min: 0n, max: 10n ** 12n }), who: fc.array(fc.nat(11), { maxLength: 8 }) }),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(units, steps, (parts, acts) => {
      const allUnitsStroops = parts.reduce((sum, part) => sum + part, 0n)
      const got = parts.map(() => 0n)
      let certifiedStroops = 0n
      const claim = (index: number) => {
        const unitsStroops = parts[index] ?? 0n
        const claimedStroops = got[index] ?? 0n
        got[index] =
          claimedStroops + donorClaimable({ unitsStroops, allUnitsStroops, certifiedStroops, claimedStroops })
      }
      for (const { more, who } of acts) {
        certifiedStroops += more
        for (const index of who) claim(index % parts.length)
      }
      parts.forEach((_, index) => {
        claim(index)
      })
      expect(got).toEqual(parts.map((part) => (part * certifiedStroops) / allUnitsStroops))
      const dust = certifiedStroops - got.reduce((sum, stroops) => sum + stroops, 0n)
      expect(dust).toBeGreaterThanOrEqual(0n)
      expect(dust).toBeLessThan(BigInt(parts.length))
    }),
  )
})
