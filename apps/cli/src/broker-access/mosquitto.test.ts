import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mqtt from 'mqtt'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeAccess } from './write-access.ts'

const MOSQUITTO = ['/usr/sbin/mosquitto', '/usr/local/sbin/mosquitto', '/opt/homebrew/sbin/mosquitto'].find((path) =>
  existsSync(path),
)
if (!MOSQUITTO && process.env.HELIOBOND_REQUIRE_ALL === '1') {
  throw new Error('HELIOBOND_REQUIRE_ALL=1, but mosquitto is not installed')
}

const METERS = [
  { id: 7, systemId: 3, revoked: false },
  { id: 8, systemId: 3, revoked: false },
]

describe.skipIf(!MOSQUITTO)('a real Mosquitto with the written files', () => {
  let folder: string
  let url: string
  let broker: ChildProcess
  const clients: mqtt.MqttClient[] = []

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'heliobond-access-'))
    await writeAccess(folder, METERS, new Set())
    const port = await freePort()
    url = `mqtt://127.0.0.1:${port}`
    const config = join(folder, 'mosquitto.conf')
    await writeFile(
      config,
      `listener ${port} 127.0.0.1\nallow_anonymous false\npassword_file ${join(folder, 'passwords')}\nacl_file ${join(folder, 'topics')}\nlog_type none\n`,
    )
    // As root, Mosquitto runs as a user of its own, who must be able to read them.
    await chmod(folder, 0o755)
    for (const name of ['passwords', 'topics']) await chmod(join(folder, name), 0o644)
    broker = spawn(MOSQUITTO ?? '', ['-c', config], { stdio: 'ignore' })
    await until(async () => (await connect('nobody', 'wrong')) !== 'ECONNREFUSED')
  })
  afterAll(async () => {
    for (const client of clients) client.end(true)
    if (broker && broker.exitCode === null) {
      const gone = new Promise((resolve) => broker.once('exit', resolve))
      broker.kill('SIGKILL')
      await gone
    }
    await rm(folder, { recursive: true, force: true })
  })

  /** A connected client, or why there is none. */
  function connect(username: string, password: string): Promise<mqtt.MqttClient | string> {
    const client = mqtt.connect(url, { username, password, reconnectPeriod: 0, protocolVersion: 5 })
    clients.push(client)
    return new Promise((resolve) => {
      client.once('connect', () => resolve(client))
      client.once('error', (error) => resolve((error as NodeJS.ErrnoException).code?.toString() ?? error.message))
    })
  }
  async function account(name: string): Promise<mqtt.MqttClient> {
    const file = JSON.parse(await readFile(join(folder, 'accounts', `${name}.json`), 'utf8'))
    const client = await connect(file.username, file.password)
    if (typeof client === 'string') throw new Error(`${name} is refused: ${client}`)
    return client
  }

  test('its own meters reach the platform; what one says in the name of another reaches nobody', async () => {
    const platform = await account('platform')
    const heard: string[] = []
    platform.on('message', (topic, payload) => heard.push(`${topic} ${payload}`))
    await platform.subscribeAsync('$share/ingest/heliobond/v1/+/+/reading', { qos: 1 })
    const seven = await account('meter-7')
    await seven.publishAsync('heliobond/v1/3/8/reading', 'forged', { qos: 1 }).catch(() => undefined)
    await seven.publishAsync('heliobond/v1/3/7/reading', 'own', { qos: 1 })
    await until(async () => heard.length > 0)
    expect(heard).toEqual(['heliobond/v1/3/7/reading own'])
  })

  test('nobody but the platform acknowledges a reading, and a meter hears its own acknowledgements only', async () => {
    const [platform, seven, eight] = [await account('platform'), await account('meter-7'), await account('meter-8')]
    const heard: string[] = []
    seven.on('message', (topic, payload) => heard.push(`${topic} ${payload}`))
    await seven.subscribeAsync(['heliobond/v1/3/7/ack', 'heliobond/v1/3/8/ack'], { qos: 1 }).catch(() => undefined)
    await eight.publishAsync('heliobond/v1/3/7/ack', 'forged', { qos: 1 }).catch(() => undefined)
    await platform.publishAsync('heliobond/v1/3/8/ack', 'of another', { qos: 1 })
    await platform.publishAsync('heliobond/v1/3/7/ack', 'stored', { qos: 1 })
    await until(async () => heard.length > 0)
    expect(heard).toEqual(['heliobond/v1/3/7/ack stored'])
  })

  test('a wrong password and no account are refused', async () => {
    expect(await connect('meter-7', 'wrong')).toBeTypeOf('string')
    expect(await connect('meter-9', 'wrong')).toBeTypeOf('string')
  })

  test('passwords stand in the clear in files of the owner alone; a second run keeps them and ends what is revoked', async () => {
    const path = join(folder, 'accounts', 'meter-7.json')
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    const before = await readFile(join(folder, 'passwords'), 'utf8')
    expect(before).not.toContain(JSON.parse(await readFile(path, 'utf8')).password)
    const change = await writeAccess(
      folder,
      METERS.map((meter) => ({ ...meter, revoked: meter.id === 8 })),
      new Set(),
    )
    expect(change).toEqual({ issue: [], keep: ['platform', 'meter-7'], end: ['meter-8'] })
    expect(before).toContain(await readFile(join(folder, 'passwords'), 'utf8'))
    expect(await readdir(join(folder, 'accounts'))).not.toContain('meter-8.json')
  })
})

async function until(holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 10_000
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('it did not come true in 10 s')
    await new Promise((resolve) => setTimeout(resolve, 20))
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
