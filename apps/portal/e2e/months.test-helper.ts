import type { StagedWorld } from './world.test-helper.ts'

const DAYS = 60n
const DAY_SECONDS = 86_400n
/** Two months of sun, and more than the first coupon in bills. */
const GENERATED_WH = 30_000_000n

/** What a meter of the site can make in two months of the brightest sun: pays what the example's bond owes in two intervals. */
const BRIGHT_WH = 140_000_000n
const MOST_ROUNDS = 5

/** Two more intervals are measured and billed: all that the bond owes. After {@link measureTwoMonths}. */
export async function measureBrightMonths({ api }: StagedWorld, work: () => Promise<void>): Promise<void> {
  const { prisma } = api.database
  const { systemId } = await prisma.offering.findUniqueOrThrow({ where: { id: api.stage.live } })
  const settled = async () => (await prisma.system.findUniqueOrThrow({ where: { id: systemId } })).nextFrom
  const from = await settled()
  for (const passed of [1n, 2n]) {
    const generatedWh = GENERATED_WH + passed * BRIGHT_WH
    const consumed = generatedWh / 2n
    const at = from + passed * DAYS * DAY_SECONDS
    await api.measure({ at, generatedWh, exportedWh: 0n, consumedWh: [consumed, consumed] })
    // A statement waits for the meters, and the next one for it.
    for (let rounds = 0; (await settled()) < at; rounds += 1) {
      if (rounds === MOST_ROUNDS)
        throw new Error(`what was measured until ${at} is settled until ${await settled()} only`)
      const now = await api.stage.chain.now()
      api.stage.localnet.advance({ seconds: 1_800 + Number(at > now ? at - now : 0n) })
      await work()
    }
  }
}

/** Two months of measured energy become bills and certificates. Once for all tests of a world. */
export async function measureTwoMonths({ api }: StagedWorld): Promise<void> {
  const { prisma } = api.database
  // One statement of two months instead of thousands of a quarter of an hour.
  const key = `project:${api.stage.live}`
  const project = (await prisma.setting.findUniqueOrThrow({ where: { key } })).value as Record<string, object>
  const value = { ...project, intervals: { ...project.intervals, seconds: String(DAYS * DAY_SECONDS) } }
  await prisma.setting.update({ where: { key }, data: { value } })
  const { systemId } = await prisma.offering.findUniqueOrThrow({ where: { id: api.stage.live } })
  const { nextFrom } = await prisma.system.findUniqueOrThrow({ where: { id: systemId } })
  const end = nextFrom + DAYS * DAY_SECONDS
  const now = await api.stage.chain.now()
  await api.measure({ at: nextFrom, generatedWh: 0n, exportedWh: 0n, consumedWh: [0n, 0n] })
  if (now < end) api.stage.localnet.advance({ seconds: Number(end - now) })
  const consumed = GENERATED_WH / 2n
  await api.measure({ at: end, generatedWh: GENERATED_WH, exportedWh: 0n, consumedWh: [consumed, consumed] })
  api.stage.localnet.advance({ seconds: 1_800 })
  await api.work()
}
