/**
 * A week in a town whose devices lose power, network and broker at random: the real agents in processes of their own, the real
 * ingest, settlement and contracts.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { stopTestServer } from '@heliobond/db'
import { contractIdFromStrkey, formatUtcSeconds, utcSeconds } from '@heliobond/domain'
import { type EmbeddedBroker, type Ingest, startEmbeddedBroker, startIngest } from '@heliobond/worker'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTown, type Town } from '../../../worker/src/settle/town.test-helper.ts'
import { type Cable, startCable } from '../cable.test-helper.ts'
import { chance } from '../chance.test-helper.ts'
import { parseConfig } from '../config/config.ts'
import { modelSource } from '../source/model-source.ts'
import { openIdentity, paths } from './identity.ts'
import { openRehearsal } from './week-clock.test-helper.ts'

const WEEK_SECONDS = 7 * 86_400
/** Time moves by so much in a step, and a step takes so long at least. */
const STEP_SECONDS = 900n
const STEP_MS = 30
const SPEED = (Number(STEP_SECONDS) * 1_000) / STEP_MS
const STEPS_A_DAY = 96
const INTERVAL_SECONDS = 12 * 3_600
/** What waits after a day without a cable is more. */
const MOST_READINGS = 60
/** The devices are there before the first interval begins. */
const LEAD_SECONDS = 1_800n
/** Longest that anything may take that time does not stand still for. */
const PATIENCE_MS = 120_000
const MEGABYTE = 1_048_576
const SEED = process.env.HELIOBOND_SEED ?? `${Math.floor(Math.random() * 1e9)}`

let town: Town
let folder: string
let broker: EmbeddedBroker
let ingest: Ingest
let brokerPort = 0
const closers: (() => Promise<unknown>)[] = []

beforeAll(async () => {
  town = await startTown({ intervals: { kind: 'seconds', seconds: `${INTERVAL_SECONDS}` } })
  folder = mkdtempSync(join(tmpdir(), 'heliobond-week-'))
  await startPlatform()
})
afterAll(async () => {
  for (const closer of closers.reverse()) await closer()
  await stopPlatform()
  await town.close()
  await stopTestServer()
  rmSync(folder, { recursive: true, force: true })
})

async function startPlatform(): Promise<void> {
  const energy = contractIdFromStrkey(town.energy)
  if (!energy.ok) throw new Error(town.energy)
  broker = await startEmbeddedBroker({ port: brokerPort })
  brokerPort = broker.port
  ingest = startIngest({
    ...{ database: town.database, mqttUrl: broker.serviceUrl, networkPassphrase: town.net.passphrase },
    ...{ energyContractId: energy.value, now: () => town.chain.now(), log: pino({ level: 'silent' }) },
    onFatal: (error) => {
      throw error
    },
  })
}
async function stopPlatform(): Promise<void> {
  await ingest.close()
  await broker.close()
}

async function until(what: () => Promise<boolean>): Promise<void> {
  for (const start = performance.now(); !(await what()); await sleep(20)) {
    if (performance.now() - start > PATIENCE_MS) throw new Error(`never: ${what}`)
  }
}

/** A device in its cabinet: can lose its power and its cable. */
class Device {
  readonly meter: number
  readonly cable: Cable
  readonly text: string
  readonly folder: string
  readonly source: Parameters<typeof modelSource>[0]
  kills = 0
  mostBytes = 0
  #child: ChildProcess | undefined
  readonly #clockFile: string

  constructor(meter: number, kind: 'Site' | 'Load', cable: Cable, clockFile: string) {
    this.meter = meter
    this.cable = cable
    this.#clockFile = clockFile
    this.folder = join(folder, `${meter}`)
    mkdirSync(this.folder)
    const startAt = formatUtcSeconds(town.start - LEAD_SECONDS)
    const place = { latitude: 0, longitude: 0 }
    this.source = { kind: 'model', startAt, ...place, peakW: 9_000, loadW: 2_000, seed: meter }
    this.text = JSON.stringify({
      ...{ system: town.systemId, meter, kind, capacityW: 10_000_000, readingSeconds: Number(STEP_SECONDS) },
      network: { passphrase: town.net.passphrase, energyContract: town.energy },
      clock: { synchronizedFile: null, settleSeconds: 0 },
      source: this.source,
      mqtt: { url: `mqtt://127.0.0.1:${cable.port}` },
      store: { maxReadings: MOST_READINGS, maxMegabytes: 1 },
    })
  }

  /** Makes key and store, as enrolment does. @returns the public key */
  enrol(): Uint8Array {
    const { key, store } = openIdentity(parseConfig(this.text, this.folder))
    store.close()
    return key.publicKey
  }

  get isOn(): boolean {
    return this.#child !== undefined
  }

  /** Resolves once the agent runs. */
  async powerOn(): Promise<void> {
    const args = [this.text, this.folder, this.#clockFile, `${SPEED}`]
    this.#child = fork(new URL('./week-child.test-helper.ts', import.meta.url), args, {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    await once(this.#child, 'message', { signal: AbortSignal.timeout(PATIENCE_MS) })
  }

  async powerOff(): Promise<void> {
    const child = this.#child
    this.#child = undefined
    if (!child) return
    this.kills += 1
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await gone
    this.measure()
  }

  /** What its card holds now: everything, the log beside the store too. */
  measure(): void {
    const { store } = paths(parseConfig(this.text, this.folder).dataDir)
    const data = join(store, '..')
    const bytes = readdirSync(data).reduce((sum, name) => sum + statSync(join(data, name)).size, 0)
    this.mostBytes = Math.max(this.mostBytes, bytes)
  }

  /** What waits on its card, oldest first, and what it says of itself; read beside the running agent, as SQLite allows. */
  card() {
    const { store } = paths(parseConfig(this.text, this.folder).dataDir)
    const database = new DatabaseSync(store, { readOnly: true })
    try {
      const waiting = database.prepare('select seq, body from reading order by epoch, seq').all()
      const last = database.prepare('select seq, at from last_reading').get()
      const thinned = database.prepare("select value from counter where name = 'thinned'").get()
      return {
        waiting: waiting.map(({ seq, body }) => ({ seq: Number(seq), at: utcSeconds(JSON.parse(`${body}`).at) ?? 0n })),
        lastSeq: Number(last?.seq ?? -1),
        lastAt: BigInt(Number(last?.at ?? 0)),
        thinned: Number(thinned?.value ?? 0),
      }
    } finally {
      database.close()
    }
  }
}

test(`through a week of cuts every interval is billed once and registers end exactly right (seed ${SEED})`, async () => {
  const draw = chance(Number(SEED))
  const clockFile = join(folder, 'clock')
  const clock = openRehearsal(clockFile, town.start - LEAD_SECONDS)
  closers.push(async () => clock.close())
  await town.until(clock.now())
  const devices: Device[] = []
  for (const [place, meter] of town.meters.entries()) {
    const cable = await startCable(brokerPort)
    closers.push(() => cable.close())
    const device = new Device(meter, place === 0 ? 'Site' : 'Load', cable, clockFile)
    closers.push(() => device.powerOff())
    const publicKey = new Uint8Array(device.enrol())
    await town.database.prisma.meter.update({ where: { id: meter }, data: { publicKey } })
    devices.push(device)
  }
  const lateOne = devices.at(-1)
  await Promise.all(devices.map((device) => device.powerOn()))

  /** What is to happen at a later step. */
  const agenda: { step: number; act: () => unknown }[] = []
  let step = 0
  async function pass(): Promise<void> {
    step += 1
    // The network's time first: no reading is from its future.
    town.net.advance({ seconds: Number(STEP_SECONDS) })
    clock.set(clock.now() + STEP_SECONDS)
    for (const { act } of agenda.filter((one) => one.step === step)) await act()
    await sleep(STEP_MS)
  }
  const haveAllRead = () => devices.every((device) => device.card().lastAt >= clock.now())
  /** Lets everybody take a reading at the new moment, as far as they are not behind. @returns whether all did. */
  async function passSlowly(): Promise<boolean> {
    await pass()
    for (let looks = 0; !haveAllRead() && looks < 100; looks++) await sleep(20)
    return haveAllRead()
  }
  while (clock.now() < town.start) await passSlowly()
  // What is counted begins here.
  expect(haveAllRead()).toBe(true)
  const later = (steps: number, act: () => unknown) => agenda.push({ step: step + 1 + steps, act })

  const end = town.start + BigInt(WEEK_SECONDS)
  const day = (number: number) => Math.ceil((Number(LEAD_SECONDS) + number * 86_400) / Number(STEP_SECONDS))
  // One device's cable is pulled for two days: more than its store holds.
  let isLongCut = false
  agenda.push({ step: day(2), act: () => lateOne?.cable.cut() })
  agenda.push({ step: day(2), act: () => (isLongCut = true) })
  agenda.push({ step: day(4), act: () => (isLongCut = false) })
  agenda.push({ step: day(4), act: () => lateOne?.cable.mend() })

  const count = { 'power cut': 0, 'cable pulled': 0, 'broker away': 0 }
  let isBrokerThere = true
  async function cutPower(device: Device): Promise<void> {
    if (!device.isOn) return
    count['power cut'] += 1
    await device.powerOff()
    later(draw(12), () => device.powerOn())
  }
  // No week spares one of them.
  for (const device of devices) agenda.push({ step: day(1) + draw(5 * STEPS_A_DAY), act: () => cutPower(device) })
  while (clock.now() < end) {
    await pass()
    // Once a day what is due is settled, while time stands still. Silent meters are estimated, and trued up; the last day is settled once everything is there.
    if (step % STEPS_A_DAY === 0 && clock.now() < end - 86_400n) await town.settle()
    const device = devices[draw(devices.length)]
    if (!device || draw(16) > 0) continue
    device.measure()
    const event = draw(10)
    if (event < 3) {
      await cutPower(device)
    } else if (event < 8) {
      count['cable pulled'] += 1
      device.cable.cut()
      later(draw(25), () => !(isLongCut && device === lateOne) && device.cable.mend())
    } else if (isBrokerThere) {
      count['broker away'] += 1
      isBrokerThere = false
      await stopPlatform()
      later(draw(15), async () => {
        await startPlatform()
        isBrokerThere = true
      })
    }
  }

  // Everybody is well again: what waited goes out, and the week's last interval ends with readings.
  while (agenda.some((one) => one.step > step)) await pass()
  const isDelivered = () => devices.every((device) => device.card().waiting.length === 0)
  const isBoundary = () => (clock.now() - town.start) % BigInt(INTERVAL_SECONDS) === 0n
  await until(async () => (await passSlowly()) && isBoundary())
  const ended = clock.now()
  // The interval is over for everybody once they have spoken beyond it.
  await until(passSlowly)
  await until(async () => isDelivered())
  for (const device of devices) await device.powerOff()
  await town.settle()

  const statements = await town.statements()
  expect(ended).toBeGreaterThanOrEqual(end)
  expect(statements.at(-1)).toMatchObject({ to_at: ended, quality: 0 })
  // Every interval once: one statement ends where the next begins.
  expect(statements.map(({ index }) => index)).toEqual(statements.map((_, place) => place + 1))
  expect(statements.map(({ from_at }) => from_at)).toEqual([
    town.start,
    ...statements.slice(0, -1).map(({ to_at }) => to_at),
  ])
  const bills = await town.bills()
  const billed = bills.map((bill) => `${bill.statement_index}/${bill.party_index}`)
  expect(new Set(billed).size).toBe(billed.length)
  expect(billed.length).toBe(2 * statements.length)

  // What was booked is what flowed, to the watt-hour: the registers at the end less those at the start.
  const flowed = async (device: Device | undefined, name: 'generated' | 'exported' | 'consumed') => {
    if (!device) throw new Error('no device')
    const at = async (seconds: bigint) => {
      const read = await modelSource(device.source).read(seconds)
      return read.ok ? (read.value.counters[name]?.raw ?? 0n) : 0n
    }
    return (await at(ended)) - (await at(town.start))
  }
  const sum = (of: (statement: (typeof statements)[number]) => bigint) =>
    statements.reduce((all, one) => all + of(one), 0n)
  const [site, school, clinic] = devices
  expect(sum((one) => one.generated_wh + one.generated_correction_wh)).toBe(await flowed(site, 'generated'))
  expect(sum((one) => one.exported_wh + one.exported_correction_wh)).toBe(await flowed(site, 'exported'))
  expect(sum((one) => BigInt(one.consumed_wh[0] ?? 0))).toBe(await flowed(school, 'consumed'))
  expect(sum((one) => BigInt(one.consumed_wh[1] ?? 0))).toBe(await flowed(clinic, 'consumed'))

  for (const device of devices) {
    const rows = await town.database.prisma.reading.findMany({ where: { meterId: device.meter } })
    const { waiting, lastSeq, thinned } = device.card()
    const numbers = [...rows.map(({ seq }) => Number(seq)), ...waiting.map(({ seq }) => seq)]
    expect(new Set(rows.map(({ seq }) => seq)).size).toBe(rows.length)
    // Stored there, or still here, or given up by the full store: nothing else is missing. (It may give up what is stored.)
    expect(lastSeq + 1 - new Set(numbers).size).toBeLessThanOrEqual(thinned)
    // A megabyte for the store, one for the log beside it, and the key.
    expect(device.mostBytes).toBeLessThan(2.2 * MEGABYTE)
    expect(device.kills).toBeGreaterThan(1)
  }
  expect(devices.at(-1)?.card().thinned).toBeGreaterThan(0)
  // No number came with two contents, no register fell.
  expect(await town.database.prisma.quarantine.findMany()).toEqual([])
  console.log(`week: seed ${SEED}, ${JSON.stringify(count)}, ${statements.length} statements, ${bills.length} bills`)
}, 600_000)
