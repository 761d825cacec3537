/**
 * From message to committed reading: parse, verify, judge, store, and only then answer. MQTT and HTTP both end here.
 *
 * Messages gather in a bounded queue. Whatever has gathered becomes one batch: alone, a message waits for nothing; under
 * load batches grow by themselves. While one batch is being stored the next ones are verified, a few and no further: a
 * slow database fills the queue, and a full queue holds back whoever sends. Batches are stored in their order.
 */
import type { Database, VerifiedReading } from '@heliobond/db'
import { createMeterKeys, createReadingStore, recordQuarantine } from '@heliobond/db'
import { parseReading, type Reading, type ReadingDomain, readingJson, readingSignedBytes } from '@heliobond/domain'
import type { Logger } from 'pino'
import { createBoundedQueue } from './bounded-queue.ts'
import { untilDatabaseAnswers } from './database-patience.ts'
import type { IntakeOutcome, IntakeRefusalCode } from './outcome.ts'
import type { ReadingDomains } from './reading-domains.ts'
import { createSignatureVerifier } from './signature-verifier.ts'

/** A reading takes some 400 bytes. */
const MOST_MESSAGE_BYTES = 2_048

/** One being stored, one being verified, one being parsed: with fewer, the cores that verify wait for the thread that parses. */
const MOST_BATCHES_UNDER_WAY = 3

/** A message as it came, with the way that its outcome goes back. */
export interface IncomingMessage {
  /** The MQTT topic or the HTTP route it came by; kept with what is refused. */
  readonly source: string
  /** The ids in the topic, which the reading must bear too. */
  readonly claimed?: { readonly system: number; readonly meter: number } | undefined
  /** The bytes; the parsed JSON where HTTP has parsed it already; what an adapter has made of its own form. */
  readonly payload:
    | Uint8Array
    | { readonly json: unknown }
    | { readonly reading: Reading }
    | { readonly refused: { readonly code: IntakeRefusalCode; readonly detail: string; readonly text: string } }
}

export interface IntakeOptions {
  database: Database
  /** What the readings of each system are signed for. */
  domains: ReadingDomains
  /** The network's time in Unix seconds. */
  now: () => Promise<bigint>
  log: Logger
  /** Called once, when readings can no longer be taken; the program should end. Nothing unanswered was acknowledged. */
  onFatal: (error: unknown) => void
  /** Most messages stored in one transaction. */
  maxBatch?: number
  /** Most messages waiting. */
  maxQueued?: number
  /** Threads that verify signatures; all cores by default. */
  verifierThreads?: number
  /** How long to wait for a database that does not answer before giving up. */
  databasePatienceMs?: number
}

export interface Intake<Ticket> {
  /** Takes a message if there is room now. Its outcome comes to `onOutcomes` with this ticket. */
  offer(message: IncomingMessage, ticket: Ticket): boolean
  /** Takes a message as soon as there is room. */
  push(message: IncomingMessage, ticket: Ticket): Promise<void>
  /** Finishes what was taken, then stops. */
  close(): Promise<void>
}

interface Entry<Ticket> {
  readonly message: IncomingMessage
  readonly ticket: Ticket
}

type Checked = { readonly refused: IntakeOutcome & { outcome: 'refused' } } | { readonly verified: VerifiedReading }

/**
 * Starts an intake. `onOutcomes` gets every message's outcome, batch by batch, after the batch is committed and the
 * refused ones are in quarantine.
 */
export function startIntake<Ticket>(
  options: IntakeOptions,
  onOutcomes: (outcomes: readonly { ticket: Ticket; outcome: IntakeOutcome }[]) => void,
): Intake<Ticket> {
  const { database, domains, now, log, maxBatch = 500, maxQueued = 4_000, databasePatienceMs = 30_000 } = options
  const queue = createBoundedQueue<Entry<Ticket>>(maxQueued)
  const verifier = createSignatureVerifier(options.verifierThreads)
  const keys = createMeterKeys(database.pool)
  const store = createReadingStore(database.pool)
  const patiently = <T>(work: () => Promise<T>) => untilDatabaseAnswers(work, databasePatienceMs, log)

  let failed = false
  const fail = (error: unknown) => {
    if (failed) return
    failed = true
    queue.close()
    options.onFatal(error)
  }

  async function run(): Promise<void> {
    const underWay: Promise<void>[] = []
    let last: Promise<void> = Promise.resolve()
    for (;;) {
      const batch = await queue.take(maxBatch)
      if (!batch || failed) break
      const checking = Promise.all([now(), check(batch.map(({ message }) => message))])
      // Heard at once: the batch before this one may take long, or never end.
      checking.catch(fail)
      last = last
        .then(async () => {
          const [nowSeconds, checked] = await checking
          if (!failed) await finish(batch, checked, nowSeconds)
        })
        .catch(fail)
      underWay.push(last)
      if (underWay.length === MOST_BATCHES_UNDER_WAY) await underWay.shift()
    }
    await last
  }

  /** Parses and verifies: all that can be said about a message without the meter's other readings. */
  async function check(messages: readonly IncomingMessage[]): Promise<Checked[]> {
    const parsed = messages.map(parseMessage)
    const readings = parsed.flatMap((entry) => ('reading' in entry ? [entry.reading] : []))
    const [publicKeys, domainOf] = await Promise.all([
      patiently(() => keys.get(readings.map((reading) => reading.meter))),
      patiently(() => domains.of(readings.map((reading) => reading.system))),
    ])
    const trusted = await verifyWith(readings, publicKeys, domainOf)
    // The registry may have given the meter a new key since it was remembered.
    const doubtful = readings.filter((reading) => !trusted.has(reading) && publicKeys.has(reading.meter))
    if (doubtful.length > 0) {
      const fresh = await patiently(() => keys.refresh(doubtful.map((reading) => reading.meter)))
      for (const [reading, key] of await verifyWith(doubtful, fresh, domainOf)) trusted.set(reading, key)
    }
    return parsed.map((entry): Checked => {
      if ('refused' in entry) return entry
      const { reading } = entry
      if (!domainOf.has(reading.system))
        return refuse('UNKNOWN_METER', `system ${reading.system} is not served here`, reading)
      const publicKey = trusted.get(reading)
      if (publicKey) return { verified: { reading, publicKey } }
      return publicKeys.has(reading.meter)
        ? refuse('BAD_SIGNATURE', 'not signed by the meter for this network and energy contract', reading)
        : refuse('UNKNOWN_METER', `meter ${reading.meter} is not registered`, reading)
    })
  }

  async function verifyWith(
    readings: readonly Reading[],
    publicKeys: ReadonlyMap<number, Uint8Array>,
    domainOf: ReadonlyMap<number, ReadingDomain>,
  ) {
    const candidates = readings.flatMap((reading) => {
      const publicKey = publicKeys.get(reading.meter)
      const domain = domainOf.get(reading.system)
      return publicKey && domain ? [{ reading, publicKey, domain }] : []
    })
    const valid = await verifier.verify(
      candidates.map(({ reading, publicKey, domain }) => {
        return {
          signed: readingSignedBytes(reading, domain),
          signature: reading.signature,
          publicKey,
        }
      }),
    )
    return new Map(candidates.filter((_, index) => valid[index]).map(({ reading, publicKey }) => [reading, publicKey]))
  }

  /** Stores a batch and answers it; nothing is answered before the commit. */
  async function finish(
    batch: readonly Entry<Ticket>[],
    checked: readonly Checked[],
    nowSeconds: bigint,
  ): Promise<void> {
    const verified = checked.flatMap((entry) => ('verified' in entry ? [entry.verified] : []))
    const judged = await patiently(() => store.insertBatch(verified, nowSeconds))
    let next = 0
    const outcomes = checked.map((entry): IntakeOutcome => {
      if ('refused' in entry) return entry.refused
      const { reading } = entry.verified
      const outcome = judged[next++]
      if (!outcome) throw new Error('the reading store answered for fewer readings than it was given')
      if (outcome.outcome !== 'refused') return { outcome: outcome.outcome, reading }
      return {
        ...outcome,
        detail: describe(reading),
        authentic: outcome.code !== 'BAD_SIGNATURE',
        reading,
      }
    })
    await quarantine(batch, outcomes, nowSeconds)
    onOutcomes(
      batch.map(({ ticket }, index) => ({
        ticket,
        outcome: outcomes[index] as IntakeOutcome,
      })),
    )
  }

  async function quarantine(batch: readonly Entry<Ticket>[], outcomes: readonly IntakeOutcome[], nowSeconds: bigint) {
    const entries = batch.flatMap(({ message }, index) => {
      const outcome = outcomes[index]
      if (outcome?.outcome !== 'refused') return []
      const { code, detail } = outcome
      const meterId = outcome.reading?.meter ?? message.claimed?.meter
      log.debug(
        { source: message.source.slice(0, 100), meterId, seq: outcome.reading?.seq.toString(), code },
        'refused',
      )
      return [
        {
          meterId,
          topic: message.source,
          payload: payloadText(message),
          code,
          detail,
        },
      ]
    })
    if (entries.length === 0) return
    // One line a batch: whoever floods us with nonsense fills no disk with our words about it.
    const codes = Object.fromEntries(
      [...Map.groupBy(entries, ({ code }) => code)].map(([code, of]) => [code, of.length]),
    )
    log.warn(
      { refused: entries.length, codes, meters: [...new Set(entries.map(({ meterId }) => meterId))].slice(0, 10) },
      'readings refused',
    )
    await patiently(() => recordQuarantine(database.pool, entries, nowSeconds))
  }

  const running = run().catch(fail)
  return {
    offer: (message, ticket) => queue.offer({ message, ticket }),
    push: (message, ticket) => queue.push({ message, ticket }),
    async close() {
      queue.close()
      await running
      await verifier.close()
    },
  }
}

/** A message as a reading, or why it is none. */
function parseMessage(
  message: IncomingMessage,
): { reading: Reading } | { refused: IntakeOutcome & { outcome: 'refused' } } {
  const read = readPayload(message.payload)
  if ('refused' in read) return read
  const { reading } = read
  const { claimed } = message
  if (claimed && (claimed.system !== reading.system || claimed.meter !== reading.meter)) {
    return refuse('TOPIC_MISMATCH', `the reading is of system ${reading.system}, meter ${reading.meter}`)
  }
  return { reading }
}

function readPayload(
  payload: IncomingMessage['payload'],
): { reading: Reading } | { refused: IntakeOutcome & { outcome: 'refused' } } {
  if ('reading' in payload) return { reading: payload.reading }
  if ('refused' in payload) return refuse(payload.refused.code, payload.refused.detail)
  let json: unknown
  if (payload instanceof Uint8Array) {
    const size = payload.length
    if (size > MOST_MESSAGE_BYTES) return refuse('OVERSIZED', `${size} bytes, ${MOST_MESSAGE_BYTES} allowed`)
    try {
      json = JSON.parse(utf8.decode(payload))
    } catch (error) {
      return refuse('NOT_JSON', error instanceof Error ? error.message : String(error))
    }
  } else {
    json = payload.json
  }
  const parsed = parseReading(json)
  if (!parsed.ok) {
    return refuse(parsed.error.code, 'field' in parsed.error ? `field ${parsed.error.field}` : 'an object is wanted')
  }
  return { reading: parsed.value }
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

const refuse = (code: IntakeRefusalCode, detail: string, reading?: Reading) => ({
  refused: {
    outcome: 'refused' as const,
    code,
    detail,
    authentic: false,
    reading,
  },
})

const describe = ({ epoch, seq, at, generatedWh, consumedWh, exportedWh }: Reading) =>
  `epoch ${epoch}, seq ${seq}, at ${at}, registers ${generatedWh}/${consumedWh}/${exportedWh} Wh`

function payloadText({ payload }: IncomingMessage): string {
  if (payload instanceof Uint8Array) return Buffer.from(payload.subarray(0, MOST_MESSAGE_BYTES)).toString('utf8')
  if ('refused' in payload) return payload.refused.text
  // In the form in which it can be given to ingest again.
  return JSON.stringify('reading' in payload ? readingJson(payload.reading) : payload.json) ?? ''
}
