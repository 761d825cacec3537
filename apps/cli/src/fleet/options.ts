import { parseArgs } from 'node:util'
import { contractIdFromStrkey } from '@heliobond/domain'
import { STANDALONE_PASSPHRASE } from '@heliobond/localnet'
import { UsageError } from '../usage-error.ts'

/** How often what goes wrong. Probabilities from 0 to 1. */
export interface Faults {
  /** That a meter goes offline, an hour; for up to six hours. */
  readonly dropout: number
  /** That a message is sent twice. */
  readonly duplicate: number
  /** That a message is held back behind the next one. */
  readonly reorder: number
  /** That somebody sends an altered copy of a message. */
  readonly tamper: number
  /** That a meter's registers start again from 0 in the midst of an epoch, a day. */
  readonly reset: number
  /** How far a meter's clock goes wrong at most, seconds a day, ahead or behind. */
  readonly driftSecondsPerDay: number
}

export interface FleetOptions {
  readonly meters: number
  /** Simulated seconds in a second. */
  readonly speed: number
  readonly hours: number
  readonly periodSeconds: number
  readonly seed: number
  readonly connections: number
  readonly faults: Faults
  readonly report: string | undefined
  readonly keysOnly: boolean
  /** An installation that is there already; undefined: one in this process. */
  readonly target:
    | { readonly mqttUrl: string; readonly passphrase: string; readonly energyContract: string }
    | undefined
  readonly system: number
  readonly firstMeter: number
}

export const HELP = `npm run fleet -- [options]

Lives of many meters in one process: each has its key, counts what a modelled roof and house make, signs, stores and forwards, and is
met by faults. Without --mqtt-url it brings a platform of its own (PostgreSQL, broker, ingest) whose clock it turns, and checks at the end
that every good reading is stored once, every bad one refused with its reason, and every register right to the watt-hour.

  --meters N         default 100
  --speed N          simulated seconds in a second; default 3600. Slower where the machine is: what was reached is said
  --hours N          how long they live, simulated; default 24
  --period N         seconds between two readings; default 300
  --seed N           everything drawn is repeated by it; default 1
  --connections N    connections to the broker, which the meters share; default 16
  --faults LEVEL     none, some or many; default some. One by one:
  --dropouts P       that a meter goes offline, an hour
  --duplicates P     that a message is sent twice
  --reordering P     that a message is held back behind the next one
  --tampering P      that an altered copy of a message is sent as well
  --resets P         that a meter's registers start again from 0, a day
  --drift N          seconds a day that a meter's clock goes wrong at most
  --report FILE      all figures as JSON
  --help             this text

Against an installation that is there already (its meters registered with these keys; times end now):
  --mqtt-url URL     its broker, with credentials in the URL where it wants them
  --system N --first-meter N    the registry's numbers; meters are numbered on from the first
  --passphrase TEXT --energy C...    what readings are signed for
  --keys             prints the meters' public keys, a line of JSON each, and ends

Exits 0 when all came out as it should, else 1.
`

const LEVELS: Readonly<Record<string, Faults>> = {
  none: { dropout: 0, duplicate: 0, reorder: 0, tamper: 0, reset: 0, driftSecondsPerDay: 0 },
  some: { dropout: 0.02, duplicate: 0.01, reorder: 0.01, tamper: 0.002, reset: 0.05, driftSecondsPerDay: 5 },
  many: { dropout: 0.2, duplicate: 0.1, reorder: 0.1, tamper: 0.05, reset: 0.3, driftSecondsPerDay: 120 },
}

const text = { type: 'string' } as const
const OPTIONS = {
  ...{ meters: text, speed: text, hours: text, period: text, seed: text, connections: text, faults: text },
  ...{ dropouts: text, duplicates: text, reordering: text, tampering: text, resets: text, drift: text },
  ...{ report: text, 'mqtt-url': text, system: text, 'first-meter': text, passphrase: text, energy: text },
  keys: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

/** Undefined when help was asked for. @throws {UsageError} */
export function readOptions(args: readonly string[]): FleetOptions | undefined {
  let values: ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values']
  try {
    values = parseArgs({ args: [...args], options: OPTIONS }).values
  } catch (cause) {
    throw new UsageError(`${cause instanceof Error ? cause.message : cause}\n\n${HELP}`, { cause })
  }
  if (values.help) return undefined
  const whole = (name: keyof typeof OPTIONS, fallback: number, min: number, max: number): number => {
    const given = values[name]
    if (typeof given !== 'string') return fallback
    const value = /^\d{1,10}$/.test(given) ? Number(given) : Number.NaN
    if (value >= min && value <= max) return value
    throw new UsageError(`--${name} is a whole number from ${min} to ${max}`)
  }
  const chance = (name: keyof typeof OPTIONS, fallback: number): number => {
    const given = values[name]
    if (typeof given !== 'string') return fallback
    const value = /^(?:0|1|0?\.\d{1,9}|1\.0*)$/.test(given) ? Number(given) : Number.NaN
    if (value >= 0 && value <= 1) return value
    throw new UsageError(`--${name} is a probability from 0 to 1`)
  }
  const level = LEVELS[values.faults ?? 'some']
  if (!level) throw new UsageError(`--faults is one of ${Object.keys(LEVELS).join(', ')}`)
  return {
    meters: whole('meters', 100, 1, 100_000),
    speed: whole('speed', 3_600, 1, 1_000_000),
    hours: whole('hours', 24, 1, 87_600),
    periodSeconds: whole('period', 300, 1, 3_600),
    seed: whole('seed', 1, 0, 4_294_967_295),
    connections: whole('connections', 16, 1, 10_000),
    faults: {
      dropout: chance('dropouts', level.dropout),
      duplicate: chance('duplicates', level.duplicate),
      reorder: chance('reordering', level.reorder),
      tamper: chance('tampering', level.tamper),
      reset: chance('resets', level.reset),
      driftSecondsPerDay: whole('drift', level.driftSecondsPerDay, 0, 3_600),
    },
    report: values.report,
    keysOnly: values.keys ?? false,
    target: targetOf(values['mqtt-url'], values.passphrase, values.energy),
    system: whole('system', 1, 0, 4_294_967_295),
    firstMeter: whole('first-meter', 1, 0, 4_294_000_000),
  }
}

function targetOf(
  mqttUrl: string | undefined,
  passphrase: string = STANDALONE_PASSPHRASE,
  energyContract: string | undefined,
): FleetOptions['target'] {
  if (mqttUrl === undefined) return undefined
  if (!URL.canParse(mqttUrl) || !/^mqtts?:$/.test(new URL(mqttUrl).protocol)) {
    throw new UsageError('--mqtt-url is an address that begins with mqtt:// or mqtts://')
  }
  if (energyContract === undefined || !contractIdFromStrkey(energyContract).ok) {
    throw new UsageError('--energy is the energy contract (C...) that the readings are signed for')
  }
  return { mqttUrl, passphrase, energyContract }
}
