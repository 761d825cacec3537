import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { account, createKey } from '@heliobond/chain'
import type { Reading } from '@heliobond/domain'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Agent, startAgent } from '../agent/agent.ts'
import { openIdentity, paths } from '../agent/identity.ts'
import { type Cable, startCable } from '../cable.test-helper.ts'
import { parseConfig } from '../config/config.ts'
import { meterKey } from '../key/meter-key.ts'
import { type MapServer, startMapServer } from '../source/sunspec/sunspec.test-helper.ts'
import { ownAccount } from './account-key.ts'
import {
  CRITICAL_FLOOR_W,
  type DirectWorld,
  DUE_SECONDS,
  GRACE_SECONDS,
  startDirectWorld,
} from './direct.test-helper.ts'
import { openEnergyLink } from './energy-link.ts'

const [CLINIC, GYM, POOL] = [0, 1, 2]

/** Where the sun stands high now: the contract bills what is generated. */
const NOON = { latitude: 0, longitude: (((12 - new Date().getUTCHours()) * 15 + 540) % 360) - 180 }

let world: DirectWorld
let cable: Cable
let relays: MapServer
let folder: string
let agent: Agent | undefined
const meters: number[] = []
/** The turned part of the clock, the network's and the device's. */
let turned = 0

beforeAll(async () => {
  world = await startDirectWorld({ mode: { everySeconds: 1 } })
  cable = await startCable(Number(new URL(world.net.rpcUrl).port))
})
afterAll(async () => {
  await cable.close()
  await world.close()
})
beforeEach(async () => {
  relays = await startMapServer()
  for (const coil of [CLINIC, GYM, POOL]) relays.coils.set(coil, false)
  folder = mkdtempSync(join(tmpdir(), 'heliobond-direct-'))
})
afterEach(async () => {
  await agent?.close()
  agent = undefined
  for (const meter of meters.splice(0)) await world.revoke(meter)
  await relays.close()
  rmSync(folder, { recursive: true })
})

/** Ledgers that were passed over when the clock was turned last, and the ledger that stood before. */
let leap = { before: 0, ledgers: 0 }

function advance(seconds: number): void {
  const before = standing()
  turned += seconds
  world.net.advance({ seconds })
  leap = { before, ledgers: standing() - before - 1 }
}

const standing = () => world.net.core.latestLedger().sequence

const circuit = (name: string, coil: number, watts: number, more: object = {}) => ({
  ...{ name, watts, ...more },
  relay: { kind: 'modbus-coil', host: '127.0.0.1', port: relays.port, coil },
})

function configOf(meter: number, changes: object = {}, control: object = {}) {
  return parseConfig(
    JSON.stringify({
      ...{ system: world.system, meter, kind: 'Combined', capacityW: 100_000, readingSeconds: 1 },
      network: { passphrase: world.net.passphrase, energyContract: world.energyContract },
      clock: { synchronizedFile: null, settleSeconds: 0 },
      source: { kind: 'model', startAt: '2026-07-01T04:00:00Z', peakW: 50_000, loadW: 20_000, ...NOON },
      direct: { rpcUrl: `http://127.0.0.1:${cable.port}/rpc` },
      control: {
        party: 0,
        circuits: [
          circuit('clinic', CLINIC, 1_000, { critical: true }),
          circuit('pool', POOL, 400),
          circuit('gym', GYM, 2_000),
        ],
        ...{ confirmSeconds: 0, minOnSeconds: 0, minOffSeconds: 0, decisionSeconds: 3_600, staleSeconds: 3 },
        ...control,
      },
      ...changes,
    }),
    folder,
  )
}

async function enrolled(changes: object = {}, control: object = {}) {
  const { key, store } = openIdentity(configOf(1))
  const last = store.last()
  store.close()
  expect(last).toBeUndefined()
  const meter = await world.register(key.publicKey)
  meters.push(meter)
  rmSync(paths(configOf(1).dataDir).store)
  const config = configOf(meter, changes, control)
  openIdentity(config, { newStore: true }).store.close()
  if (config.direct) await world.net.fund(ownAccount(config.direct.accountKeyFile).address)
  return config
}

const clock = () => ({
  ...{ wallSeconds: Date.now() / 1_000 + turned, monotonicMs: performance.now() + turned * 1_000 },
  synchronized: undefined,
})

/** The agent's log, and at which ledger the network stood when each line was written. */
function recorder() {
  const lines: { readonly msg: string; readonly standing: number; readonly [field: string]: unknown }[] = []
  const write = (text: string) => lines.push({ ...JSON.parse(text), standing: standing() })
  return { lines, log: pino({ level: 'debug' }, { write }) }
}

async function until(what: () => boolean | Promise<boolean>, patienceMs = 20_000): Promise<void> {
  for (const start = performance.now(); !(await what()); await sleep(20)) {
    if (performance.now() - start > patienceMs) throw new Error(`never: ${what}`)
  }
}

const coils = () => ({ clinic: relays.coils.get(CLINIC), pool: relays.coils.get(POOL), gym: relays.coils.get(GYM) })
const ALL_FED = { clinic: false, pool: false, gym: false }
// 1,500 W are critical; the clinic takes 1,000, the pool's pump fits into the rest, the gym does not.
const SHED = { clinic: false, pool: false, gym: true }

test('reports, sheds when the contract finds a breach, restores when it is cured: two ledgers from reading to relay', async () => {
  // A ledger takes one report: with a reading a ledger they would queue on a busy machine.
  const config = await enrolled({ readingSeconds: 3 })
  const { lines, log } = recorder()
  agent = await startAgent(config, log, { clock, pollMs: 20 })
  await until(() => lines.some(({ msg }) => msg === 'reported'))
  expect(coils()).toEqual(ALL_FED)

  // The hour ends, a bill falls due, the period of grace passes: only the meter's own reports close the interval.
  advance(7_200)
  await until(async () => (await world.owed()) > 0n)
  advance(DUE_SECONDS + GRACE_SECONDS + 5)
  await until(() => coils().gym === true)
  expect(coils()).toEqual(SHED)
  expect(agent.status().control).toMatchObject({ mode: 'SellToGrid', reason: 'decided' })

  const isMove = (line: (typeof lines)[number]) =>
    line.msg === 'switched' && line.circuit === 'gym' && line.position === 'none'
  await until(() => lines.some(isMove))
  const moved = lines.find(isMove)
  const word = lines.find(({ msg, hash }) => msg === 'reported' && hash === moved?.hash)
  const taken = lines.find(({ msg, seq }) => msg === 'reading stored' && seq === word?.seq)
  if (!moved || !word || !taken) throw new Error('the log does not tell how the gym went off')
  // Its report may have been under way when the clock was turned: what nobody lived through does not count.
  const leapt = taken.standing <= leap.before ? leap.ledgers : 0
  expect(moved.standing - taken.standing - leapt).toBeLessThanOrEqual(2)
  // The log names the ledger and the transaction; the ledger has it.
  const [logged] = agent.status().control?.log ?? []
  expect(logged).toMatchObject({ mode: 'SellToGrid', state: 'Breach', hash: word.hash, ledger: word.ledger })
  expect(JSON.parse(logged?.circuits ?? '')).toEqual({ clinic: 'own', pool: 'own', gym: 'none' })
  expect(logged?.criticalFloorW).toBe(`${CRITICAL_FLOOR_W}`)

  await world.payBills(await world.owed())
  await until(() => coils().gym === false)
  expect(coils()).toEqual(ALL_FED)
  expect(
    lines.filter(({ msg, circuit, position }) => msg === 'switched' && circuit === 'clinic' && position !== 'own'),
  ).toEqual([])
}, 90_000)

test('a stolen, a replayed and a foreign report change nothing', async () => {
  const config = await enrolled()
  const { lines, log } = recorder()
  agent = await startAgent(config, log, { clock, pollMs: 20 })
  await until(() => lines.filter(({ msg }) => msg === 'reported').length >= 2)
  await agent.close()
  agent = undefined
  const head = await world.energy.read('meter_head', { system: world.system, meter: config.meter })
  if (!head) throw new Error('the contract knows no reading')

  const thief = await world.account()
  const link = openEnergyLink(
    {
      ...{ rpcUrl: world.net.rpcUrl, passphrase: world.net.passphrase, pollMs: 20 },
      energyContract: world.energyContract,
      system: world.system,
    },
    { own: thief, sponsor: undefined, baseFeeStroops: 100n, onSending: () => undefined },
  )
  const own = meterKey(createPrivateKey(readFileSync(paths(config.dataDir).key, 'utf8')))
  const unsigned = (seq: bigint, generatedWh: bigint): Omit<Reading, 'signature'> => ({
    ...{ system: world.system, meter: config.meter, epoch: 1, seq, at: head.at },
    ...{ generatedWh, consumedWh: head.consumed_wh, exportedWh: head.exported_wh },
  })
  // The very reading that the contract has, sent by somebody else.
  expect(await link.report(own.sign(unsigned(head.seq, head.generated_wh), config.domain))).toEqual({ kind: 'known' })
  const stolen = meterKey(generateKeyPairSync('ed25519').privateKey).sign(
    unsigned(head.seq + 1n, head.generated_wh),
    config.domain,
  )
  expect(await link.report(stolen)).toMatchObject({ kind: 'later', code: 'CALL_FAILED' })
  const elsewhere = { ...config.domain, energyContractId: new Uint8Array(32).fill(7) }
  const foreign = own.sign(unsigned(head.seq + 1n, head.generated_wh), elsewhere)
  expect(await link.report(foreign)).toMatchObject({ kind: 'later', code: 'CALL_FAILED' })
  const back = own.sign(unsigned(head.seq + 1n, head.generated_wh - 1n), config.domain)
  expect(await link.report(back)).toEqual({ kind: 'refused', code: 'RegisterFell' })
  expect(await world.energy.read('meter_head', { system: world.system, meter: config.meter })).toEqual(head)
}, 60_000)

test('with the network gone readings wait in order, what was decided holds for a while, then every circuit is fed', async () => {
  // Of a party in breach: the network's word is to sell.
  // Two readings wait well before the word is stale, also on a busy machine.
  const config = await enrolled({ readingSeconds: 2 }, { staleSeconds: 8 })
  const { lines, log } = recorder()
  agent = await startAgent(config, log, { clock, pollMs: 20 })
  await until(() => lines.some(({ msg }) => msg === 'reported'))
  advance(7_200)
  await until(async () => (await world.owed()) > 0n)
  advance(DUE_SECONDS + GRACE_SECONDS + 5)
  await until(() => coils().gym === true)

  cable.cut()
  const goneAt = performance.now()
  await until(() => (agent?.status().store.pending ?? 0) >= 2)
  expect(coils()).toEqual(SHED)
  await until(() => coils().gym === false)
  expect(performance.now() - goneAt).toBeGreaterThan(2_000)
  expect(agent.status().control).toMatchObject({ mode: 'in doubt', reason: 'no word' })

  cable.mend()
  await until(() => agent?.status().store.pending === 0, 60_000)
  const reported = lines.filter(({ msg }) => msg === 'reported').map(({ seq }) => Number(seq))
  expect(reported).toEqual(reported.map((_, index) => index))
  await until(() => coils().gym === true)
  expect(
    lines.filter(({ msg, circuit, position }) => msg === 'switched' && circuit === 'clinic' && position !== 'own'),
  ).toEqual([])
  await world.payBills(await world.owed())
}, 120_000)

test('an act of force majeure islands the building and outlasts the network until its own end', async () => {
  const config = await enrolled({}, { staleSeconds: 1 })
  const { lines, log } = recorder()
  agent = await startAgent(config, log, { clock, pollMs: 20 })
  await until(() => lines.some(({ msg }) => msg === 'reported'))
  await world.suspend(600n, 'Shed')
  await until(() => coils().gym === true)
  expect(coils()).toEqual(SHED)
  cable.cut()
  await sleep(2_500)
  expect(agent.status().control).toMatchObject({ mode: 'Shed', reason: 'act of force majeure' })
  turned += 601
  await until(() => coils().gym === false)
  expect(coils()).toEqual(ALL_FED)
  cable.mend()
  world.net.advance({ seconds: 601 })
}, 60_000)

test('a sponsor pays, and the device needs no lumens to spend', async () => {
  const sponsorFile = join(folder, 'sponsor.key')
  const config = await enrolled({ control: undefined })
  if (!config.direct) throw new Error('not direct')
  const own = ownAccount(config.direct.accountKeyFile)
  const { secret, signer } = createKey()
  await world.net.fund(signer.address)
  writeFileSync(sponsorFile, secret, { mode: 0o600 })
  const before = await balanceOf(own.address)
  const { lines, log } = recorder()
  const direct = { ...config.direct, sponsorKeyFile: sponsorFile }
  agent = await startAgent({ ...config, direct }, log, { clock, pollMs: 20 })
  await until(() => lines.some(({ msg }) => msg === 'reported'))
  expect(await balanceOf(own.address)).toBe(before)
  expect(await balanceOf(signer.address)).toBeLessThan(10_000n * 10_000_000n)
}, 60_000)

async function balanceOf(address: string): Promise<bigint> {
  return (await account(world.chain, address))?.balanceStroops ?? 0n
}
