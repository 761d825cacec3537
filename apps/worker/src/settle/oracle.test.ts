import { correctStatements, stopTestServer } from '@heliobond/db'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { HOUR, type Said, startTown, type Town } from './town.test-helper.ts'

let town: Town
afterEach(() => town.close())
afterAll(() => stopTestServer())

const CHANNEL_KEYS = ['fees', 'channel.0', 'channel.1', 'channel.2']
const everyMeter = (seq: bigint, at: bigint, wh: bigint): Said[] => town.meters.map((meter) => ({ meter, seq, at, wh }))
const hour = (hours: bigint, seconds = 0n) => town.start + hours * HOUR + seconds
const status = async (index: number) => (await town.statements()).find((one) => one.index === index)?.status
const alarms = async (kind: string) => town.database.prisma.alarm.findMany({ where: { kind, clearedAt: null } })
const proposals = () =>
  town.read<readonly { statement: { generated_wh: bigint }; signers: readonly string[] }[]>('energy', 'proposals', {
    system: town.systemId,
  })

/** Three oracles of whom two must agree, each in a process that has no other's key. */
async function threeOracles() {
  town = await startTown({ oracles: 3, threshold: 2 })
  await town.until(hour(1n))
  await town.deliver(...everyMeter(0n, hour(0n), 0n), ...everyMeter(1n, hour(1n), 700n))
  const proposer = town.process(['oracle', ...CHANNEL_KEYS])
  const second = town.process(['oracle.2', ...CHANNEL_KEYS])
  const third = town.process(['oracle.3', ...CHANNEL_KEYS])
  return {
    propose: () => town.run(proposer, 'settle', 'submit'),
    second: () => town.run(second, 'oracle'),
    third: () => town.run(third, 'oracle'),
  }
}

test('a statement is final when as many oracles say the same as must, each by a key of its own', async () => {
  const { propose, second, third } = await threeOracles()
  await propose()
  expect(await status(1)).toBe('proposed')
  expect(await town.bills()).toEqual([])
  await second()
  expect(await status(1)).toBe('final')
  expect((await town.bills()).map((bill) => bill.delivered_wh)).toEqual([350n, 350n])
  // Nothing is left to say.
  await third()
  const votes = await town.database.prisma.statementVote.findMany()
  expect(votes).toMatchObject([
    { index: 1, attempt: 0, oracle: town.key('oracle.2').address, verdict: 'agrees', findings: [] },
  ])
  expect(votes[0]?.txHash).not.toBeNull()
})

describe('an oracle that finds something else', () => {
  test('says so on the chain and raises an alarm; nothing is billed until two agree', async () => {
    const { propose, second, third } = await threeOracles()
    // Between the meter and the draft somebody turned the register up; the signature says so.
    await town.database.pool.query('UPDATE reading SET generated_wh = 900 WHERE meter_id = $1 AND seq = 1', [town.site])
    await propose()
    await second()
    expect(await status(1)).toBe('proposed')
    expect(await town.bills()).toEqual([])
    expect(await alarms('oracle.disagreement')).toMatchObject([{ severity: 'critical', systemId: town.systemId }])
    const [vote] = await town.database.prisma.statementVote.findMany()
    expect(vote).toMatchObject({ verdict: 'differs', oracle: town.key('oracle.2').address })
    expect(vote?.findings).toContainEqual({ field: 'readings signed', proposed: '6', found: '5' })
    expect((await proposals()).map(({ statement }) => statement.generated_wh).sort()).toEqual([0n, 900n])

    // The third has the same as the second: what the two say becomes final, against the proposer.
    await third()
    expect(await status(1)).toBe('final')
    expect(await town.statements()).toMatchObject([{ generated_wh: 0n }])
    expect(await alarms('oracle.disagreement')).toEqual([])

    // The next statement goes on from what the chain has.
    await town.database.pool.query('UPDATE reading SET generated_wh = 700 WHERE meter_id = $1 AND seq = 1', [town.site])
    await town.until(hour(2n))
    await town.deliver(...everyMeter(2n, hour(2n), 1_000n))
    await propose()
    await second()
    expect((await town.statements())[1]).toMatchObject({ status: 'final' })
    expect(await town.read('energy', 'attested', { system: town.systemId })).toMatchObject({ measured_wh: 1_000n })
  })

  test('is asked again after some hours, with what has become known: the proposal is made anew', async () => {
    const { propose, second, third } = await threeOracles()
    await town.database.pool.query('UPDATE reading SET generated_wh = 900 WHERE meter_id = $1 AND seq = 1', [town.site])
    await propose()
    await second()
    expect(await status(1)).toBe('proposed')
    await town.database.pool.query('UPDATE reading SET generated_wh = 700 WHERE meter_id = $1 AND seq = 1', [town.site])
    await town.until(hour(7n, 100n))
    await propose()
    expect(await town.database.prisma.statementDraft.findMany()).toMatchObject([{ index: 1, attempt: 1 }])
    await third()
    expect(await status(1)).toBe('final')
    expect(await town.statements()).toMatchObject([{ index: 1, generated_wh: 700n }])
    expect((await town.bills()).map((bill) => bill.delivered_wh)).toEqual([350n, 350n])
  })

  test('finds a reading that the proposer left out', async () => {
    const { propose, second } = await threeOracles()
    await propose()
    await second()
    await town.until(hour(2n))
    await town.deliver(...everyMeter(2n, hour(1n, 1_800n), 800n), ...everyMeter(3n, hour(2n), 1_000n))
    await town.until(hour(2n, 100n))
    await propose()
    // The set that was published says nothing of the middle reading.
    const middle = JSON.stringify({ 1: [['3', '3']] })
    await town.database.pool.query(
      `UPDATE statement_draft SET reading_set = jsonb_set(reading_set, $1, $2) WHERE index = 2`,
      [`{${town.site}}`, middle],
    )
    await second()
    const vote = await town.database.prisma.statementVote.findFirstOrThrow({ where: { index: 2 } })
    expect(vote.verdict).toBe('differs')
    expect(vote.findings).toContainEqual({ field: 'readings withheld', proposed: '0', found: '1' })
  })
})

test('a statement that was found wrong is corrected by an operator’s recorded act, which every oracle carries out alike', async () => {
  const { propose, second } = await threeOracles()
  await propose()
  await second()
  // The clinic's meter counted the school's hall as well; and the inverter had counted a tenth too much.
  const decision = { by: 'GOPERATOR', at: await town.chain.now(), reason: 'wrong ratio of the transformer' }
  const act = { systemId: town.systemId, generatedWh: -70n, exportedWh: 0n, consumedWh: [100n, -100n] }
  const recorded = await correctStatements(town.database, decision, act)
  await town.until(hour(2n))
  await town.deliver(...everyMeter(2n, hour(2n), 1_000n))
  await propose()
  await second()
  expect((await town.statements())[1]).toMatchObject({
    ...{ status: 'final', generated_wh: 300n, generated_correction_wh: -70n, consumed_wh: ['400', '200'] },
  })
  expect(await town.database.prisma.operatorDecision.findMany()).toMatchObject([
    { kind: 'statement.corrected', decidedBy: 'GOPERATOR', result: { statement: 2 } },
  ])
  expect(typeof recorded).toBe('object')
  // Carried out once.
  await town.until(hour(3n))
  await town.deliver(...everyMeter(3n, hour(3n), 1_100n))
  await propose()
  await second()
  expect((await town.statements())[2]).toMatchObject({
    generated_wh: 100n,
    generated_correction_wh: 0n,
    consumed_wh: ['100', '100'],
  })
})
