/** For benchmark.ts: a thread that sends pre-signed readings as fast as the broker takes them, and counts acknowledgements. */
import { once } from 'node:events'
import { connect } from 'node:net'
import { parentPort, workerData } from 'node:worker_threads'
import mqtt from 'mqtt'
import type { AckMessage } from './acks.ts'

const { host, port, packets, expected } = workerData as {
  host: string
  port: number
  packets: Uint8Array[]
  /** Readings that must be acknowledged; 0 to count none. */
  expected: number
}

/** CONNECT of MQTT 3.1.1 with a clean session and the client id `load`. */
const CONNECT = Buffer.from([0x10, 16, 0, 4, ...Buffer.from('MQTT'), 4, 2, 0, 60, 0, 4, ...Buffer.from('load')])

let acknowledged = 0
const acks = await mqtt.connectAsync(`mqtt://${host}:${port}`)
const complete = new Promise<void>((resolve) => {
  acks.on('message', (_, payload) => {
    const { stored } = JSON.parse(payload.toString()) as AckMessage
    for (const [from, to] of stored) acknowledged += Number(BigInt(to) - BigInt(from)) + 1
    if (acknowledged >= expected) resolve()
  })
})
await acks.subscribeAsync('heliobond/v1/+/+/ack', { qos: 1 })

const socket = connect(port, host)
// The broker's PUBACKs promise nothing: they are read and forgotten.
socket.resume()
socket.write(CONNECT)
await once(socket, 'data')
parentPort?.postMessage('started')
for (const packet of packets) if (!socket.write(packet)) await once(socket, 'drain')
if (expected > 0) await complete
// Both connections stay open until the thread is terminated: what is still in the socket must reach the broker.
parentPort?.postMessage('acknowledged')
