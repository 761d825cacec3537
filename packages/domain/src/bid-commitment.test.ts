import { expect, test } from 'vitest'
import { bidCommitment, type SealedBid } from './bid-commitment.ts'
import { toHex } from './bytes.ts'
import { accountScAddress } from './claim-leaf.ts'

const filled = (byte: number) => new Uint8Array(32).fill(byte)
const BID: SealedBid = {
  networkId: filled(0x11),
  tenderId: filled(0x22),
  tender: 3,
  bidder: accountScAddress(filled(0x44)),
  amountStroops: 2_400_000_000_000n,
  proposalHash: filled(0x55),
  salt: filled(0x66),
}

test('a commitment is the one that the contract computes', () => {
  expect(toHex(bidCommitment(BID))).toBe('b8e12371356b15bb2d36a648af93fd439957a6b2bc0e1fc27c91896f0de47155')
})

test.each<[string, Partial<SealedBid>]>([
  ['network', { networkId: filled(0x12) }],
  ['contract', { tenderId: filled(0x23) }],
  ['tender', { tender: 4 }],
  ['bidder', { bidder: accountScAddress(filled(0x45)) }],
  ['price', { amountStroops: 2_400_000_000_001n }],
  ['proposal', { proposalHash: filled(0x56) }],
  ['salt', { salt: filled(0x67) }],
])('another %s is another commitment', (_, change) => {
  expect(toHex(bidCommitment({ ...BID, ...change }))).not.toBe(toHex(bidCommitment(BID)))
})

test('a field of the wrong size and a negative price are no bid', () => {
  expect(() => bidCommitment({ ...BID, salt: new Uint8Array(31) })).toThrow(RangeError)
  expect(() => bidCommitment({ ...BID, amountStroops: -1n })).toThrow(RangeError)
})
