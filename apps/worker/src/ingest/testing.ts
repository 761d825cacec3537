/** For the tests and benchmarks of ingest: meters that sign, devices that remember acknowledgements, a real Mosquitto. */
import { type ChildProcess, spawn } from 'node:child_process'
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect as connectTcp, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '@heliobond/db'
import { type Reading, type ReadingDomain, readingJson, readingSignedBytes } from '@heliobond/domain'
import mqtt, { type MqttClient } from 'mqtt'
import type { AckMessage } from './acks.ts'
import { ackTopic } from './topics.ts'

/** A meter with its own key: one reading a minute, 100 Wh each. */
export interface TestMeter {
  readonly id: number
  readonly system: number
  readonly publicKey: Uint8Array<ArrayBuffer>
  sign(fields: Partial<Omit<Reading, 'signature'>> & { seq: bigint }): Reading
}

export function createMeter(id: number, system: number, startAt: bigint, domain: ReadingDomain): TestMeter {
  const pair = generateKeyPairSync('ed25519')
  const publicKey = rawPublicKey(pair.publicKey)
  return {
    id,
    system,
    publicKey,
    sign(fields) {
      const body = {
        ...{ system, meter: id, epoch: 1, at: startAt + fields.seq * 60n },
        ...{ generatedWh: fields.seq * 100n, consumedWh: 0n, exportedWh: 0n },
        ...fields,
      }
      return { ...body, signature: new Uint8Array(sign(null, readingSignedBytes(body, domain), pair.privateKey)) }
    },
  }
}

function rawPublicKey(key: KeyObject): Uint8Array<ArrayBuffer> {
  const { x } = key.export({ format: 'jwk' })
  return new Uint8Array(Buffer.from(x ?? '', 'base64url'))
}

export const registerMeter = (database: Database, { id, system, publicKey }: TestMeter) =>
  database.prisma.meter.create({ data: { id, systemId: system, kind: 'combined', publicKey, capacityW: 10_000 } })

export const readingTopic = ({ system, meter }: Reading) => `heliobond/v1/${system}/${meter}/reading`

export const readingPayload = (reading: Reading) => JSON.stringify(readingJson(reading))

/** A device's end of the line: publishes, and collects what the platform acknowledges. */
export interface TestDevice {
  readonly client: MqttClient
  readonly acks: { topic: string; message: AckMessage }[]
  publish(reading: Reading): Promise<unknown>
  /** True if an acknowledgement says that this reading is stored. */
  isStored(reading: Reading): boolean
  close(): Promise<void>
}

export async function connectDevice(url: string): Promise<TestDevice> {
  const client = await mqtt.connectAsync(url, { protocolVersion: 4, reconnectPeriod: 100 })
  client.on('error', () => undefined)
  const acks: { topic: string; message: AckMessage }[] = []
  client.on('message', (topic, payload) => acks.push({ topic, message: JSON.parse(payload.toString()) as AckMessage }))
  await client.subscribeAsync('heliobond/v1/+/+/ack', { qos: 1 })
  return {
    client,
    acks,
    publish: (reading) => client.publishAsync(readingTopic(reading), readingPayload(reading), { qos: 1 }),
    isStored: ({ system, meter, epoch, seq }) =>
      acks.some(
        ({ topic, message }) =>
          topic === ackTopic(system, meter) &&
          message.epoch === epoch &&
          message.stored.some(([from, to]) => BigInt(from) <= seq && seq <= BigInt(to)),
      ),
    close: () => client.endAsync(true),
  }
}

export async function eventually(holds: () => boolean | Promise<boolean>, timeoutMs = 15_000): Promise<void> {
  const deadline = performance.now() + timeoutMs
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error('what was waited for did not happen')
    await sleep(10)
  }
}

const MOSQUITTO = ['/usr/sbin/mosquitto', '/usr/local/sbin/mosquitto', '/opt/homebrew/sbin/mosquitto'].find((path) =>
  existsSync(path),
)

/** False where no Mosquitto is installed; throws instead where HELIOBOND_REQUIRE_ALL=1 wants everything tested. */
export function hasMosquitto(): boolean {
  if (!MOSQUITTO && process.env.HELIOBOND_REQUIRE_ALL === '1') {
    throw new Error('HELIOBOND_REQUIRE_ALL=1, but mosquitto is not installed')
  }
  if (!MOSQUITTO) console.warn('mosquitto is not installed: ingest is tested with the embedded broker only')
  return MOSQUITTO !== undefined
}

export interface Mosquitto {
  url: string
  /** SIGKILL: it loses what it held. */
  kill(): Promise<void>
  restart(): Promise<void>
  close(): Promise<void>
}

/** A real Mosquitto on a free port, without limits on its queues. */
export async function startMosquitto(): Promise<Mosquitto> {
  if (!MOSQUITTO) throw new Error('mosquitto is not installed')
  const program = MOSQUITTO
  const folder = await mkdtemp(join(tmpdir(), 'heliobond-mosquitto-'))
  // As root, Mosquitto runs as a user of its own, who must be able to enter.
  await chmod(folder, 0o755)
  const port = await freePort()
  const config = join(folder, 'mosquitto.conf')
  await writeFile(
    config,
    `listener ${port} 127.0.0.1\nallow_anonymous true\nmax_queued_messages 0\nset_tcp_nodelay true\nlog_type none\n`,
  )
  let child: ChildProcess
  const start = async () => {
    child = spawn(program, ['-c', config], { stdio: 'ignore' })
    await eventually(() => accepts(port))
  }
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await gone
  }
  await start()
  return {
    url: `mqtt://127.0.0.1:${port}`,
    kill,
    restart: start,
    async close() {
      await kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connectTcp(port, '127.0.0.1')
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}
