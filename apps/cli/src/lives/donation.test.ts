import { type Asset, balances, changeTrust } from '@heliobond/chain'
import { fromHex } from '@heliobond/domain'
import { rebuild } from '@heliobond/worker'
import { afterEach, expect, test } from 'vitest'
import { CLINIC, type Launched, SCHOOL, startLaunched } from '../demo/launched.test-helper.ts'
import { openCertificates } from '../stage/certificates.ts'
import {
  at,
  buckets,
  DAY,
  findingsOfMovedStroop,
  offeringOf,
  reconciledFindings,
  settle,
  stablecoinOf,
  UNIT,
} from './lives.test-helper.ts'

const MWH = 10_000_000n

let launched: Launched
afterEach(() => launched.close())

test('what is donated builds what the parties own from the first day: donors are owed no money and get their part of the certificates, and all that operations leave is the parties’ credit, theirs to take at the end', async () => {
  launched = await startLaunched({
    args: ['--principal', '2000', '--max-years', '1'],
    plan: (plan) => ({
      ...plan,
      couponBps: 0,
      reserveStroops: 0n,
      operationsStroops: 20n * UNIT,
      terms: {
        kind: { tag: 'Donation', values: undefined },
        reserve_requirement: 0n,
        reserve_from_proceeds: 0n,
      },
    }),
    certificates: true,
  })
  const { parts, context, life } = launched
  const { registry, offering } = life.project.contracts
  const owned = async () => {
    const args = { system: life.project.numbers.systemId }
    const { parties } = await context.contracts.read<{ parties: { owned_bps: number }[] }>(
      ...(['registry', registry, 'system', args] as const),
    )
    return parties.map(({ owned_bps }) => owned_bps)
  }
  expect(await owned()).toEqual([7_000, 3_000])
  await settle(launched)
  const donors = await certifyFor(launched)
  for (const party of [SCHOOL, CLINIC]) await launched.give(party, 4_000n * UNIT)
  for (const month of [1, 2]) {
    await launched.monthEnds(month)
    await settle(launched)
  }
  await donorsGetTheirs(launched, donors)
  await at(launched, (life.plan.schedule.at(-1)?.pay ?? 0n) + DAY)
  await donorRetires(launched, donors)
  expect((await offeringOf(launched)).state).toBe('Closed')
  expect(await parts.database.prisma.coupon.count({ where: { proposals: { gt: 0 } } })).toBe(0)
  expect(await parts.database.prisma.redemption.count()).toBe(0)
  // Units stay with who gave: they are a record, and no claim.
  const given = await parts.database.prisma.holding.aggregate({
    where: { asset: life.assets.bond },
    _sum: { stroops: true },
  })
  expect(given._sum.stroops).toBe(life.plan.principalStroops)
  const receipts = await parts.database.prisma.collection.findMany()
  const came = receipts.reduce((sum, { pulledStroops }) => sum + pulledStroops, 0n)
  const operated = receipts.reduce((sum, { operationsStroops }) => sum + operationsStroops, 0n)
  const kept = await buckets(launched)
  const credits = (kept['credit:0'] ?? 0n) + (kept['credit:1'] ?? 0n)
  expect(operated).toBeGreaterThan(0n)
  expect(credits).toBeGreaterThan(0n)
  expect(credits + operated).toBe(came)
  expect(await reconciledFindings(launched)).toEqual([])
  expect(await findingsOfMovedStroop(launched)).toEqual(['operations in the books -1', 'reserve in the books 1'])

  const before = await stablecoinOf(launched, 'owner.0')
  const amount = kept['credit:0'] ?? 0n
  await life.calls.as('owner.0', 'offering', offering, 'withdraw_credit', { party: SCHOOL, amount })
  await settle(launched)
  expect((await stablecoinOf(launched, 'owner.0')) - before).toBe(amount)
  expect(await owned()).toEqual([7_000, 3_000])
  expect(await reconciledFindings(launched)).toEqual([])
}, 900_000)

/** Two of the three donors, of half and three tenths of the units, and the one of the rest, who opens no line at first. */
const READY = ['investor.ana', 'investor.luis'] as const
const LATE = 'investor.marta'

interface Donors {
  readonly root: string
  readonly contract: string
  readonly rec: Asset
  /** The call's words for system and root. */
  readonly of: { readonly system: number; readonly kind: { tag: 'Rec'; values: undefined }; readonly root: Uint8Array }
}

const held = async ({ parts, life }: Launched, person: string, asset: Asset) => {
  const address = life.people.address(person)
  return (await balances(parts.chain, [address], asset)).get(address) ?? 0n
}

const openLine = async ({ life }: Launched, person: string, asset: Asset) => {
  const source = life.people.address(person)
  await life.send('line', [source], [changeTrust({ source, asset })])
}

/** The administrator's policy names the donors that the worker recorded when the funding had closed: six tenths are theirs. */
async function certifyFor(of: Launched): Promise<Donors> {
  const { parts, life } = of
  const { prisma } = parts.database
  const { certificates } = life
  if (!certificates) throw new Error('the life has certificates')
  const snapshot = await prisma.donorSnapshot.findFirstOrThrow()
  const closed = await prisma.offeringEvent.findFirstOrThrow({ where: { name: 'FundingClosed' } })
  expect(snapshot).toMatchObject({
    contractId: certificates.contract,
    ledger: closed.ledger,
    closedAt: closed.at,
    leafCount: 3,
    unitsStroops: life.plan.principalStroops,
    unattributedStroops: 0n,
  })
  const leaves = await prisma.donorLeaf.findMany({ orderBy: { index: 'asc' } })
  expect(leaves.map(({ holder }) => holder)).toEqual([...READY, LATE].map((one) => life.people.address(one)).sort())
  const root = fromHex(snapshot.root)
  if (!root.ok) throw new Error('a root is hexadecimal')
  const system = life.project.numbers.systemId
  await openCertificates(life.calls, certificates, system, {
    kind: { tag: 'Rec', values: undefined },
    owner: life.people.address('issuer'),
    owner_bps: 1_000,
    parties_bps: 3_000,
    donors_bps: 6_000,
    donors_root: root.value,
    donors_units: snapshot.unitsStroops,
    donors_count: snapshot.leafCount,
  })
  for (const person of READY) await openLine(of, person, certificates.rec)
  const { contract, rec } = certificates
  return {
    root: snapshot.root,
    contract,
    rec,
    of: { system, kind: { tag: 'Rec', values: undefined }, root: root.value },
  }
}

/** What was measured is certified, and each donor with a line has the floor of the part; who opens one later gets it then. Nothing is got twice. */
async function donorsGetTheirs(of: Launched, { contract, rec, root, of: pot }: Donors): Promise<void> {
  const { parts, life, context } = of
  const { prisma } = parts.database
  const { certifiedStroops } = await prisma.donorPot.findFirstOrThrow({ where: { root, kind: 'Rec' } })
  const mints = await prisma.certificateMint.aggregate({ _sum: { units: true } })
  expect(certifiedStroops).toBe(((mints._sum.units ?? 0n) * 6n) / 10n)
  expect(certifiedStroops).toBeGreaterThan(0n)
  const partOf = (tenths: bigint) => (certifiedStroops * tenths) / 10n
  const [ana, luis] = READY
  expect(await held(of, ana, rec)).toBe(partOf(5n))
  expect(await held(of, luis, rec)).toBe(partOf(3n))
  expect(await held(of, LATE, rec)).toBe(0n)
  expect(await reconciledFindings(of)).toEqual([])

  await openLine(of, LATE, rec)
  const sent = await prisma.outbox.count({ where: { kind: 'certificate.claim_units' } })
  await settle(of)
  expect(await prisma.outbox.count({ where: { kind: 'certificate.claim_units' } })).toBe(sent)
  await of.later(DAY)
  await settle(of)
  expect(await held(of, LATE, rec)).toBe(partOf(2n))
  expect(await held(of, ana, rec)).toBe(partOf(5n))
  const claims = await prisma.donorClaim.findMany({ where: { root } })
  expect(claims.reduce((sum, { stroops }) => sum + stroops, 0n)).toBe(certifiedStroops)
  const said = await context.contracts.read<{ claimed: bigint }>('certificate', contract, 'donors', pot)
  expect(said.claimed).toBe(certifiedStroops)
  expect(await reconciledFindings(of)).toEqual([])

  // What is off by a stroop in the books of donors is found, and a rebuild mends it.
  const { txHash, index } = await prisma.donorClaim.findFirstOrThrow({ where: { holder: life.people.address(ana) } })
  await prisma.donorClaim.updateMany({ where: { txHash, index }, data: { stroops: { increment: 1n } } })
  const found = await reconciledFindings(of)
  expect(found.map(({ what }) => what.replace(/^Rec of donors [0-9a-f]{8}: /, ''))).toEqual([
    'claimed',
    expect.stringMatching(/^leaf \d$/),
  ])
  const mended = await rebuild(context, { source: 'log' })
  expect(mended.differences.map(({ table }) => table)).toEqual(['donor_claim'])
  expect(await reconciledFindings(of)).toEqual([])
}

/** A donation ends as a claim in public: one MWh, retired by who gave for it. */
async function donorRetires(of: Launched, { contract, rec, of: { system, kind } }: Donors): Promise<void> {
  const { parts, life } = of
  const [ana] = READY
  const before = await held(of, ana, rec)
  expect(before).toBeGreaterThanOrEqual(MWH)
  const claim = { beneficiary: 'Ana', purpose: 'Her home', period: '2027-01-01/2027-12-31' }
  await life.calls.as(ana, 'certificate', contract, 'retire', { system, kind, units: MWH, claim }, 'holder')
  await settle(of)
  expect(await held(of, ana, rec)).toBe(before - MWH)
  const [retired] = await parts.database.prisma.certificateRetirement.findMany()
  expect(retired).toMatchObject({ holder: life.people.address(ana), units: MWH, beneficiary: 'Ana', kind: 'Rec' })
}
