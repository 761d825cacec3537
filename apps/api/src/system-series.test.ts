import { createReadingStore, stopTestServer } from '@heliobond/db'
import { formatUtcSeconds } from '@heliobond/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { START, seedSystem } from './seed.test-helper.ts'
import { openTestApi, type TestApi } from './testing.test-helper.ts'

let api: TestApi

beforeAll(async () => {
  api = await openTestApi()
  await seedSystem(api.database, 1, true)
  // The site meter makes 100 Wh each half-hour, the load meter uses 30; both were there before the first bucket.
  for (let half = -2n; half <= 48n; half += 1n) {
    await read(10, 1, half + 3n, START + half * 1_800n, { generatedWh: (half + 2n) * 100n, consumedWh: 0n }, 200)
    // Silent from six to nine o'clock: what it used meanwhile shows once it speaks again.
    if (half > 12n && half < 18n) continue
    await read(11, 1, half + 3n, START + half * 1_800n, { generatedWh: 0n, consumedWh: (half + 2n) * 30n })
  }
})
afterAll(async () => {
  await api?.close()
  await stopTestServer()
})

async function read(
  meter: number,
  epoch: number,
  seq: bigint,
  at: bigint,
  registers: { generatedWh: bigint; consumedWh: bigint },
  powerW?: number,
): Promise<void> {
  const row = await api.database.prisma.meter.findUniqueOrThrow({ where: { id: meter } })
  const signature = new Uint8Array(64)
  const reading = { system: 1, meter, epoch, seq, at, ...registers, exportedWh: 0n, signature, powerW }
  const [outcome] = await createReadingStore(api.database.pool).insertBatch(
    [{ reading, publicKey: new Uint8Array(row.publicKey) }],
    START + 10_000_000n,
  )
  expect(outcome?.outcome).toBe('stored')
}

const energy = async (from: bigint, to: bigint, step: string, status = 200) =>
  api.get(`/v1/systems/1/energy?from=${formatUtcSeconds(from)}&to=${formatUtcSeconds(to)}&step=${step}`, status)

describe('/v1/systems/{id}/energy', () => {
  test('gives each bucket what the registers rose in it', async () => {
    const { data, modelled } = await energy(START, START + 7_200n, 'hour')
    expect(modelled).toBe(true)
    expect(data).toEqual([
      {
        from: '2026-01-01T00:00:00Z',
        to: '2026-01-01T01:00:00Z',
        generatedWh: '200',
        exportedWh: '0',
        consumedWh: ['60'],
      },
      {
        from: '2026-01-01T01:00:00Z',
        to: '2026-01-01T02:00:00Z',
        generatedWh: '200',
        exportedWh: '0',
        consumedWh: ['60'],
      },
    ])
  })

  test('loses nothing over a gap: it stands where the meter spoke again', async () => {
    const { data } = await energy(START, START + 86_400n, 'hour')
    const consumed = data.map((bucket: { consumedWh: string[] }) => Number(bucket.consumedWh[0]))
    expect(consumed.slice(5, 10)).toEqual([60, 0, 0, 180, 60])
    expect(consumed.reduce((sum: number, wh: number) => sum + wh, 0)).toBe(48 * 30)
  })

  test('counts a meter that was replaced from its own first reading', async () => {
    await api.database.prisma.meter.update({ where: { id: 11 }, data: { epoch: 2 } })
    await read(11, 2, 1n, START + 90_000n, { generatedWh: 0n, consumedWh: 5_000n })
    await read(11, 2, 2n, START + 93_600n, { generatedWh: 0n, consumedWh: 5_017n })
    const { data } = await energy(START + 84_600n, START + 95_400n, 'half-hour')
    const consumed = data.map((bucket: { consumedWh: string[] }) => Number(bucket.consumedWh[0]))
    expect(consumed).toEqual([30, 0, 0, 0, 17, 0])
  })

  test.each([
    ['backwards', START + 10n, START, 'hour'],
    ['of too many buckets', START, START + 3_600n * 24n * 365n, 'quarter-hour'],
    ['of an unknown step', START, START + 3_600n, 'second'],
  ])('%s is refused', async (_, from, to, step) => {
    expect((await energy(from, to, step, 400)).code).toBe('HELIOBOND_INVALID_REQUEST')
  })
})

test('/v1/systems/{id}/live says what each meter said last', async () => {
  const { meters } = await api.get('/v1/systems/1/live')
  expect(meters).toEqual([
    { meter: 10, kind: 'site', partyIndex: null, at: '2026-01-02T00:00:00Z', powerW: 200 },
    { meter: 11, kind: 'load', partyIndex: 0, at: '2026-01-02T02:00:00Z', powerW: null },
  ])
})
