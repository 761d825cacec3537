import { createPrivateKey } from 'node:crypto'
import {
  type MeterKey,
  type MeterSource,
  meterKey,
  modelSource,
  type PendingReading,
  SendWindow,
} from '@heliobond/device'
import { formatUtcSeconds, type Reading, type ReadingDomain, readingJson, sha256, utf8Bytes } from '@heliobond/domain'
import type { Faults } from './options.ts'
import type { Chance } from './random.ts'

/** PKCS #8 before the 32 bytes of an Ed25519 seed (RFC 8410). */
const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex')
const DAY_SECONDS = 86_400
const PATIENCE_MS = 30_000
const LONGEST_DROPOUT_SECONDS = 6 * 3_600
/** From a reset until an operator has opened the next epoch. */
const OPERATOR_SECONDS = 3_600
/** Before a reset a register must be above what flows until the next epoch, so that it is seen to fall. */
const NO_RESET_BEFORE_SECONDS = 12 * 3_600

/** The key of a meter of this fleet: the same seed, the same key. */
export function fleetKey(seed: number, meter: number): MeterKey {
  const bytes = sha256(utf8Bytes(`heliobond fleet ${seed} ${meter}`))
  return meterKey(createPrivateKey({ key: Buffer.concat([PKCS8_ED25519, bytes]), format: 'der', type: 'pkcs8' }))
}

/** What ought to be stored of a meter, and what refused. */
export interface Truth {
  stored: number
  /** Sum of all registers of all good readings: one that is missing, doubled or altered shows. */
  sumWh: bigint
  last: Reading | undefined
  /** Good signatures whose register fell: after a reset, before the next epoch. */
  fell: number
  tampered: number
}

/** One meter: counts, signs, keeps what nobody acknowledged. It lives by the simulated time that it is told. */
export class SimulatedMeter {
  readonly id: number
  readonly key: MeterKey
  readonly window: SendWindow
  readonly truth: Truth = { stored: 0, sumWh: 0n, last: undefined, fell: 0, tampered: 0 }
  readonly #source: MeterSource
  readonly #faults: Faults
  readonly #chance: Chance
  readonly #identity: { readonly system: number; readonly domain: ReadingDomain; readonly start: number }
  readonly #pending = new Map<string, PendingReading>()
  readonly #driftPerSecond: number
  #epoch = 1
  #seq = 0n
  #lastAt = 0n
  #nextAt: number
  #offlineUntil = 0
  /** What the registers stood at when they were reset. */
  #zero = { generatedWh: 0n, consumedWh: 0n, exportedWh: 0n }
  #isResetting = false
  #resetAt: number | undefined
  dropouts = 0
  resets = 0
  /** How many messages came back refused, by code. */
  readonly refused = new Map<string, number>()

  constructor(
    id: number,
    p: { system: number; domain: ReadingDomain; seed: number; start: number; periodSeconds: number },
    faults: Faults,
    chance: Chance,
  ) {
    this.id = id
    this.key = fleetKey(p.seed, id)
    this.#identity = p
    this.#faults = faults
    this.#chance = chance
    this.#driftPerSecond = ((chance.next() * 2 - 1) * faults.driftSecondsPerDay) / DAY_SECONDS
    // Not all in one second.
    this.#nextAt = p.start + Math.floor(chance.next() * p.periodSeconds)
    const startAt = formatUtcSeconds(BigInt(p.start))
    const place = { latitude: 18.2 + chance.next() * 0.3, longitude: -67 + chance.next() * 1.3 }
    const size = { peakW: Math.round(1_000 + chance.next() * 20_000), loadW: Math.round(300 + chance.next() * 5_000) }
    this.#source = modelSource({ kind: 'model', startAt, ...place, ...size, seed: p.seed + id })
    const waiting = {
      pending: (limit: number, after?: { readonly epoch: number; readonly seq: bigint }) => {
        const found: PendingReading[] = []
        for (const one of this.#pending.values()) {
          if (after && (one.epoch < after.epoch || (one.epoch === after.epoch && one.seq <= after.seq))) continue
          found.push(one)
          if (found.length === limit) break
        }
        return found
      },
    }
    // A thousand meters share this machine with their platform: its answers take longer than a platform's own would.
    this.window = new SendWindow(waiting, { patienceMs: PATIENCE_MS })
  }

  get waiting(): number {
    return this.#pending.size
  }

  isOnline(now: number): boolean {
    return now >= this.#offlineUntil
  }

  /** Takes the readings that are due. */
  async live(now: number, periodSeconds: number): Promise<void> {
    for (; this.#nextAt <= now && !this.#awaitsEpoch(this.#nextAt); this.#nextAt += periodSeconds) {
      this.#fault(this.#nextAt, periodSeconds)
      await this.#take(this.#nextAt)
    }
  }

  /**
   * Whether an operator can open its next epoch now: some time after a reset, and with everything of the old one answered,
   * since old epochs are refused from then on.
   */
  needsEpoch(now: number): boolean {
    return this.#awaitsEpoch(now) && this.waiting === 0
  }

  #awaitsEpoch(now: number): boolean {
    return this.#resetAt !== undefined && now >= this.#resetAt + OPERATOR_SECONDS
  }

  /** The operator has recorded the reset. */
  beginEpoch(): void {
    this.#resetAt = undefined
    this.#epoch += 1
    this.#seq = 0n
  }

  forget(epoch: number, from: bigint, to: bigint): void {
    for (const [key, one] of this.#pending) {
      if (one.epoch === epoch && from <= one.seq && one.seq <= to) this.#pending.delete(key)
    }
  }

  #fault(at: number, periodSeconds: number): void {
    if (this.isOnline(at) && this.#chance.happens((this.#faults.dropout * periodSeconds) / 3_600)) {
      this.#offlineUntil = at + this.#chance.next() * LONGEST_DROPOUT_SECONDS
      this.dropouts += 1
    }
    const mayReset = this.#resetAt === undefined && at > this.#identity.start + NO_RESET_BEFORE_SECONDS
    if (mayReset && this.#chance.happens((this.#faults.reset * periodSeconds) / DAY_SECONDS)) {
      this.#resetAt = at
      this.resets += 1
      this.#isResetting = true
    }
  }

  async #take(now: number): Promise<void> {
    const read = await this.#source.read(BigInt(now))
    if (!read.ok) throw new Error(`a modelled meter refuses: ${read.error.code}`)
    const { counters } = read.value
    const counted = {
      generatedWh: counters.generated?.raw ?? 0n,
      consumedWh: counters.consumed?.raw ?? 0n,
      exportedWh: counters.exported?.raw ?? 0n,
    }
    if (this.#isResetting) this.#zero = counted
    this.#isResetting = false
    const drifted = BigInt(Math.floor(now + (now - this.#identity.start) * this.#driftPerSecond))
    const at = drifted > this.#lastAt ? drifted : this.#lastAt
    this.#lastAt = at
    const { system, domain } = this.#identity
    const reading = this.key.sign(
      {
        ...{ system, meter: this.id, epoch: this.#epoch, seq: this.#seq, at },
        generatedWh: counted.generatedWh - this.#zero.generatedWh,
        consumedWh: counted.consumedWh - this.#zero.consumedWh,
        exportedWh: counted.exportedWh - this.#zero.exportedWh,
      },
      domain,
    )
    this.#seq += 1n
    const body = JSON.stringify(readingJson(reading))
    this.#pending.set(`${reading.epoch}/${reading.seq}`, { epoch: reading.epoch, seq: reading.seq, body })
    if (this.#resetAt !== undefined) {
      this.truth.fell += 1
      return
    }
    this.truth.stored += 1
    this.truth.sumWh += reading.generatedWh + reading.consumedWh + reading.exportedWh
    this.truth.last = reading
  }
}
