import { stopTestServer } from '@heliobond/db'
import { afterAll, afterEach, expect, test } from 'vitest'
import { GRACE, HOUR, type Said, startTown, type Town } from './town.test-helper.ts'

let town: Town
afterEach(() => town.close())
afterAll(() => stopTestServer())

const hour = (hours: bigint) => town.start + hours * HOUR
/** The site has generated and exported, the parties consumed. */
const said = (seq: bigint, at: bigint, generated: bigint, exported: bigint, consumed: bigint): Said[] => [
  { meter: town.site, seq, at, wh: generated, exportedWh: exported },
  ...town.loads.map((meter) => ({ meter, seq, at, wh: consumed })),
]
const credits = () => town.database.prisma.exportCredit.findMany({ orderBy: { statementIndex: 'asc' } })
const exportDue = () => town.read<bigint>('energy', 'export_due', { system: town.systemId })

test('exports that the utility pays for are billed to it, never netted against what the parties owe', async () => {
  town = await startTown()
  await town.until(hour(1n))
  await town.deliver(...said(0n, hour(0n), 0n, 0n, 0n), ...said(1n, hour(1n), 1_000n, 400n, 500n))
  await town.settle()
  // 600 Wh were delivered to the parties, at 0.25 a kWh; 400 were sold, at 0.10.
  expect((await town.bills()).map((bill) => [bill.delivered_wh, bill.due_stroops, bill.credited_wh])).toEqual([
    [300n, 750_000n, 0n],
    [300n, 750_000n, 0n],
  ])
  expect(await credits()).toMatchObject([
    { statementIndex: 1, exportedWh: 400n, priceStroops: 1_000_000n, dueStroops: 400_000n },
  ])
  expect(await exportDue()).toBe(400_000n)
})

test('exports that the utility credits are a line of their own on the bill of who has the account with it', async () => {
  town = await startTown({ netMetering: 1 })
  await town.until(hour(1n))
  await town.deliver(...said(0n, hour(0n), 0n, 0n, 0n), ...said(1n, hour(1n), 1_000n, 400n, 500n))
  await town.settle()
  // The clinic's utility bill was lowered by 400 Wh: it passes that on, at the export price.
  expect(await town.bills()).toMatchObject([
    { party_index: 0, delivered_wh: 300n, credited_wh: 0n, due_stroops: 750_000n },
    { party_index: 1, delivered_wh: 300n, credited_wh: 400n, due_stroops: 1_150_000n },
  ])
  expect(await credits()).toEqual([])
  expect(await exportDue()).toBe(0n)
})

test('more exported than was recorded, told late, is credited late: by a correction', async () => {
  town = await startTown()
  await town.until(hour(1n))
  await town.deliver(...said(0n, hour(0n), 0n, 0n, 0n), ...said(1n, hour(1n), 1_000n, 400n, 500n))
  await town.settle()
  await town.until(hour(2n) + GRACE)
  await town.deliver(...said(2n, hour(2n), 0n, 0n, 900n).slice(1))
  await town.settle()
  await town.until(hour(3n))
  await town.deliver({ meter: town.site, seq: 3n, at: hour(3n), wh: 3_000n, exportedWh: 1_400n })
  await town.deliver(...said(3n, hour(3n), 0n, 0n, 1_000n).slice(1))
  await town.settle()
  const [, silent, after] = await town.statements()
  expect(silent).toMatchObject({ generated_wh: 0n, exported_wh: 0n, quality: 1 })
  expect(after).toMatchObject({ exported_wh: 500n, exported_correction_wh: 500n, generated_correction_wh: 1_000n })
  expect(await credits()).toMatchObject([
    { exportedWh: 400n },
    { statementIndex: 3, exportedWh: 1_000n, dueStroops: 1_000_000n },
  ])
})

test('bills of a stale tariff are provisional, and trued up when the price is known, each once', async () => {
  const hours = 8n
  town = await startTown({ maxAgeSeconds: 2n * HOUR })
  await town.until(hour(0n))
  await town.deliver(...said(0n, hour(0n), 0n, 0n, 0n))
  for (let at = 1n; at <= hours; at += 1n) {
    await town.until(hour(at))
    await town.deliver(...said(at, hour(at), 100n * at, 0n, 100n * at))
    await town.settle()
  }
  const stale = (await town.bills()).filter(({ provisional }) => provisional)
  // Two hours after its confirmation the price is stale.
  expect(stale.map(({ statement_index }) => statement_index)).toEqual([2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8])
  // It had been another price since the third hour.
  await town.setPrice('RETAIL', 3_000_000n, hour(2n))
  await town.settle()
  const trueUps = () => town.database.prisma.trueUp.findMany({ orderBy: { statementIndex: 'asc' } })
  expect((await trueUps()).map((row) => [row.statementIndex, row.priceStroops])).toContainEqual([3, 3_000_000n])
  await town.until(hour(hours + 1n))
  await town.deliver(...said(hours + 1n, hour(hours + 1n), 900n, 0n, 900n))
  await town.settle()
  const adjusted = (await town.bills()).filter(({ statement_index }) => statement_index === 9)
  // Six hours of 50 Wh for each party, at half a stroop more the watt-hour.
  expect(adjusted.map(({ adjustment_milli }) => adjustment_milli)).toEqual([150_000_000n, 150_000_000n])
  const sum = (await trueUps()).reduce(
    (total, { adjustmentsMilli }) => total + BigInt((adjustmentsMilli as string[])[0] ?? 0),
    0n,
  )
  expect(sum).toBe(150_000_000n)
})
