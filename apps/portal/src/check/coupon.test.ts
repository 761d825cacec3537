import {
  accountScAddress,
  buildMerkleTree,
  contractIdFromStrkey,
  couponLeafBytes,
  merkleProof,
  merkleTreeRoot,
  networkId,
  scAddressFromStrkey,
  toHex,
} from '@heliobond/domain'
import { expect, test } from 'vitest'
import type { CouponProof } from '../api/types.ts'
import { type CouponOnChain, checkOnChain, checkPublished, PAID_WHOLE } from './coupon.ts'
import { verdictOf } from './finding.ts'

const passphrase = 'Standalone Network ; February 2017'
const contractId = 'CAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAD2KM'
const holder = 'GAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAWHF'
const AMOUNT = 1_250_000_000n

function published(): CouponProof {
  const contract = contractIdFromStrkey(contractId)
  const address = scAddressFromStrkey(holder)
  if (!contract.ok || !address.ok) throw new Error('not an address')
  const leafOf = (index: number, owner: Uint8Array) =>
    couponLeafBytes({
      networkId: networkId(passphrase),
      offeringId: contract.value,
      coupon: 3,
      leafIndex: index,
      holder: owner,
      amountStroops: AMOUNT,
    })
  const leaves = [
    leafOf(0, accountScAddress(new Uint8Array(32).fill(7))),
    leafOf(1, address.value),
    leafOf(2, address.value),
  ]
  const tree = buildMerkleTree(leaves)
  const { index, count, siblings } = merkleProof(tree, 1)
  return {
    offeringId: 1,
    contractId,
    networkPassphrase: passphrase,
    coupon: 3,
    root: toHex(merkleTreeRoot(tree)),
    holder,
    unitsStroops: '50000000000',
    amountStroops: String(AMOUNT),
    paidStroops: '1250000000',
    txHash: null,
    leafBytes: toHex(leaves[1] ?? new Uint8Array()),
    index,
    count,
    siblings: siblings.map(toHex),
  }
}

const onChain = (proof: CouponProof): CouponOnChain => ({
  passphrase,
  root: proof.root,
  totalStroops: 3n * AMOUNT,
  leafCount: 3,
  claimedStroops: AMOUNT,
  rateBps: 500,
  days: 180,
  basis: 360,
  principalStroops: 0n,
})

const check = (proof: CouponProof, chain: CouponOnChain) => [...checkPublished(proof), ...checkOnChain(proof, chain)]
const wrong = (proof: CouponProof, chain: CouponOnChain) =>
  check(proof, chain)
    .filter(({ verdict }) => verdict === 'different')
    .map(({ step }) => step)

test('a claim that is what was published is found to be so, in every step', () => {
  const proof = published()
  expect(verdictOf(check(proof, onChain(proof)))).toBe('same')
})

test.each<[string, (proof: CouponProof) => CouponProof, string[]]>([
  ['a stroop more', (proof) => ({ ...proof, amountStroops: String(AMOUNT + 1n) }), ['leaf', 'tree', 'amount']],
  ['another holder', (proof) => ({ ...proof, holder: contractId }), ['leaf', 'tree']],
  ['another root', (proof) => ({ ...proof, root: 'ab'.repeat(32) }), ['tree', 'root']],
  ['another sibling', (proof) => ({ ...proof, siblings: ['cd'.repeat(32), ...proof.siblings.slice(1)] }), ['tree']],
  ['more bonds than earn that much', (proof) => ({ ...proof, unitsStroops: '60000000000' }), ['amount']],
  ['less paid than the contract says', (proof) => ({ ...proof, paidStroops: '1' }), ['paid']],
  ['more holders than the contract knows', (proof) => ({ ...proof, count: 5 }), ['tree', 'count']],
])('%s is found out', (_, change, steps) => {
  const proof = published()
  expect(wrong(change(proof), onChain(proof))).toEqual(steps)
})

test('what the contract calls paid whole is the amount of the claim, and nothing less', () => {
  const proof = published()
  const whole = { ...onChain(proof), claimedStroops: PAID_WHOLE }
  expect(wrong(proof, whole)).toEqual([])
  expect(wrong({ ...proof, paidStroops: '0' }, whole)).toEqual(['paid'])
})

test('another network is found out', () => {
  const proof = published()
  expect(wrong(proof, { ...onChain(proof), passphrase: 'other' })).toEqual(['network'])
})

test('an address that is none ends the check, and is no success', () => {
  expect(verdictOf(checkPublished({ ...published(), holder: 'GX' }))).toBe('unknown')
})

test('passed-through principal makes the amount unknown, not wrong', () => {
  const proof = published()
  expect(verdictOf(checkOnChain(proof, { ...onChain(proof), principalStroops: 5n }))).toBe('unknown')
})
