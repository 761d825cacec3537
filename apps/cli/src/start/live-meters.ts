import { contractIdFromStrkey, max, min, networkId } from '@heliobond/domain'
import type { Project } from '@heliobond/worker'
import { MeterFleet } from '../meters/fleet.ts'
import { siteHalfHour } from '../meters/site.ts'
import { EXAMPLE_SCALES, examplePeople, exampleYear } from './example.ts'
import type { Parts } from './parts.ts'

const HALF_HOUR_SECONDS = 1_800n
const SPEAK_MS = 5_000
/** After a pause the meters tell what they measured meanwhile in steps of this, so that every interval gets its own energy. */
const CATCH_UP_SECONDS = 300n
/** After a longer one, which is billed by the day or the month, in longer steps. */
const LONG_PAUSE_SECONDS = 86_400n
const LONG_STEP_SECONDS = 21_600n

export interface LiveMeters {
  /** Resolves once the meters have told, and ingest has stored, what they measured until now. */
  catchUp(): Promise<void>
  close(): Promise<void>
}

interface Shown {
  generatedWh: bigint
  exportedWh: bigint
  consumedWh: [bigint, bigint]
}

/**
 * The example's meters, speaking every five seconds by the network's clock. They go on where the last start left them: each meter's last
 * acknowledged reading is where its registers stand. After a pause they have measured what the model makes of it.
 */
export async function startLiveMeters(parts: Parts, project: Project): Promise<LiveMeters> {
  const { database, chain, log } = parts
  const year = exampleYear()
  const start = BigInt(project.settings.schedule[0]?.start ?? 0)
  const fleet = await connectFleet(parts, project)
  const heads = await database.prisma.meterHead.findMany({
    where: { meterId: { in: project.meters.map((meter) => meter.id) } },
  })
  const headOf = (position: number) => heads.find((head) => head.meterId === project.meters[position]?.id)
  const shown: Shown = {
    generatedWh: headOf(0)?.generatedWh ?? 0n,
    exportedWh: headOf(0)?.exportedWh ?? 0n,
    consumedWh: [headOf(1)?.consumedWh ?? 0n, headOf(2)?.consumedWh ?? 0n],
  }
  let at = heads.reduce((latest, head) => max(latest, head.at), start)
  const remainders = { generated: 0n, exported: 0n, consumed: [0n, 0n] as [bigint, bigint] }
  let stopped = false
  let working: Promise<void> = heads.length === 0 ? add(start, 0).then(() => fleet.flush()) : Promise.resolve()

  /** Lets the model run up to `until`, a half-hour at a time; fractions of a watt-hour are kept for the next time. */
  function run(until: bigint): number {
    let powerW = 0
    while (at < until) {
      const index = (at - start) / HALF_HOUR_SECONDS
      const slotEnd = start + (index + 1n) * HALF_HOUR_SECONDS
      const to = slotEnd < until ? slotEnd : until
      const half = siteHalfHour(year, EXAMPLE_SCALES, Number(index))
      const part = (wh: bigint, carried: bigint) => wh * (to - at) + carried
      const generated = part(half.generatedWh, remainders.generated)
      const exported = part(half.exportedWh, remainders.exported)
      shown.generatedWh += generated / HALF_HOUR_SECONDS
      remainders.generated = generated % HALF_HOUR_SECONDS
      shown.exportedWh += exported / HALF_HOUR_SECONDS
      remainders.exported = exported % HALF_HOUR_SECONDS
      for (const party of [0, 1] as const) {
        const consumed = part(half.consumedWh[party], remainders.consumed[party])
        shown.consumedWh[party] += consumed / HALF_HOUR_SECONDS
        remainders.consumed[party] = consumed % HALF_HOUR_SECONDS
      }
      powerW = Number(half.generatedWh) * 2
      at = to
    }
    return powerW
  }

  async function add(now: bigint, powerW: number): Promise<void> {
    const { generatedWh, exportedWh, consumedWh } = shown
    await fleet.add(0, { at: now, generatedWh, exportedWh, consumedWh: 0n, powerW })
    for (const party of [0, 1] as const)
      await fleet.add(1 + party, { at: now, generatedWh: 0n, exportedWh: 0n, consumedWh: consumedWh[party] })
  }

  async function speakUpTo(now: bigint): Promise<void> {
    while (at < now) {
      const step = now - at > LONG_PAUSE_SECONDS ? LONG_STEP_SECONDS : CATCH_UP_SECONDS
      const next = min(at + step, now)
      await add(next, run(next))
    }
    await fleet.flush()
  }

  function speak(): Promise<void> {
    working = working
      .then(async () => {
        const now = await chain.now()
        if (stopped || now <= at) return
        await speakUpTo(now)
      })
      .catch((error: unknown) => {
        if (!stopped) log.error({ err: error }, 'a live meter could not report')
      })
    return working
  }

  const timer = setInterval(speak, SPEAK_MS)
  return {
    catchUp: speak,
    async close() {
      stopped = true
      clearInterval(timer)
      // What is unacknowledged is measured again at the next start; waiting for a broker that is going down would hang.
      await fleet.close()
      await working
    },
  }
}

async function connectFleet(parts: Parts, project: Project): Promise<MeterFleet> {
  const energy = contractIdFromStrkey(project.settings.energy)
  if (!energy.ok) throw new Error(`not a contract: ${project.settings.energy}`)
  const people = await examplePeople(parts)
  const heads = await parts.database.prisma.meterHead.findMany()
  const next = new Map(heads.map((head) => [head.meterId, head.seq + 1n]))
  const names = ['meter.site', ...project.parties.map((party) => `meter.load.${party.index}`)]
  const fleet = new MeterFleet(
    project.meters.map((meter, position) => ({
      system: project.systemId,
      meter: meter.id,
      epoch: 1,
      key: people.signer(names[position] ?? ''),
      nextSeq: next.get(meter.id) ?? 0n,
    })),
    { networkId: networkId(parts.chainConfig.passphrase), energyContractId: energy.value },
  )
  await fleet.connect(parts.mqttUrl)
  return fleet
}
