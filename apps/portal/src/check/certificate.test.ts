import { expect, test } from 'vitest'
import type { CertificateAccount } from '../api/types.ts'
import { type CertificateOnChain, checkCertificateOnChain, checkCertificatePublished } from './certificate.ts'
import { verdictOf } from './finding.ts'

const ACCOUNT: CertificateAccount = {
  systemId: 1,
  systemName: 'school',
  contractId: 'C',
  recAsset: 'REC:G',
  carbonAsset: 'CO2:G',
  startWh: '500000',
  countedWh: '12750000',
  countedTo: '2026-12-01T00:00:00Z',
  carryWh: '250000',
  recMwh: '10',
  carbonMwh: '0',
  retainedMwh: '2',
  administrator: null,
  policy: null,
  announcedPolicy: null,
  totals: {
    Rec: { certifiedStroops: '100000000', mintedStroops: '80000000', retiredStroops: '30000000' },
    Carbon: null,
  },
}
const CHAIN: CertificateOnChain = {
  countedWh: 12_750_000n,
  carryWh: 250_000n,
  recMwh: 10n,
  carbonMwh: 0n,
  retainedMwh: 2n,
  measuredWh: 12_900_000n,
  rec: { certified: 100_000_000n, minted: 80_000_000n, retired: 30_000_000n },
}

const wrong = (account: CertificateAccount, chain: CertificateOnChain = CHAIN) =>
  [...checkCertificatePublished(account), ...checkCertificateOnChain(account, chain)]
    .filter(({ verdict }) => verdict === 'different')
    .map(({ step }) => step)

test('certificates that rest on measured energy are found to be so', () => {
  expect(verdictOf([...checkCertificatePublished(ACCOUNT), ...checkCertificateOnChain(ACCOUNT, CHAIN)])).toBe('same')
})

test('a megawatt-hour out of nothing is found out', () => {
  expect(wrong({ ...ACCOUNT, recMwh: '11' })).toEqual(['sum', 'units', 'account'])
  expect(wrong({ ...ACCOUNT, carryWh: '0' })).toEqual(['sum', 'account'])
})

test('more certificates than megawatt-hours, or more retired than minted, are found out', () => {
  const totals = (change: object) => ({
    ...ACCOUNT,
    totals: { ...ACCOUNT.totals, Rec: { ...ACCOUNT.totals.Rec, ...change } },
  })
  expect(wrong(totals({ certifiedStroops: '110000000' }) as CertificateAccount)).toEqual(['units', 'totals'])
  expect(wrong(totals({ retiredStroops: '90000000' }) as CertificateAccount)).toEqual(['order', 'totals'])
})

test('a contract that has counted on meanwhile is no difference, and no success', () => {
  const chain = { ...CHAIN, countedWh: 13_000_000n, carryWh: 500_000n, measuredWh: 13_000_000n }
  expect(wrong(ACCOUNT, chain)).toEqual([])
  expect(verdictOf(checkCertificateOnChain(ACCOUNT, chain))).toBe('unknown')
})

test('certificates of energy that nobody measured are found out', () => {
  expect(wrong(ACCOUNT, { ...CHAIN, measuredWh: 12_000_000n })).toEqual(['measured'])
})
