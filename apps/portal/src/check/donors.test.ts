import { donorTree, merkleTreeRoot, networkId, toHex } from '@heliobond/domain'
import { expect, test } from 'vitest'
import type { Donors } from '../api/types.ts'
import { checkDonors, type DonorsOnChain } from './donors.ts'
import { verdictOf } from './finding.ts'

const PASSPHRASE = 'Standalone Network ; February 2017'
const ACCOUNT = { contractId: 'CADAMBQGAYDAMBQGAYDAMBQGAYDAMBQGAYDAMBQGAYDAMBQGAYDAMSST', systemId: 3 }
const HOLDER = 'GAAQCAIBAEAQCAIBAEAQCAIBAEAQCAIBAEAQCAIBAEAQCAIBAEAQDZ7H'
const donor = { index: 0, holder: HOLDER, unitsStroops: '700', recClaimedStroops: '4', recDueStroops: '0' }
const DONORS: Donors = {
  ...{
    offeringId: 1,
    unitsAsset: `GIFT:${HOLDER}`,
    root: '',
    ledger: 7,
    closedAt: '2026-12-01T00:00:00Z',
    leafCount: 1,
  },
  ...{ unitsStroops: '700', recCertifiedStroops: '5', carbonCertifiedStroops: '0', nextCursor: null },
  data: [{ ...donor, carbonClaimedStroops: '0', carbonDueStroops: '0' }],
}
// XDR of an account's address: two zero discriminants and the key, which is 32 times 1 here.
const holder = new Uint8Array(40).fill(1, 8)
const tree = donorTree([
  {
    ...{ networkId: networkId(PASSPHRASE), certificateId: new Uint8Array(32).fill(6), system: 3, leafIndex: 0, holder },
    unitsStroops: 700n,
  },
])
const CHAIN: DonorsOnChain = {
  ...{ passphrase: PASSPHRASE, root: toHex(merkleTreeRoot(tree)), units: 700n, count: 1, certified: 5n, claimed: 4n },
}

const stepsThatDiffer = (donors: Donors, chain: DonorsOnChain = CHAIN) =>
  checkDonors(ACCOUNT, donors, chain)
    .filter(({ verdict }) => verdict === 'different')
    .map(({ step }) => step)

test('the published donors are those of the contract', () => {
  expect(verdictOf(checkDonors(ACCOUNT, DONORS, CHAIN))).toBe('same')
})

test('a donor with another share, another address or on another network is found out', () => {
  const of = (change: object) => ({ ...DONORS, data: DONORS.data.map((one) => ({ ...one, ...change })) })
  expect(stepsThatDiffer(of({ unitsStroops: '701' }))).toEqual(['donorsRoot'])
  expect(stepsThatDiffer(of({ holder: 'GNOBODY' }))).toEqual(['donorsRoot'])
  expect(stepsThatDiffer(DONORS, { ...CHAIN, passphrase: 'Other' })).toEqual(['donorsRoot'])
  expect(stepsThatDiffer({ ...DONORS, data: [] })).toEqual(['donorsRoot'])
})

test('more claimed than was set aside is found out', () => {
  expect(stepsThatDiffer(DONORS, { ...CHAIN, claimed: 6n })).toEqual(['donorsPot'])
})

test('a list that is not there, or not whole, is no success', () => {
  expect(verdictOf(checkDonors(ACCOUNT, null, CHAIN))).toBe('unknown')
  expect(verdictOf(checkDonors(ACCOUNT, { ...DONORS, nextCursor: 'more' }, CHAIN))).toBe('unknown')
})
