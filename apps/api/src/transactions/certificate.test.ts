import { balances, deployedAddress, parseAsset } from '@heliobond/chain'
import { stopTestServer } from '@heliobond/db'
import {
  contractIdFromStrkey,
  donorLines,
  donorTree,
  formatUtcSeconds,
  fromHex,
  merkleTreeRoot,
  networkId,
  scAddressFromStrkey,
  toHex,
  verifyMerkleProof,
} from '@heliobond/domain'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStagedApi, type StagedApi } from '../stage.test-helper.ts'

const MWH = 1_000_000n
const REC = 10_000_000n

let api: StagedApi
let system: number
let rec: `${string}:${string}`
beforeAll(async () => {
  api = await openStagedApi()
  const { prisma } = api.database
  system = (await prisma.offering.findUniqueOrThrow({ where: { id: api.stage.live } })).systemId
  // A statement a day, so that two of them are enough.
  const key = `project:${api.stage.live}`
  const project = (await prisma.setting.findUniqueOrThrow({ where: { key } })).value as Record<string, object>
  const value = { ...project, intervals: { ...project.intervals, seconds: '86400' } }
  await prisma.setting.update({ where: { key }, data: { value } })
  // Two days of sun, each measured to its end: what is estimated is never certified.
  const period = await prisma.system.findUniqueOrThrow({ where: { id: system } })
  const start = period.nextFrom
  api.stage.localnet.advance({ seconds: 2 * 86_400 })
  for (const day of [0n, 1n, 2n]) {
    const generatedWh = (day * (2n * MWH + 500_000n)) / 2n
    const consumedWh = [day * 500_000n, day * 500_000n]
    await api.measure({ at: start + day * 86_400n, generatedWh, exportedWh: 0n, consumedWh })
  }
  api.stage.localnet.advance({ seconds: 1_800 })
  await api.work()
  const { recAsset } = await prisma.certificateAccount.findUniqueOrThrow({ where: { systemId: system } })
  const asset = parseAsset(recAsset)
  if (!asset.ok || asset.value === 'native') throw new Error('no certificates')
  rec = asset.value
}, 300_000)
afterAll(async () => {
  await api?.close()
  await stopTestServer()
})

const held = async (person: string) => {
  const address = api.stage.people.address(person)
  return (await balances(api.stage.chain, [address], rec)).get(address) ?? 0n
}

test('whole MWh are certified; who has no line keeps the claim, and mints it later', async () => {
  const account = await api.get(`/v1/certificates/${system}`)
  expect(BigInt(account.totals.Rec.certifiedStroops)).toBe(2n * REC)
  const params = { system, kind: 'Rec', holders: [api.stage.people.address('issuer')] }
  expect((await api.build('donor', 'claim-certificates', params)).moves).toEqual([])
  expect((await api.act('issuer', 'trust', { asset: rec })).status).toBe('success')
  const built = await api.build('donor', 'claim-certificates', params)
  // Four fifths are the issuer's to sell.
  expect(built.moves).toMatchObject([{ to: api.stage.people.address('issuer'), asset: rec, amountStroops: '16000000' }])
  expect((await api.act('donor', 'claim-certificates', params)).status).toBe('success')
  expect(await held('issuer')).toBe(16_000_000n)
})

test('the year’s impact multiplies what was measured by the factor that the contract has, and takes off what was certified', async () => {
  const { toAt } = await api.database.prisma.statement.findFirstOrThrow({
    where: { systemId: system, status: 'final' },
  })
  const year = formatUtcSeconds(toAt).slice(0, 4)
  expect(await api.get(`/v1/reports/impact?system=${system}&year=${year}`)).toMatchObject({
    generatedWh: '2500000',
    certificates: { recMwh: '2', carbonMwh: '0', retainedMwh: '0' },
    emissions: {
      // 2.5 MWh of 702.4 kg each; the claim to 2 MWh went with their certificates.
      avoidedGramsCo2e: '1756000',
      certifiedGramsCo2e: '1404800',
      netGramsCo2e: '351200',
      factors: [
        {
          version: 1,
          gramsPerMwh: '702400',
          effectiveAt: '1970-01-01T00:00:01Z',
          sourceHash: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
      ],
    },
  })
})

test('certificates are handed on, but not to who has no line, nor more than are held', async () => {
  const to = api.stage.people.address('rec-buyer')
  const params = { system, kind: 'Rec', to, unitsStroops: '15000000' }
  expect(await api.build('issuer', 'transfer-certificate', params, 409)).toMatchObject({ reason: 'LINE_MISSING' })
  await api.act('rec-buyer', 'trust', { asset: rec })
  const more = { ...params, unitsStroops: '16000001' }
  expect(await api.build('issuer', 'transfer-certificate', more, 409)).toMatchObject({ reason: 'BALANCE_TOO_SMALL' })
  expect((await api.act('issuer', 'transfer-certificate', params)).status).toBe('success')
  expect(await held('rec-buyer')).toBe(15_000_000n)
})

test('a retirement burns them, and is public with its claim', async () => {
  const params = {
    system,
    kind: 'Rec',
    unitsStroops: '10000000',
    beneficiary: 'Café Oriente',
    purpose: 'Electricity of our roastery',
    periodFrom: '2027-01-01',
    periodTo: '2027-12-31',
  }
  await api.build('rec-buyer', 'retire', { ...params, periodTo: '2026-12-31' }, 400)
  await api.build('rec-buyer', 'retire', { ...params, periodTo: '2027-02-30' }, 400)
  await api.build('rec-buyer', 'retire', { ...params, purpose: 'é'.repeat(100) }, 400)
  await api.build('rec-buyer', 'retire', { ...params, kind: 'Retained' }, 400)
  const done = await api.act('rec-buyer', 'retire', params)
  expect(done).toMatchObject({ status: 'success', returnValue: '1' })
  expect(await held('rec-buyer')).toBe(5_000_000n)
  await api.work('index')
  const { data } = await api.get(`/v1/certificates/retirements?system=${system}`)
  expect(data).toMatchObject([
    {
      number: '1',
      kind: 'Rec',
      unitsStroops: '10000000',
      beneficiary: 'Café Oriente',
      period: '2027-01-01/2027-12-31',
      holder: api.stage.people.address('rec-buyer'),
    },
  ])
})

test('what is below a whole MWh waits, and a system without certificates says so', async () => {
  expect((await api.build('donor', 'mint-due', { system })).facts).toMatchObject({ mwh: '0', unitsStroops: '0' })
  const { systemId } = await api.database.prisma.offering.findUniqueOrThrow({ where: { id: api.stage.onSale } })
  await api.build('donor', 'mint-due', { system: systemId }, 404)
})

/** Bytes that are there, or the test is wrong. */
function given(bytes: { ok: true; value: Uint8Array } | { ok: false }): Uint8Array {
  if (!bytes.ok) throw new Error('the test is given what is none')
  return bytes.value
}

const ALL_UNITS = 1_100_000_000n
/** Smart wallets that gave a quarter of a unit each: more than one transaction pays. A contract needs no line. */
const CROWD = 40

/** A donation of 30, 70 and 10 units as the worker records one, for the system of a bond, which has none of its own. */
async function recordDonation(givers: readonly [string, string]): Promise<string> {
  const { prisma } = api.database
  const { contractId } = await prisma.certificateAccount.findUniqueOrThrow({ where: { systemId: system } })
  const [first, second] = givers
  const lines = donorLines([
    { holder: first, stroops: 300_000_000n },
    { holder: second, stroops: 700_000_000n },
    ...Array.from({ length: CROWD }, (_, nth) => ({ holder: smartWallet(nth), stroops: 2_500_000n })),
  ])
  const of = {
    networkId: networkId(api.stage.chain.config.passphrase),
    certificateId: given(contractIdFromStrkey(contractId)),
    system,
  }
  const leaves = lines.map(({ index, holder, unitsStroops }) => ({
    ...{ ...of, leafIndex: index, holder: given(scAddressFromStrkey(holder)), unitsStroops },
  }))
  const root = toHex(merkleTreeRoot(donorTree(leaves)))
  await prisma.donorSnapshot.create({
    data: {
      ...{ root, systemId: system, offeringId: api.stage.live, contractId, ledger: 7, closedAt: 1n },
      ...{ snapshotHash: '0'.repeat(64), document: '{}\n', leafCount: lines.length, unitsStroops: ALL_UNITS },
      unattributedStroops: 0n,
    },
  })
  await prisma.donorLeaf.createMany({ data: lines.map((line) => ({ ...line, root })) })
  return root
}

const smartWallet = (nth: number) =>
  deployedAddress({
    deployer: api.stage.people.address('donor'),
    salt: nth.toString(16).padStart(64, '0'),
    passphrase: api.stage.chain.config.passphrase,
  })

test('a policy names the recorded donors, whoever has a line gets the part, and the others claim it by hand with a proof that anyone can check', async () => {
  const { people } = api.stage
  const [ready, late] = [people.address('rec-buyer'), people.address('donor')]
  const { administrator } = await api.get(`/v1/certificates/${system}`)
  expect(administrator).toBe(people.address('admin'))
  const shares = { kind: 'Rec', owner: people.address('issuer'), ownerBps: 2_000, partiesBps: 0, donorsBps: 8_000 }
  const policy = { system, ...shares }
  expect(await api.build('admin', 'announce-certificate-policy', policy, 404)).toMatchObject({
    code: 'HELIOBOND_NO_DONORS',
  })
  const root = await recordDonation([ready, late])
  await api.build('admin', 'announce-certificate-policy', { ...policy, ownerBps: 1_999 }, 409)
  const { facts } = await api.build('admin', 'announce-certificate-policy', policy)
  expect(facts).toMatchObject({ donorsBps: '8000', donorsRoot: root, donors: String(CROWD + 2) })
  expect((await api.act('admin', 'announce-certificate-policy', policy)).status).toBe('success')

  // What was generated before is certified by the policy before; the next MWh by this one.
  const { nextFrom } = await api.database.prisma.system.findUniqueOrThrow({ where: { id: system } })
  for (const day of [1n, 2n, 3n]) {
    api.stage.localnet.advance({ seconds: 86_400 })
    const [generatedWh, consumedWh] = [2n * MWH + 500_000n + day * MWH, 1_000_000n + day * 500_000n]
    await api.measure({
      ...{ at: nextFrom + day * 86_400n, generatedWh, exportedWh: 0n },
      consumedWh: [consumedWh, consumedWh],
    })
    await api.work()
  }
  const list = await api.get(`/v1/certificates/${system}/donors`)
  const certified = BigInt(list.recCertifiedStroops)
  expect(certified).toBeGreaterThan(0n)
  expect(list).toMatchObject({
    root,
    leafCount: CROWD + 2,
    unitsStroops: String(ALL_UNITS),
    carbonCertifiedStroops: '0',
  })
  const partOf = (holder: string) => list.data.find((one: { holder: string }) => one.holder === holder)
  expect(partOf(ready)).toMatchObject({ recClaimedStroops: String((certified * 3n) / 11n), recDueStroops: '0' })
  expect(partOf(late)).toMatchObject({ recClaimedStroops: '0', recDueStroops: String((certified * 7n) / 11n) })
  for (let nth = 0; nth < CROWD; nth += 1)
    expect(partOf(smartWallet(nth))).toMatchObject({ recClaimedStroops: String((certified * 25n) / 11_000n) })
  const csv = await api.app.inject(`/v1/certificates/${system}/donors?format=csv&holder=${late}`)
  expect(csv.body.trim().split('\r\n')).toHaveLength(2)

  const proof = await api.get(`/v1/certificates/${system}/donors/proof/${late}`)
  const siblings = proof.siblings.map((one: string) => given(fromHex(one)))
  const at = { index: proof.index, count: proof.count, siblings }
  expect(verifyMerkleProof(given(fromHex(root)), given(fromHex(proof.leafBytes)), at)).toBe(true)
  const nobody = `/v1/certificates/${system}/donors/proof/${people.address('issuer')}`
  expect((await api.get(nobody, 404)).code).toBe('HELIOBOND_DONOR_NOT_FOUND')

  const claim = { system, kind: 'Rec', holders: [late] }
  expect((await api.build('issuer', 'claim-donor-certificates', claim)).moves).toEqual([])
  await api.act('donor', 'trust', { asset: rec })
  const due = (certified * 7n) / 11n
  const built = await api.build('donor', 'claim-donor-certificates', claim)
  expect(built.moves).toMatchObject([{ to: late, asset: rec, amountStroops: String(due) }])
  expect((await api.act('donor', 'claim-donor-certificates', claim)).status).toBe('success')
  expect(await held('donor')).toBe(due)
  await api.work()
  expect(await held('donor')).toBe(due)
  const after = await api.get(`/v1/certificates/${system}/donors?holder=${late}`)
  expect(after.data).toMatchObject([{ recClaimedStroops: String(due), recDueStroops: '0' }])
})
