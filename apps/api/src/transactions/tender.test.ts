import { randomBytes } from 'node:crypto'
import { addressBytes, balances, scAddressBytes } from '@heliobond/chain'
import { stopTestServer } from '@heliobond/db'
import { bidCommitment, networkId, SECONDS_PER_DAY, toHex, utcSeconds } from '@heliobond/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStagedApi, type StagedApi } from '../stage.test-helper.ts'

const UNIT = 10_000_000n
const PROPOSAL = 'a1'.repeat(32)
const EVIDENCE = 'e1'.repeat(32)
const REASON = '7e'.repeat(32)

let api: StagedApi
let id: string
let settlement: `${string}:${string}`
beforeAll(async () => {
  api = await openStagedApi()
  await api.work('index')
  const { data } = await api.get('/v1/tenders')
  ;[{ id }] = data
  settlement = (await api.database.prisma.offering.findUniqueOrThrow({ where: { id: api.stage.building } }))
    .settlementAsset as typeof settlement
})
afterAll(async () => {
  await api?.close()
  await stopTestServer()
})

const tender = async () => api.get(`/v1/tenders/${id}`)
const held = async (person: string) => {
  const address = api.stage.people.address(person)
  return (await balances(api.stage.chain, [address], settlement)).get(address) ?? 0n
}

/** Turns the clock to that time and lets the index see it. */
async function goTo(time: string): Promise<void> {
  const seconds = Number((utcSeconds(time) ?? 0n) - (await api.stage.chain.now()))
  if (seconds > 0) api.stage.localnet.advance({ seconds })
}

interface Bid {
  readonly person: string
  readonly amountStroops: bigint
  readonly salt: Uint8Array
}
const SOL: Bid = { person: 'contractor.sol', amountStroops: 60_000n * UNIT, salt: new Uint8Array(randomBytes(32)) }
const NORTE: Bid = { person: 'contractor.norte', amountStroops: 50_000n * UNIT, salt: new Uint8Array(randomBytes(32)) }

async function seal({ person, amountStroops, salt }: Bid): Promise<string> {
  const { contractId, number } = await tender()
  return toHex(
    bidCommitment({
      networkId: networkId(api.stage.chain.config.passphrase),
      tenderId: addressBytes(contractId),
      tender: number,
      bidder: scAddressBytes(api.stage.people.address(person)),
      amountStroops,
      proposalHash: new Uint8Array(Buffer.from(PROPOSAL, 'hex')),
      salt,
    }),
  )
}

describe('a tender, from sealed bids to paid milestones', () => {
  test('bids are sealed where the bidders are; the bond moves with the seal', async () => {
    for (const bid of [SOL, NORTE]) {
      const params = { tender: id, commitment: await seal(bid), proposal: PROPOSAL }
      const { terms, contractId } = await tender()
      const built = await api.build(bid.person, 'bid-commit', params)
      expect(built.moves).toEqual([
        {
          from: api.stage.people.address(bid.person),
          to: contractId,
          asset: settlement,
          amountStroops: terms.bondStroops,
        },
      ])
      const before = await held(bid.person)
      expect((await api.act(bid.person, 'bid-commit', params)).status).toBe('success')
      expect(await held(bid.person)).toBe(before - BigInt(terms.bondStroops))
    }
    await api.work('index')
    expect((await tender()).bids).toMatchObject([{ standing: 'Sealed' }, { standing: 'Sealed' }])
    const again = { tender: id, commitment: '00'.repeat(32), proposal: PROPOSAL }
    expect(await api.build(SOL.person, 'bid-commit', again, 409)).toMatchObject({
      code: 'HELIOBOND_CALL_REFUSED',
      contract: 'tender',
      contractErrorName: 'AlreadyBid',
    })
  })

  test('what the works consist of is known before anybody bids', async () => {
    expect((await tender()).terms.milestones).toMatchObject([
      { title: 'Structure and panels on the roof', shareBps: 4_000, dueSeconds: String(45n * SECONDS_PER_DAY) },
      { shareBps: 4_000 },
      { shareBps: 2_000 },
    ])
  })

  test('a bid is withdrawn with its bond, and made again', async () => {
    const before = await held(SOL.person)
    const { bids } = await tender()
    expect((await api.act(SOL.person, 'bid-withdraw', { tender: id })).status).toBe('success')
    expect((await held(SOL.person)) - before).toBe(BigInt(bids[0].bondStroops))
    const params = { tender: id, commitment: await seal(SOL), proposal: PROPOSAL }
    expect((await api.act(SOL.person, 'bid-commit', params)).status).toBe('success')
  })

  test('quality is scored by name, and no bid is left out', async () => {
    const { terms } = await tender()
    await goTo(terms.commitBy)
    const scores = [
      { bidder: api.stage.people.address(SOL.person), qualityBps: 9_500 },
      { bidder: api.stage.people.address(NORTE.person), qualityBps: 9_000 },
    ]
    const short = { tender: id, scores: scores.slice(0, 1) }
    expect(await api.build('evaluator', 'tender-score', short, 400)).toMatchObject({
      code: 'HELIOBOND_INVALID_REQUEST',
    })
    const twice = { tender: id, scores: [...scores, scores[0]] }
    await api.build('evaluator', 'tender-score', twice, 400)
    expect((await api.act('evaluator', 'tender-score', { tender: id, scores })).status).toBe('success')
  })

  test('a price is revealed with its salt, and no other price', async () => {
    const { terms } = await tender()
    await goTo(terms.scoreBy)
    for (const bid of [SOL, NORTE]) {
      const params = { tender: id, amountStroops: String(bid.amountStroops), salt: toHex(bid.salt) }
      const lower = { ...params, amountStroops: String(bid.amountStroops - 1n) }
      expect(await api.build(bid.person, 'bid-reveal', lower, 409)).toMatchObject({ contractErrorName: 'WrongReveal' })
      expect((await api.act(bid.person, 'bid-reveal', params)).status).toBe('success')
    }
  })

  test('the best bid is approved, awarded and accepted, each by its office', async () => {
    const { terms } = await tender()
    await goTo(terms.revealBy)
    const best = api.stage.people.address(NORTE.person)
    expect(await api.build('issuer', 'approve-award', { tender: id }, 409)).toMatchObject({
      code: 'HELIOBOND_OTHER_SIGNER_NEEDED',
      addresses: [api.stage.people.address('approver')],
    })
    expect((await api.build('approver', 'approve-award', { tender: id })).facts).toMatchObject({
      bidder: best,
      priceStroops: String(NORTE.amountStroops),
    })
    await api.act('approver', 'approve-award', { tender: id })
    expect(await api.act('issuer', 'tender-award', { tender: id })).toMatchObject({
      status: 'success',
      returnValue: String(NORTE.amountStroops),
    })
    expect((await api.act(NORTE.person, 'accept-award', { tender: id })).status).toBe('success')
    await api.work('index')
    expect(await tender()).toMatchObject({ stage: 'Works', winner: best, priceStroops: String(NORTE.amountStroops) })
    const before = await held(SOL.person)
    await api.act('donor', 'settle-bond', { tender: id, bidder: api.stage.people.address(SOL.person) })
    expect(await held(SOL.person)).toBeGreaterThan(before)
  })

  test('evidence is handed in, rejected, handed in again, certified, and paid after the time for objections', async () => {
    const milestone = { tender: id, milestone: 0 }
    expect((await api.act(NORTE.person, 'submit-evidence', { ...milestone, evidence: REASON })).status).toBe('success')
    const rejected = { ...milestone, evidence: REASON, reason: REASON }
    expect((await api.act('certifier', 'reject-evidence', rejected)).status).toBe('success')
    await api.act(NORTE.person, 'submit-evidence', { ...milestone, evidence: EVIDENCE })
    expect((await api.act('certifier', 'certify', { ...milestone, evidence: EVIDENCE })).status).toBe('success')
    expect(await api.build('donor', 'milestone-release', milestone, 409)).toMatchObject({
      code: 'HELIOBOND_CALL_REFUSED',
      contract: 'tender',
    })
    const { terms } = await tender()
    api.stage.localnet.advance({ seconds: Number(terms.objectionSeconds) })
    const before = await held(NORTE.person)
    const built = await api.build('donor', 'milestone-release', milestone)
    const paid = BigInt(built.facts.paidStroops)
    // Four tenths of the price, less the twentieth that is withheld.
    expect(paid).toBe((NORTE.amountStroops * 4n * 95n) / 1_000n)
    expect((await api.act('donor', 'milestone-release', milestone)).status).toBe('success')
    expect(await held(NORTE.person)).toBe(before + paid)
    await api.work('index')
    expect((await tender()).milestones[0]).toMatchObject({ progress: 'Paid', paidStroops: String(paid), rejections: 1 })
  })

  test('a disputed milestone is decided by the arbiter', async () => {
    const milestone = { tender: id, milestone: 1 }
    await api.act(NORTE.person, 'submit-evidence', { ...milestone, evidence: EVIDENCE })
    expect((await api.act('issuer', 'dispute', { ...milestone, reason: REASON })).status).toBe('success')
    const built = await api.build('arbiter', 'decide-dispute', { ...milestone, payBps: 5_000 })
    expect(built.facts.payStroops).toBe(String((NORTE.amountStroops * 2n) / 10n))
    expect((await api.act('arbiter', 'decide-dispute', { ...milestone, payBps: 5_000 })).status).toBe('success')
    await api.work('index')
    expect((await tender()).milestones[1]).toMatchObject({ progress: 'Certified' })
  })

  test('what does not exist is named', async () => {
    await api.build('donor', 'expire-tender', { tender: `${api.stage.building}-9` }, 404)
    await api.build('donor', 'expire-tender', { tender: `${api.stage.live}-1` }, 400)
    const beyond = { tender: id, milestone: 9 }
    expect(await api.build('donor', 'milestone-release', beyond, 409)).toMatchObject({ reason: 'WRONG_STATE' })
  })
})

test('the issuer opens a tender; what contradicts itself is refused in words', async () => {
  const { terms } = await tender()
  const now = await api.stage.chain.now()
  const at = (days: bigint) =>
    new Date(Number((now + days * SECONDS_PER_DAY) * 1_000n)).toISOString().replace('.000Z', 'Z')
  const params = {
    offering: api.stage.building,
    ceilingStroops: '100000000',
    bondStroops: '10000000',
    pricing: 'Vickrey',
    priceWeightBps: 7_000,
    qualityWeightBps: 3_000,
    withdrawBy: at(2n),
    commitBy: at(3n),
    scoreBy: at(5n),
    revealBy: at(7n),
    awardSeconds: 864_000,
    acceptSeconds: 432_000,
    objectionSeconds: 172_800,
    arbiterSeconds: 1_209_600,
    milestones: [{ description: REASON, requiredEvidence: EVIDENCE, shareBps: 10_000, dueSeconds: 864_000 }],
    retentionBps: 500,
    retentionSeconds: 15_552_000,
    requiredWh: '500000',
    windowSeconds: 1_209_600,
    commissionSeconds: 12_960_000,
    forfeitsTo: terms.forfeitsTo,
    documentsHash: EVIDENCE,
  }
  // The first one is under contract.
  expect(await api.build('issuer', 'tender-open', params, 409)).toMatchObject({ contractErrorName: 'TenderRunning' })
  await api.build('issuer', 'tender-open', { ...params, commitBy: '2027-02-30T00:00:00Z' }, 400)
  await api.build('issuer', 'tender-open', { ...params, milestones: [] }, 400)
  await api.build('issuer', 'tender-open', { ...params, offering: api.stage.live }, 400)
})

test('meters are registered and revoked by the approver, and known here at once', async () => {
  const { prisma } = api.database
  const { systemId } = await prisma.offering.findUniqueOrThrow({ where: { id: api.stage.building } })
  const meter = { system: systemId, kind: 'load', party: 0, publicKey: 'b4'.repeat(32), capacityW: '50000' }
  const registered = await api.act('approver', 'register-meter', meter)
  expect(registered.status).toBe('success')
  const number = Number(registered.returnValue)
  await api.work('index')
  expect(await prisma.meter.findUnique({ where: { id: number } })).toMatchObject({ systemId, epoch: 1 })
  await api.act('approver', 'new-meter-epoch', { meter: number })
  expect((await api.act('approver', 'revoke-meter', { meter: number })).status).toBe('success')
  expect(await api.build('approver', 'register-meter', meter, 409)).toMatchObject({ contract: 'registry' })
  await api.build('approver', 'revoke-meter', { meter: 9_999 }, 409)
})
