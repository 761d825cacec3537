import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import {
  contractIdFromStrkey,
  type MeterKind,
  networkId,
  type ReadingDomain,
  SPARKPLUG_GROUP,
  utcSeconds,
} from '@heliobond/domain'
import { withoutComments } from './comments.ts'
import { type ControlConfig, readControl } from './control-config.ts'
import { readEnrolment } from './enrolment-file.ts'
import { Fields } from './fields.ts'
import { readSource, type SourceConfig } from './source-config.ts'

/** How readings reach Heliobond by a broker. */
export interface MqttConfig {
  /** `mqtt://` or `mqtts://`. */
  readonly url: string
  readonly username: string | undefined
  readonly password: string | undefined
  /** Certificates in PEM, for a broker with its own authority or with accounts by certificate. */
  readonly caFile: string | undefined
  readonly certFile: string | undefined
  readonly keyFile: string | undefined
  /** Our own messages, or Sparkplug B. */
  readonly format: 'heliobond' | 'sparkplug'
  /** Sparkplug's group id. */
  readonly group: string
}

/** Pi direct: the device calls the contract itself. */
export interface DirectConfig {
  readonly rpcUrl: string
  /** Secret of the device's own account, whose sequence numbers its transactions use; made when absent. */
  readonly accountKeyFile: string
  /** Secret of an account that pays the fees instead: a sponsor's, with little in it, for many devices. */
  readonly sponsorKeyFile: string | undefined
  /** The bid for a transaction beside what its resources cost, stroops. */
  readonly baseFeeStroops: bigint
}

/** Everything the device is told: one file. */
export interface DeviceConfig {
  readonly system: number
  readonly meter: number
  /** As recorded in the registry. It rises when the meter is replaced or reset. */
  readonly epoch: number
  readonly kind: MeterKind
  /** As registered: more than this cannot have flowed. */
  readonly capacityW: number
  readonly passphrase: string
  /** The energy contract's address (`C...`). */
  readonly energyContract: string
  /** What readings are signed for. */
  readonly domain: ReadingDomain
  /** Key, store and socket live here. */
  readonly dataDir: string
  readonly readingSeconds: number
  /** A label that the birth message carries, so that the operator sees which file a device runs. */
  readonly configVersion: string
  readonly source: SourceConfig
  /** A second instrument that should agree with the first; never billed. */
  readonly compare: { readonly source: SourceConfig; readonly toleranceBps: number } | undefined
  readonly mqtt: MqttConfig | undefined
  readonly httpUrl: string | undefined
  readonly direct: DirectConfig | undefined
  readonly control: ControlConfig | undefined
  readonly store: { readonly maxReadings: number; readonly maxBytes: number }
  readonly clock: {
    /** Exists when the system's clock is set by the network; undefined: not asked. */
    readonly synchronizedFile: string | undefined
    readonly notBefore: bigint
    readonly settleSeconds: number
  }
  readonly logLevel: string
}

/** The file is not usable; `message` says everything that is wrong with it, a line each. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

const U32 = { min: 0, max: 4_294_967_295 }
const MEGABYTE = 1_048_576

/** Reads and checks the file, and what Heliobond said at enrolment. @throws {ConfigError} */
export async function loadConfig(path: string): Promise<DeviceConfig> {
  const text = await readConfigText(path)
  const folder = dirname(resolve(path))
  const enrolled = readEnrolment(dataFolder(parseJson(text), folder))
  return parseConfig(text, folder, enrolled && { ...enrolled })
}

/** @throws {ConfigError} */
export async function readConfigText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    throw new ConfigError(`cannot read the configuration file ${path}; write one as docs/meter.md shows`, { cause })
  }
}

/** The file's JSON, comments passed over. @throws {ConfigError} */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(withoutComments(text))
  } catch (cause) {
    throw new ConfigError(`the configuration is not JSON: ${cause instanceof Error ? cause.message : ''}`, { cause })
  }
}

/** Where key and store live, known before the rest of the file is complete. */
export function dataFolder(json: unknown, folder: string): string {
  const named = typeof json === 'object' && json !== null && 'dataDir' in json ? json.dataDir : undefined
  return resolve(folder, typeof named === 'string' && named !== '' ? named : DATA)
}

/**
 * Checks the file's text; paths in it are relative to `folder`.
 *
 * @param enrolled what Heliobond said at enrolment; what the file says itself wins.
 * @throws {ConfigError}
 */
export function parseConfig(
  text: string,
  folder: string,
  enrolled: Readonly<Record<string, unknown>> | undefined = undefined,
): DeviceConfig {
  const json = parseJson(text)
  const isObject = typeof json === 'object' && json !== null && !Array.isArray(json)
  const faults: string[] = []
  const fields = new Fields(isObject ? { ...enrolled, ...json } : json, '', faults)
  const config = read(fields, folder)
  fields.end()
  if (faults.length === 0) return config
  const hint = faults.some((fault) => UNENROLLED.test(fault)) ? `\n${ENROL_FIRST}` : ''
  throw new ConfigError(`the configuration cannot be used:\n  ${faults.join('\n  ')}${hint}`)
}

/** The instruments alone, before the rest of the file is complete. @throws {ConfigError} */
export async function loadSource(path: string): Promise<{ source: SourceConfig; kind: MeterKind | undefined }> {
  const json = parseJson(await readConfigText(path))
  const folder = dirname(resolve(path))
  const enrolled = readEnrolment(dataFolder(json, folder))
  const faults: string[] = []
  const fields = new Fields(json, '', faults)
  const source = fields.part('source', (part) => inFolder(readSource(part), (name) => resolve(folder, name), part))
  const kind = fields.has('kind') ? fields.choice('kind', KINDS) : enrolled?.kind
  if (faults.length > 0) throw new ConfigError(`the configuration cannot be used:\n  ${faults.join('\n  ')}`)
  return { source, kind }
}

const DATA = 'data'
const KINDS = ['Site', 'Load', 'Combined'] as const
const UNENROLLED = /^(?:system|meter|kind|capacityW|network) is missing/
const ENROL_FIRST =
  'System, meter, kind, capacity and network are told at enrolment: "enrol --code CODE" with the operator\'s code.'

function read(fields: Fields, folder: string): DeviceConfig {
  const here = (path: string) => resolve(folder, path)
  const network = fields.optionalPart('network', (part) => ({
    passphrase: part.text('passphrase'),
    energyContract: part.text('energyContract'),
  })) ?? { passphrase: '', energyContract: '' }
  if (!fields.has('network')) fields.fault('network', 'is missing')
  const contract = contractIdFromStrkey(network.energyContract)
  if (!contract.ok && network.energyContract !== '') {
    fields.fault('network.energyContract', 'is not a contract address (C...)')
  }
  const dataDir = here(fields.text('dataDir', DATA))
  const direct = fields.optionalPart('direct', (part) => readDirect(part, here, dataDir))
  const mqtt = fields.optionalPart('mqtt', (part) => readMqtt(part, here))
  const httpUrl = fields.optionalPart('http', (part) => url(part, 'url', ['http:', 'https:']))
  if (direct && (mqtt || httpUrl)) fields.fault('direct', 'excludes "mqtt" and "http": a system is in one mode')
  if (!direct && !mqtt && !httpUrl) fields.fault('', 'needs "mqtt", "http" or "direct": where readings go')
  return {
    system: fields.whole('system', U32),
    meter: fields.whole('meter', U32),
    epoch: fields.whole('epoch', { ...U32, fallback: 1 }),
    kind: fields.choice('kind', KINDS),
    capacityW: fields.whole('capacityW', { min: 1, max: Number.MAX_SAFE_INTEGER }),
    passphrase: network.passphrase,
    energyContract: network.energyContract,
    domain: {
      networkId: networkId(network.passphrase),
      energyContractId: contract.ok ? contract.value : new Uint8Array(32),
    },
    dataDir,
    readingSeconds: fields.whole('readingSeconds', { min: 1, max: 3_600, fallback: 60 }),
    configVersion: fields.text('configVersion', '1'),
    source: fields.part('source', (part) => inFolder(readSource(part), here, part)),
    compare: fields.optionalPart('compare', (part) => ({
      source: part.part('source', (inner) => inFolder(readSource(inner), here, inner)),
      toleranceBps: part.whole('toleranceBps', { min: 0, max: 10_000, fallback: 500 }),
    })),
    mqtt,
    httpUrl,
    direct,
    control: fields.optionalPart('control', (part) => readControl(part, direct?.rpcUrl)),
    store: fields.optionalPart('store', readStore) ?? { maxReadings: 500_000, maxBytes: 512 * MEGABYTE },
    clock: fields.optionalPart('clock', readClock) ?? CLOCK,
    logLevel: fields.choice('logLevel', ['debug', 'info', 'warn', 'error', 'silent'], 'info'),
  }
}

/** Before this day the program did not exist, so a clock that says so is not set. */
const BEGINNING = '2026-01-01T00:00:00Z'
const TIMESYNC = '/run/systemd/timesync/synchronized'
const CLOCK = { synchronizedFile: TIMESYNC, notBefore: utcSeconds(BEGINNING) ?? 0n, settleSeconds: 30 }

function readClock(part: Fields): DeviceConfig['clock'] {
  const unasked = part.take('synchronizedFile') === null
  const notBefore = utcSeconds(part.text('notBefore', BEGINNING))
  if (notBefore === undefined) part.fault('notBefore', 'must be a time like 2026-01-01T00:00:00Z')
  return {
    synchronizedFile: unasked ? undefined : part.text('synchronizedFile', TIMESYNC),
    notBefore: notBefore ?? 0n,
    settleSeconds: part.whole('settleSeconds', { min: 0, max: 3_600, fallback: CLOCK.settleSeconds }),
  }
}

const readStore = (part: Fields): DeviceConfig['store'] => ({
  maxReadings: part.whole('maxReadings', { min: 10, max: 50_000_000, fallback: 500_000 }),
  maxBytes: part.whole('maxMegabytes', { min: 1, max: 1_000_000, fallback: 512 }) * MEGABYTE,
})

function readDirect(part: Fields, here: (path: string) => string, dataDir: string): DirectConfig {
  const sponsor = part.optionalText('sponsorKeyFile')
  return {
    rpcUrl: url(part, 'rpcUrl', ['http:', 'https:']) ?? '',
    accountKeyFile: here(part.text('accountKeyFile', `${dataDir}/account.key`)),
    sponsorKeyFile: sponsor === undefined ? undefined : here(sponsor),
    baseFeeStroops: BigInt(part.whole('baseFeeStroops', { min: 100, max: 10_000_000, fallback: 100 })),
  }
}

function readMqtt(part: Fields, here: (path: string) => string): MqttConfig {
  const file = (name: string) => {
    const path = part.optionalText(name)
    return path === undefined ? undefined : here(path)
  }
  return {
    url: url(part, 'url', ['mqtt:', 'mqtts:']) ?? '',
    username: part.optionalText('username'),
    password: part.optionalText('password'),
    caFile: file('caFile'),
    certFile: file('certFile'),
    keyFile: file('keyFile'),
    format: part.choice('format', ['heliobond', 'sparkplug'], 'heliobond'),
    group: part.text('group', SPARKPLUG_GROUP),
  }
}

function url(part: Fields, name: string, protocols: readonly string[]): string | undefined {
  const text = part.text(name)
  if (text === '') return undefined
  if (URL.canParse(text) && protocols.includes(new URL(text).protocol)) return text
  part.fault(name, `must be an address that begins with ${protocols.map((one) => `${one}//`).join(' or ')}`)
  return undefined
}

function inFolder(source: SourceConfig, here: (path: string) => string, part: Fields): SourceConfig {
  if ('startAt' in source && source.startAt !== '' && utcSeconds(source.startAt) === undefined) {
    part.fault('startAt', 'must be a time like 2026-07-01T04:00:00Z')
  }
  return source.kind === 'csv' ? { ...source, file: here(source.file) } : source
}
