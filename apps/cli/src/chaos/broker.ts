import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedBroker } from '@heliobond/worker'

/** A broker that can be taken away and brought back at the same address. */
export interface ShakyBroker {
  readonly name: 'mosquitto' | 'embedded'
  /** For devices. */
  readonly url: string
  /** For the platform. */
  readonly serviceUrl: string
  /** Ends it without a word to anybody and starts it again: what it held is gone. Null where it lives in this process. */
  readonly restart: (() => Promise<void>) | null
  close(): Promise<void>
}

const MOSQUITTO = ['/usr/sbin/mosquitto', '/usr/local/sbin/mosquitto', '/opt/homebrew/sbin/mosquitto'].find((path) =>
  existsSync(path),
)

/** Mosquitto where it is installed, killed with SIGKILL; elsewhere the embedded broker, whose credentials are of one run, so that it stays. */
export function startShakyBroker(): Promise<ShakyBroker> {
  if (MOSQUITTO) return startMosquitto(MOSQUITTO)
  if (process.env.HELIOBOND_REQUIRE_ALL === '1')
    throw new Error('HELIOBOND_REQUIRE_ALL=1, but mosquitto is not installed')
  return startEmbedded()
}

async function startMosquitto(program: string): Promise<ShakyBroker> {
  const folder = await mkdtemp(join(tmpdir(), 'heliobond-chaos-mosquitto-'))
  // As root, Mosquitto runs as a user of its own, who must be able to enter.
  await chmod(folder, 0o755)
  const port = await freePort()
  const config = join(folder, 'mosquitto.conf')
  await writeFile(
    config,
    `listener ${port} 127.0.0.1\nallow_anonymous true\nmax_queued_messages 0\nset_tcp_nodelay true\nlog_type none\n`,
  )
  const url = `mqtt://127.0.0.1:${port}`
  let child: ChildProcess
  const start = async () => {
    child = spawn(program, ['-c', config], { stdio: 'ignore' })
    while (!(await accepts(port))) await new Promise((resolve) => setTimeout(resolve, 10))
  }
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await gone
  }
  await start()
  return {
    name: 'mosquitto',
    url,
    serviceUrl: url,
    async restart() {
      await kill()
      await start()
    },
    async close() {
      await kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function startEmbedded(): Promise<ShakyBroker> {
  const broker = await startEmbeddedBroker({ port: 0 })
  return {
    name: 'embedded',
    url: broker.url,
    serviceUrl: broker.serviceUrl,
    restart: null,
    close: () => broker.close(),
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
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
