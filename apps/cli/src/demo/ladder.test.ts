import { contractOf, eventPages } from '@heliobond/chain'
import { createContractsPort, createWorker } from '@heliobond/worker'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { CLINIC, type Launched, SCHOOL, startLaunched } from './launched.test-helper.ts'

const UNIT = 10_000_000n
const DAY = 86_400n

let launched: Launched
beforeEach(async () => {
  launched = await startLaunched()
})
afterEach(() => launched.close())

const settle = () => createWorker(launched.context).settleDown({ pollMs: 5 })

/** What the contract says of the school, and what the database keeps of it. */
async function standing() {
  const { parts, life } = launched
  const contracts = createContractsPort(parts.chain)
  const { energy } = life.project.contracts
  const args = { system: life.project.numbers.systemId, party: SCHOOL }
  const decision = await contracts.read<{ mode: { tag: string }; critical_floor_w: bigint }>(
    'energy',
    energy,
    'decision',
    args,
  )
  const status = await contracts.read<{ state: { tag: string }; arrears: bigint }>('energy', energy, 'status', args)
  const row = await parts.database.prisma.partyStanding.findUniqueOrThrow({
    where: { systemId_partyIndex: { systemId: args.system, partyIndex: SCHOOL } },
  })
  const said = {
    state: status.state.tag,
    arrears: status.arrears,
    mode: decision.mode.tag,
    floor: decision.critical_floor_w,
  }
  const kept = { state: row.state, arrears: row.arrearsStroops, mode: row.mode, floor: row.criticalFloorW }
  expect(kept).toEqual(said)
  expect(row.announced).toBe(said.state)
  return said
}

/** The changes of state that the ledgers hold. */
async function notices(): Promise<string[]> {
  const { parts, life } = launched
  const { energy } = life.project.contracts
  const heard: string[] = []
  const from = { ledger: life.project.bondSinceLedger }
  const contract = contractOf('energy', energy, parts.chain)
  for await (const { events } of eventPages(parts.chain, { contractIds: [energy], from }))
    for (const { name, data } of contract.decodeEvents(events)) {
      if (name !== 'LadderChanged') continue
      const { party, from: before, to } = data as { party: number; from: { tag: string }; to: { tag: string } }
      heard.push(`${party} ${before.tag} > ${to.tag}`)
    }
  return heard
}

test('a bill left unpaid leads to notice and breach, and energy is sold above the critical floor, until a donor pays', async () => {
  const { life, parts } = launched
  await launched.give(CLINIC, 10_000n * UNIT)
  await launched.monthEnds(1)
  await settle()
  const floor = life.plan.parties[SCHOOL]?.criticalFloorW
  expect(floor).toBeGreaterThan(0n)
  expect(await standing()).toEqual({ state: 'Current', arrears: 0n, mode: 'Normal', floor })
  const bill = await parts.database.prisma.bill.findFirstOrThrow({ where: { partyIndex: SCHOOL } })
  expect(bill.dueStroops).toBeGreaterThan(0n)

  await launched.later(20n * DAY)
  await settle()
  expect(await standing()).toEqual({ state: 'Grace', arrears: bill.dueStroops, mode: 'Normal', floor })

  await launched.later(30n * DAY)
  await settle()
  expect(await standing()).toEqual({ state: 'Breach', arrears: bill.dueStroops, mode: 'SellToGrid', floor })
  // Nothing is said twice.
  await settle()

  const args = { party: SCHOOL, amount: bill.dueStroops }
  await life.calls.as('utility', 'offering', life.project.contracts.offering, 'pay', args, 'from')
  await settle()
  expect(await standing()).toEqual({ state: 'Current', arrears: 0n, mode: 'Normal', floor })
  expect(await notices()).toEqual([
    `${SCHOOL} Current > Grace`,
    `${SCHOOL} Grace > Breach`,
    `${SCHOOL} Breach > Current`,
  ])
})

test('a party that pays late by its own wallet is current again with the collection, which announces it', async () => {
  await launched.give(CLINIC, 10_000n * UNIT)
  await launched.monthEnds(1)
  await settle()
  await launched.later(21n * DAY)
  await settle()
  expect((await standing()).state).toBe('Grace')
  await launched.give(SCHOOL, 10_000n * UNIT)
  await launched.later(600n)
  await settle()
  expect((await standing()).state).toBe('Current')
  const sent = await launched.parts.database.prisma.outbox.count({ where: { kind: 'energy.advance' } })
  expect(sent).toBe(1)
  expect(await notices()).toEqual([`${SCHOOL} Current > Grace`, `${SCHOOL} Grace > Current`])
})
