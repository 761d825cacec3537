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

export interface MosquittoOptions {
  /** TLS for its listener: a certificate for localhost, its key, and the authority that clients' certificates must come from. PEM. */
  readonly tls?: {
    readonly ca: string
    readonly cert: string
    readonly key: string
    readonly clientsMustProve: boolean
  }
  /** Accounts by name, and the rules of `acl_file`. Without them anybody may do anything. */
  readonly access?: { readonly passwords: string; readonly rules: string }
}

/** A real Mosquitto on a free port, without limits on its queues. */
export async function startMosquitto({ tls, access }: MosquittoOptions = {}): Promise<Mosquitto> {
  if (!MOSQUITTO) throw new Error('mosquitto is not installed')
  const program = MOSQUITTO
  const folder = await mkdtemp(join(tmpdir(), 'heliobond-mosquitto-'))
  // As root, Mosquitto runs as a user of its own, who must be able to enter.
  await chmod(folder, 0o755)
  const port = await freePort()
  const config = join(folder, 'mosquitto.conf')
  const file = async (name: string, text: string) => {
    await writeFile(join(folder, name), text)
    // It reads them as its own user.
    await chmod(join(folder, name), 0o644)
    return join(folder, name)
  }
  const lines = [`listener ${port} 127.0.0.1`, 'max_queued_messages 0', 'set_tcp_nodelay true', 'log_type none']
  if (tls)
    lines.push(
      `cafile ${await file('ca.pem', tls.ca)}`,
      `certfile ${await file('cert.pem', tls.cert)}`,
      `keyfile ${await file('key.pem', tls.key)}`,
      `require_certificate ${tls.clientsMustProve}`,
    )
  if (access)
    lines.push(
      `password_file ${await file('passwords', access.passwords)}`,
      `acl_file ${await file('rules', access.rules)}`,
    )
  lines.push(`allow_anonymous ${access === undefined}`)
  await writeFile(config, `${lines.join('\n')}\n`)
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
    url: tls ? `mqtts://localhost:${port}` : `mqtt://127.0.0.1:${port}`,
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
