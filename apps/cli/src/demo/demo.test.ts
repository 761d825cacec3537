import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { lookup } from '@heliobond/chain'
import { formatUtcSeconds } from '@heliobond/domain'
import { createContext, rebuild } from '@heliobond/worker'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { pino } from 'pino'
import { describe, expect, test } from 'vitest'
import { demo } from './demo.ts'
import { type DemoOptions, parseDemoOptions } from './options.ts'
import type { DemoParts } from './parts.ts'
import type { DemoReport } from './report.ts'
import { quiet, seeded, shortOptions } from './short-life.test-helper.ts'

/** A measured year, where there is one: half-hours of one house in Sydney, published by its grid operator. */
const MEASURED_YEAR =
  process.env.HELIOBOND_METER_DATA ??
  fileURLToPath(new URL('../../../../../shared/data/ausgrid-customer-12.csv', import.meta.url))

const sum = (amounts: readonly string[]) => amounts.reduce((total, amount) => total + BigInt(amount), 0n)

async function validator() {
  const schema = JSON.parse(await readFile(new URL('./report.schema.json', import.meta.url), 'utf8'))
  return new Ajv2020({ strict: true, allErrors: true }).compile(schema)
}

/** Lives a bond and expects what holds of every one, whatever its terms. */
async function expectWholeLife(options: DemoOptions): Promise<DemoReport> {
  const report = await demo(options, { progress: quiet() }, async (finished, parts) => {
    await expectOnNetwork(finished, parts)
    await expectFreeAfterwards(finished, parts)
    await expectRebuiltSame(parts)
  })
  const validate = await validator()
  // As read from the file that --report writes.
  validate(JSON.parse(JSON.stringify(report)))
  expect(validate.errors).toBeNull()

  expect(report.reconciliation.checks.filter((check) => !check.ok)).toEqual([])
  expect(report.reconciliation.differenceStroops).toBe('0')
  expect(report.ownership.map(({ party, ownedBps }) => [party, ownedBps])).toEqual([
    ['school', 7_000],
    ['clinic', 3_000],
  ])
  const { escrowBalance: _, ...buckets } = report.buckets
  expect(sum(Object.values(buckets))).toBe(sum(report.collections.map(({ stroops }) => stroops)))
  for (const { stroops, buckets: own } of report.collections) expect(sum(Object.values(own))).toBe(BigInt(stroops))
  for (const { index, totalStroops, claims } of report.coupons)
    expect(sum(claims.map(({ stroops }) => stroops)), `coupon ${index}`).toBe(BigInt(totalStroops))
  for (const { number, dueStroops, creditStroops } of report.bills) {
    const paid = report.payments.filter(({ bill }) => bill === number)
    expect(BigInt(creditStroops) + sum(paid.map(({ receivedStroops }) => receivedStroops)), `bill ${number}`).toBe(
      BigInt(dueStroops),
    )
    expect(paid.length).toBeLessThanOrEqual(1)
  }
  const { payments } = report.redemption
  expect(sum(payments.map(({ paidStroops }) => paidStroops))).toBe(options.principalStroops)
  expect(new Set(payments.map(({ holder }) => holder)).size).toBe(payments.length)
  return report
}

/** Every transaction that the report names is in a ledger, and did what it was sent for. */
async function expectOnNetwork(report: DemoReport, { chain }: DemoParts): Promise<void> {
  const hashes = new Set<string>()
  JSON.stringify(report, (key, value) => {
    if (key === 'txHash') hashes.add(value)
    return value
  })
  expect(hashes.size).toBeGreaterThan(10)
  for (const hash of hashes) expect((await lookup(chain, hash)).kind, hash).toBe('success')
}

/** Energy is the parties' own from the day the debt was closed. */
async function expectFreeAfterwards(report: DemoReport, { database }: DemoParts): Promise<void> {
  const { rows } = await database.pool.query<{ call_date: bigint | null }>('SELECT call_date FROM offering')
  const closed = rows[0]?.call_date
  if (closed === null || closed === undefined) throw new Error('the bond was not called')
  const since = formatUtcSeconds(closed)
  const free = report.bills.filter(({ from }) => from >= since)
  expect(free.length).toBeGreaterThanOrEqual(4)
  expect(free.filter(({ dueStroops }) => dueStroops !== '0')).toEqual([])
  expect(free.some(({ deliveredWh }) => deliveredWh !== '0')).toBe(true)
  expect(report.bills.filter(({ from, dueStroops }) => from < since && dueStroops !== '0').length).toBeGreaterThan(0)
}

/** All projections, dropped and derived anew, are what they were: from the network's own events, and from our log of them. */
async function expectRebuiltSame({ database, chainConfig, secretKey }: DemoParts): Promise<void> {
  const log = pino({ level: 'silent' })
  const context = createContext({ database, chain: chainConfig, routes: [], secretKey, log })
  for (const source of ['chain', 'log'] as const) {
    const { differences, events, rows } = await rebuild(context, { source })
    expect(differences, source).toEqual([])
    expect(events).toBeGreaterThan(50)
    expect(rows).toBeGreaterThan(100)
  }
}

describe('the whole life of a bond', () => {
  const seed = Number(process.env.HELIOBOND_TEST_SEED ?? Date.now() % 1_000_000)
  console.log(`demo test: HELIOBOND_TEST_SEED=${seed}`)
  const random = seeded(seed)
  const between = (least: number, most: number) => Math.floor(least + random() * (most - least + 1))

  /** Terms drawn at random, such that one to three coupons repay the bond. */
  function randomTerms(): string[] {
    const scale = between(20, 120)
    const tariffMills = between(60, 400)
    // A kWp makes some 1,500 kWh a year, of which the two use about half.
    const yearly = (scale * 750 * tariffMills) / 1_000
    return [
      ...['--scale', `${scale}`, '--consumption-scale', `${between(15, 30)}`],
      ...['--principal', `${Math.max(100, Math.floor((yearly * between(20, 100)) / 100))}`],
      ...['--coupon-bps', `${between(0, 900)}`, '--tariff', `${tariffMills / 1_000}`],
      ...['--export-tariff', `${between(0, 120) / 1_000}`, '--operations', `${between(0, Math.floor(yearly / 20))}`],
      ...['--max-years', '8'],
    ]
  }

  test.each([1, 2])(
    'reconciles to the stroop on terms drawn at random (%i)',
    async () => {
      const terms = randomTerms()
      console.log(`terms: ${terms.join(' ')}`)
      const report = await expectWholeLife(await shortOptions(480, terms))
      expect(report.meterData.source).toMatch(/^measured: /)
    },
    400_000,
  )

  test('reconciles when the principal is repaid with the first coupon', async () => {
    const report = await expectWholeLife(await shortOptions(240, ['--principal', '1000']))
    expect(report.coupons).toHaveLength(1)
    expect(report.redemption.payments).toHaveLength(3)
  }, 400_000)

  test('reconciles when the coupon is nothing', async () => {
    const report = await expectWholeLife(await shortOptions(240, ['--principal', '1000', '--coupon-bps', '0']))
    expect(report.coupons).toMatchObject([{ totalStroops: '0', claims: [] }])
  }, 400_000)

  test('reconciles over a measured year', async ({ skip }) => {
    if (!existsSync(MEASURED_YEAR)) skip(`there is no measured year at ${MEASURED_YEAR} (HELIOBOND_METER_DATA)`)
    const report = await expectWholeLife(parseDemoOptions(['--meter-data', MEASURED_YEAR, '--principal', '30000'], {}))
    expect(report.meterData.modelled).toBe(false)
    expect(report.coupons.length).toBeGreaterThan(1)
    expect(report.redemption.payments).toHaveLength(4)
    expect(report.energy.readings).toBeGreaterThan(17_520)
  }, 400_000)
})
