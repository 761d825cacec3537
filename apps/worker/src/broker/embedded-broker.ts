/**
 * An MQTT 3.1.1 broker in this process, for machines that have none. It keeps nothing on disk: devices keep a reading
 * until we acknowledge it, so nothing need be kept here.
 *
 * For one machine and few devices. A public installation runs Mosquitto or EMQX, with TLS, accounts and limits.
 */
import { randomBytes } from 'node:crypto'
import { createServer, type Socket } from 'node:net'
import { Aedes, type AedesOptions, type Client } from 'aedes'
import { isAckTopic } from '../ingest/topics.ts'

export interface EmbeddedBrokerOptions {
  /** TCP port; 0 for any free one. */
  port: number
  /** Address to listen on; this machine only by default. */
  host?: string
}

export interface EmbeddedBroker {
  port: number
  /** For devices. */
  url: string
  /** For our ingest role, with credentials made for this run: only it may publish acknowledgements. Never log it. */
  serviceUrl: string
  close(): Promise<void>
}

const SERVICE_USER = 'heliobond-service'

/** Acknowledgements, Sparkplug B commands and the host's state, and what is the broker's own: they bear no signature of a meter's. */
const isPlatformTopic = (topic: string): boolean =>
  isAckTopic(topic) ||
  topic.startsWith('$') ||
  topic.startsWith('spBv1.0/STATE/') ||
  /^spBv1\.0\/[^/]*\/[ND]CMD\//.test(topic)

/**
 * Starts a broker.
 *
 * Anyone who reaches it may publish readings, since those carry the meter's signature. Acknowledgements carry none and make
 * a device forget, so they may come from the platform only.
 *
 * @throws if the port is taken.
 */
export async function startEmbeddedBroker({
  port,
  host = '127.0.0.1',
}: EmbeddedBrokerOptions): Promise<EmbeddedBroker> {
  const password = randomBytes(24).toString('base64url')
  const service = new WeakSet<Client>()
  const authenticate: AedesOptions['authenticate'] = (client, username, given, done) => {
    if (username === SERVICE_USER && given?.toString() !== password) return done(null, false)
    if (username === SERVICE_USER) service.add(client)
    done(null, true)
  }
  const authorizePublish: AedesOptions['authorizePublish'] = (client, packet, done) => {
    if (client && !service.has(client)) {
      if (isPlatformTopic(packet.topic)) return done(new Error('not for devices to say'))
      // A retained message would outlive its sender in memory.
      packet.retain = false
    }
    done(null)
  }
  const aedes = await Aedes.createBroker({ authenticate, authorizePublish, concurrency: 1_000 })
  const sockets = new Set<Socket>()
  // Small packets both ways: Nagle's algorithm would hold each up to 40 ms for the other side's delayed ACK.
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    // The broker reports broken connections by its own events; an unheard one would end the process.
    socket.on('error', () => undefined)
    aedes.handle(socket)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve())
  })
  const address = server.address()
  const bound = typeof address === 'object' && address !== null ? address.port : port
  return {
    port: bound,
    url: `mqtt://127.0.0.1:${bound}`,
    serviceUrl: `mqtt://${SERVICE_USER}:${password}@127.0.0.1:${bound}`,
    async close() {
      await new Promise<void>((resolve) => aedes.close(resolve))
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}
