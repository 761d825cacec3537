import { type Reading, type ReadingDomain, readingJson, readingSignedBytes } from '@heliobond/domain'
import mqtt, { type MqttClient } from 'mqtt'

/** Signs what a meter says. The key stays with the meter. */
export interface MeterKey {
  sign(bytes: Uint8Array): Uint8Array | Promise<Uint8Array>
}

/** One meter of the fleet, with its key. */
export interface FleetMeter {
  readonly system: number
  readonly meter: number
  readonly epoch: number
  readonly key: MeterKey
  /** The number of its next reading; 0 for a new meter. */
  readonly nextSeq?: bigint
}

/** A reading before it has a number and a signature. */
export type Registers = Pick<Reading, 'at' | 'generatedWh' | 'consumedWh' | 'exportedWh' | 'powerW'>

/** The server refused a reading of this fleet: a fault of the fleet or of its data, never to be passed over. */
export class ReadingRefusedError extends Error {}

/** How many readings of one meter may wait for their acknowledgement. */
const WINDOW = 2_000
/** Without any acknowledgement for so long, everything unacknowledged is sent again. */
const RESEND_MS = 3_000

interface Ack {
  readonly epoch: number
  readonly stored: readonly (readonly [string, string])[]
  readonly refused: readonly { readonly seq: string; readonly code: string }[]
}

/**
 * Meters that store and forward: a reading is kept until Heliobond itself acknowledges it, and sent again when it does not. What the
 * broker says of it promises nothing.
 */
export class MeterFleet {
  readonly #domain: ReadingDomain
  readonly #meters: MeterLine[]
  #client: MqttClient | null = null
  #failure: Error | null = null
  acknowledged = 0
  /** Hears of every acknowledged reading, as it was said; set by who keeps a second set of books. */
  onAcknowledged: (meter: number, message: string) => void = () => undefined

  constructor(meters: readonly FleetMeter[], domain: ReadingDomain) {
    this.#domain = domain
    this.#meters = meters.map((meter) => new MeterLine(meter))
  }

  async connect(url: string): Promise<void> {
    const client = await mqtt.connectAsync(url, { clientId: `fleet-${process.pid}`, clean: true, resubscribe: true })
    client.on('message', (topic, payload) => this.#onAck(topic, payload))
    await client.subscribeAsync(
      this.#meters.map((line) => line.topic('ack')),
      { qos: 1 },
    )
    this.#client = client
  }

  /** Signs and queues one reading of the meter at that position. The number follows the last one's. */
  async add(position: number, registers: Registers): Promise<void> {
    const line = this.#meters[position]
    if (!line) throw new RangeError(`no meter ${position}`)
    const { system, meter, epoch, key } = line.meter
    const unsigned = { system, meter, epoch, seq: line.nextSeq, ...registers }
    line.nextSeq += 1n
    const signature = await key.sign(readingSignedBytes(unsigned, this.#domain))
    line.pending.set(unsigned.seq, JSON.stringify(readingJson({ ...unsigned, signature })))
  }

  /** Sends everything queued and waits until all of it is acknowledged. @throws {ReadingRefusedError} when any is refused. */
  async flush(): Promise<void> {
    const client = this.#client
    if (!client) throw new Error('the fleet is not connected')
    let quietSince = performance.now()
    let seen = this.acknowledged
    for (const line of this.#meters) line.sentUpTo = line.ackedUpTo
    while (this.#meters.some((line) => line.pending.size > 0)) {
      if (this.#failure) throw this.#failure
      if (this.#client !== client) throw new Error('the fleet was closed before everything was acknowledged')
      for (const line of this.#meters) line.send(client)
      await new Promise((resolve) => setTimeout(resolve, 5))
      if (this.acknowledged !== seen) {
        seen = this.acknowledged
        quietSince = performance.now()
      } else if (performance.now() - quietSince > RESEND_MS) {
        for (const line of this.#meters) line.sendAllAgain()
        quietSince = performance.now()
      }
    }
  }

  async close(): Promise<void> {
    const client = this.#client
    this.#client = null
    await client?.endAsync()
  }

  #onAck(topic: string, payload: Uint8Array): void {
    const line = this.#meters.find((one) => one.topic('ack') === topic)
    if (!line) return
    const ack = JSON.parse(Buffer.from(payload).toString('utf8')) as Ack
    for (const { seq, code } of ack.refused)
      this.#failure = new ReadingRefusedError(`reading ${seq} of meter ${line.meter.meter} was refused: ${code}`)
    for (const [from, to] of ack.stored)
      for (const message of line.forget(BigInt(from), BigInt(to))) {
        this.acknowledged += 1
        this.onAcknowledged(line.meter.meter, message)
      }
  }
}

class MeterLine {
  readonly meter: FleetMeter
  readonly pending = new Map<bigint, string>()
  nextSeq = 0n
  sentUpTo = -1n
  ackedUpTo = -1n
  #inFlight = 0

  constructor(meter: FleetMeter) {
    this.meter = meter
    this.nextSeq = meter.nextSeq ?? 0n
    this.sentUpTo = this.nextSeq - 1n
    this.ackedUpTo = this.nextSeq - 1n
  }

  topic(kind: 'reading' | 'ack'): string {
    return `heliobond/v1/${this.meter.system}/${this.meter.meter}/${kind}`
  }

  send(client: MqttClient): void {
    for (let seq = this.sentUpTo + 1n; seq < this.nextSeq && this.#inFlight < WINDOW; seq += 1n) {
      this.sentUpTo = seq
      const message = this.pending.get(seq)
      if (message === undefined) continue
      this.#inFlight += 1
      client.publish(this.topic('reading'), message, { qos: 1 })
    }
  }

  sendAllAgain(): void {
    this.#inFlight = 0
    this.sentUpTo = -1n
    for (const seq of this.pending.keys()) {
      this.sentUpTo = seq - 1n
      break
    }
  }

  forget(from: bigint, to: bigint): string[] {
    const forgotten: string[] = []
    for (let seq = from; seq <= to; seq += 1n) {
      const message = this.pending.get(seq)
      if (message === undefined) continue
      this.pending.delete(seq)
      forgotten.push(message)
      this.#inFlight = Math.max(0, this.#inFlight - 1)
      if (seq > this.ackedUpTo) this.ackedUpTo = seq
    }
    return forgotten
  }
}
