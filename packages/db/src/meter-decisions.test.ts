import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from './database.ts'
import { gradedReadings } from './graded-readings.ts'
import { correctStatements, editReading, openMeterEpoch, rejectReading } from './meter-decisions.ts'
import { createReadingStore } from './reading-store.ts'
import { stopTestServer, withDatabase } from './testing.ts'

const NOW = 1_800_000_000n
const SYSTEM = 3
const METER = 7
const publicKey = new Uint8Array(32)
const decision = { by: 'GOPERATOR', at: NOW + 1_000n, reason: 'the display was read on site' }

let database: Database
beforeEach(async () => {
  database = await withDatabase()
  const { prisma } = database
  await prisma.system.create({ data: { id: SYSTEM, name: 'school', capacityW: 10_000n, nextFrom: NOW } })
  for (const index of [0, 1])
    await prisma.party.create({
      data: { systemId: SYSTEM, index, name: 'party', owner: '', wallet: '', collection: '', portionBps: 5_000 },
    })
  await prisma.meter.create({ data: { id: METER, systemId: SYSTEM, kind: 'site', publicKey, capacityW: 10_000_000n } })
})
afterEach(() => database.close())
afterAll(() => stopTestServer())

const deliver = (...said: { seq: bigint; at: bigint; wh: bigint; epoch?: number }[]) =>
  createReadingStore(database.pool).insertBatch(
    said.map(({ seq, at, wh, epoch = 1 }) => ({
      publicKey,
      reading: {
        ...{ system: SYSTEM, meter: METER, epoch, seq, at, generatedWh: wh, consumedWh: 0n, exportedWh: 0n },
        signature: new Uint8Array(64),
      },
    })),
    NOW + 10_000n,
  )
const decisions = () => database.prisma.operatorDecision.findMany({ orderBy: { id: 'asc' } })
const all = { meterId: METER, from: NOW, to: NOW + 10_000n, limit: 100 }
const edit = (at: bigint, generatedWh: bigint) => ({ meterId: METER, at, generatedWh, consumedWh: 0n, exportedWh: 0n })

describe('a new epoch', () => {
  test('is opened by a recorded act: readings of it are taken from then on, and of the old one no more', async () => {
    expect(await deliver({ seq: 1n, at: NOW, wh: 500n })).toEqual([{ outcome: 'stored' }])
    const next = { seq: 0n, at: NOW + 60n, wh: 2n, epoch: 2 }
    expect(await deliver(next)).toEqual([{ outcome: 'refused', code: 'EPOCH_NOT_OPEN' }])
    expect(await openMeterEpoch(database, decision, { meterId: METER })).toMatchObject({ epoch: 2 })
    expect(await deliver(next, { seq: 2n, at: NOW + 61n, wh: 600n })).toEqual([
      { outcome: 'stored' },
      { outcome: 'refused', code: 'OLD_EPOCH' },
    ])
    expect(await decisions()).toMatchObject([
      {
        ...{ kind: 'register.reset', subject: 'meter:7', meterId: METER, systemId: SYSTEM, decidedBy: 'GOPERATOR' },
        ...{ decidedAt: NOW + 1_000n, reason: decision.reason, payload: { epoch: 2 } },
      },
    ])
  })

  test('may follow a register that wrapped around, at a value above what it has shown', async () => {
    await deliver({ seq: 1n, at: NOW, wh: 999_000n })
    expect(await openMeterEpoch(database, decision, { meterId: METER, wrapsAtWh: 999_000n })).toBe(
      'WRAP_BELOW_REGISTER',
    )
    expect(await openMeterEpoch(database, decision, { meterId: METER, wrapsAtWh: 1_000_000n })).toMatchObject({
      epoch: 2,
    })
    expect(await database.prisma.meterEpoch.findMany()).toMatchObject([
      { meterId: METER, epoch: 2, wrapsAtWh: 1_000_000n },
    ])
    expect(await decisions()).toMatchObject([{ kind: 'register.wrapped', payload: { wrapsAtWh: '1000000' } }])
  })

  test('is not opened for a meter that is unknown or revoked, and nothing is recorded', async () => {
    expect(await openMeterEpoch(database, decision, { meterId: 8 })).toBe('UNKNOWN_METER')
    await database.prisma.meter.update({ where: { id: METER }, data: { revoked: true } })
    expect(await openMeterEpoch(database, decision, { meterId: METER })).toBe('REVOKED')
    expect(await decisions()).toEqual([])
  })
})

describe('registers that a person read', () => {
  test('stand among the readings with their grade and the act behind them', async () => {
    await deliver({ seq: 1n, at: NOW, wh: 500n }, { seq: 2n, at: NOW + 600n, wh: 900n })
    const recorded = await editReading(database, decision, edit(NOW + 300n, 800n))
    if (typeof recorded === 'string') throw new Error(recorded)
    expect(await gradedReadings(database, all)).toMatchObject([
      { grade: 'measured', seq: 1n, generatedWh: 500n, decisionId: null },
      { grade: 'edited', seq: null, generatedWh: 800n, decisionId: recorded.decisionId },
      { grade: 'measured', seq: 2n, generatedWh: 900n },
    ])
  })

  test.each([
    ['below a reading before', edit(NOW + 300n, 499n), 'CONTRADICTS_READING'],
    ['above a reading after', edit(NOW + 300n, 901n), 'CONTRADICTS_READING'],
    ['of a time to come', edit(NOW + 1_001n, 900n), 'FUTURE'],
    ['of a register that the meter does not have', { ...edit(NOW + 300n, 800n), consumedWh: 1n }, 'ROLE_REGISTER'],
    ['of an unknown meter', { ...edit(NOW + 300n, 800n), meterId: 8 }, 'UNKNOWN_METER'],
  ])('are refused %s', async (_, wrong, code) => {
    await deliver({ seq: 1n, at: NOW, wh: 500n }, { seq: 2n, at: NOW + 600n, wh: 900n })
    expect(await editReading(database, decision, wrong)).toBe(code)
    expect(await decisions()).toEqual([])
  })
})

test('a reading that is rejected is kept, shown as such, and rejected once', async () => {
  await deliver({ seq: 1n, at: NOW, wh: 500n }, { seq: 2n, at: NOW + 600n, wh: 900n })
  const reading = { meterId: METER, epoch: 1, seq: 2n }
  expect(typeof (await rejectReading(database, decision, reading))).toBe('object')
  expect((await gradedReadings(database, all)).map(({ grade }) => grade)).toEqual(['measured', 'rejected'])
  expect(await rejectReading(database, decision, reading)).toBe('REJECTED_ALREADY')
  expect(await rejectReading(database, decision, { ...reading, seq: 9n })).toBe('UNKNOWN_READING')
})

test('a reading that a statement rests on is not rejected: the statement is corrected', async () => {
  await deliver({ seq: 5n, at: NOW, wh: 500n })
  await database.prisma.statementDraft.create({
    data: {
      ...{ systemId: SYSTEM, index: 1, figures: {}, booked: {}, offsets: {}, marks: {}, inputs: {}, draftedAt: NOW },
      readingSet: { [METER]: { 1: [['4', '6']] } },
    },
  })
  expect(await rejectReading(database, decision, { meterId: METER, epoch: 1, seq: 5n })).toBe('IN_A_STATEMENT')
})

test('a correction of statements names every party and something to correct', async () => {
  const right = { systemId: SYSTEM, generatedWh: -5n, exportedWh: 0n, consumedWh: [1n, -1n] }
  expect(await correctStatements(database, decision, { ...right, systemId: 9 })).toBe('UNKNOWN_SYSTEM')
  expect(await correctStatements(database, decision, { ...right, consumedWh: [1n] })).toBe('WRONG_PARTIES')
  const nothing = { ...right, generatedWh: 0n, consumedWh: [0n, 0n] }
  expect(await correctStatements(database, decision, nothing)).toBe('NOTHING_TO_CORRECT')
  expect(typeof (await correctStatements(database, decision, right))).toBe('object')
  expect(await decisions()).toMatchObject([
    { kind: 'statement.corrected', appliedAt: null, payload: { generatedWh: '-5', consumedWh: ['1', '-1'] } },
  ])
})
