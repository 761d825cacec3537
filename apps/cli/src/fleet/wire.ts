import { type Acknowledgement, type PendingReading, parseAck, topicsOf } from '@heliobond/device'
import mqtt, { type MqttClient } from 'mqtt'
import type { Faults } from './options.ts'
import type { Chance } from './random.ts'
import type { SimulatedMeter } from './simulated-meter.ts'

/** What went over the wire. */
export interface WireCounts {
  sent: number
  duplicated: number
  reordered: number
  tampered: number
  acknowledged: number
}

/** The meters' connections, and whoever sits on the wire: doubles, holds back, alters. */
export class Wire {
  readonly counts: WireCounts = { sent: 0, duplicated: 0, reordered: 0, tampered: 0, acknowledged: 0 }
  readonly #system: number
  readonly #faults: Faults
  readonly #chance: Chance
  readonly #clients: MqttClient[] = []
  readonly #byAckTopic = new Map<string, SimulatedMeter>()
  /** Messages that are held back behind the next one of their meter. */
  readonly #held = new Map<SimulatedMeter, string>()
  /** Altered copies that the platform must refuse, whatever became of the original. */
  readonly forged = new Set<string>()

  constructor(system: number, faults: Faults, chance: Chance) {
    this.#system = system
    this.#faults = faults
    this.#chance = chance
  }

  /** @throws if the broker cannot be reached or refuses. */
  async connect(url: string, meters: readonly SimulatedMeter[], connections: number): Promise<void> {
    const count = Math.min(connections, meters.length)
    for (const meter of meters) this.#byAckTopic.set(topicsOf(this.#system, meter.id).ack, meter)
    for (let index = 0; index < count; index++) {
      const client = await mqtt.connectAsync(url, {
        ...{ clientId: `fleet-${process.pid}-${index}`, clean: true, resubscribe: true, reconnectPeriod: 500 },
      })
      client.on('error', () => undefined)
      client.on('message', (topic, payload) => this.#onAck(topic, payload))
      const own = meters.filter((_, place) => place % count === index)
      const topics = own.map(({ id }) => topicsOf(this.#system, id).ack)
      for (let at = 0; at < topics.length; at += 100)
        await client.subscribeAsync(topics.slice(at, at + 100), { qos: 1 })
      this.#clients.push(client)
    }
  }

  /** Sends what a meter's window lets go. */
  pump(meter: SimulatedMeter, place: number, quiet: boolean): void {
    const client = this.#clients[place % this.#clients.length]
    if (!client) throw new Error('the fleet is not connected')
    const { reading } = topicsOf(this.#system, meter.id)
    for (const pending of meter.window.next(performance.now())) {
      for (const message of quiet ? [pending.body] : this.#meddle(meter, pending)) {
        this.counts.sent += 1
        client.publish(reading, message, { qos: 1 }, () => undefined)
      }
    }
    const held = this.#held.get(meter)
    if (quiet && held !== undefined) {
      this.#held.delete(meter)
      client.publish(reading, held, { qos: 1 }, () => undefined)
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#clients.map((client) => client.endAsync(true)))
  }

  #meddle(meter: SimulatedMeter, { body }: PendingReading): readonly string[] {
    const messages: string[] = []
    const held = this.#held.get(meter)
    if (held === undefined && this.#chance.happens(this.#faults.reorder)) {
      this.counts.reordered += 1
      this.#held.set(meter, body)
    } else {
      messages.push(body)
      if (held !== undefined) {
        messages.push(held)
        this.#held.delete(meter)
      }
    }
    if (this.#chance.happens(this.#faults.duplicate)) {
      this.counts.duplicated += 1
      messages.push(body)
    }
    if (this.#chance.happens(this.#faults.tamper)) {
      const json = JSON.parse(body) as Record<string, string>
      const forged = JSON.stringify({ ...json, generatedWh: `${BigInt(json.generatedWh ?? '0') + 1_000n}` })
      // What is sent again is forged again, into the same: one message refused more often.
      if (!this.forged.has(forged)) {
        this.counts.tampered += 1
        meter.truth.tampered += 1
        this.forged.add(forged)
      }
      messages.push(forged)
    }
    return messages
  }

  #onAck(topic: string, payload: Uint8Array): void {
    const meter = this.#byAckTopic.get(topic)
    const ack: Acknowledgement | undefined = meter && parseAck(payload)
    if (!meter || !ack) return
    const before = meter.waiting
    for (const [from, to] of ack.stored) meter.forget(ack.epoch, from, to)
    for (const { seq, code } of ack.refused) {
      const waiting = meter.waiting
      meter.forget(ack.epoch, seq, seq)
      if (meter.waiting < waiting) meter.refused.set(code, (meter.refused.get(code) ?? 0) + 1)
    }
    this.counts.acknowledged += before - meter.waiting
    meter.window.answered(ack)
  }
}
