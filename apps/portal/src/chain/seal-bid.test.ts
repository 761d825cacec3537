import { addressBytes, createKey, scAddressBytes } from '@heliobond/chain'
import { bidCommitment, networkId, toHex } from '@heliobond/domain'
import { expect, test } from 'vitest'
import { sealOf } from './seal-bid.ts'

const NETWORK = 'Standalone Network ; February 2017'
const CONTRACT = 'CAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAD2KM'
const bid = {
  network: NETWORK,
  contractId: CONTRACT,
  tender: 2,
  bidder: createKey().address,
  amountStroops: '600000000001',
  proposalHash: 'a1'.repeat(32),
  salt: '5a'.repeat(32),
}

test('the browser seals a bid as the servers do, byte for byte', () => {
  const commitment = bidCommitment({
    networkId: networkId(NETWORK),
    tenderId: addressBytes(CONTRACT),
    tender: 2,
    bidder: scAddressBytes(bid.bidder),
    amountStroops: 600_000_000_001n,
    proposalHash: new Uint8Array(32).fill(0xa1),
    salt: new Uint8Array(32).fill(0x5a),
  })
  expect(sealOf(bid)).toBe(toHex(commitment))
})

test.each([{ amountStroops: '600000000000' }, { salt: '5b'.repeat(32) }, { tender: 1 }, { network: 'x' }])(
  'any other bid has another seal (%o)',
  (other) => {
    expect(sealOf({ ...bid, ...other })).not.toBe(sealOf(bid))
  },
)
