import { parseArgs } from 'node:util'
import { parseStroops, STROOPS_PER_UNIT } from '@heliobond/domain'
import { UsageError } from '../usage-error.ts'

/** What one life of a bond is made of. */
export interface DemoOptions {
  readonly help: boolean
  readonly meterData: string | null
  readonly generationScale: bigint
  readonly consumptionScale: bigint
  readonly principalStroops: bigint
  readonly couponBps: number
  readonly tariffStroopsPerKwh: bigint
  readonly exportTariffStroopsPerKwh: bigint
  readonly operationsStroops: bigint
  readonly maxYears: number
  readonly report: string | null
  readonly keep: boolean
  readonly network: ExistingNetwork | null
  /** Runs the worker as a process of its own, restarted whenever it dies. */
  readonly workerProcess: boolean
}

/** A network that runs already, whose clock cannot be turned. */
export interface ExistingNetwork {
  readonly rpcUrl: string
  readonly funderSecret: string
  readonly passphrase: string
  readonly horizonUrl: string | null
  readonly secondsPerHalfYear: bigint
}

export const DEMO_HELP = `npm run demo -- [options]

The life of one municipal solar bond, from launch to ownership, on real contracts and signed meter readings.

Energy
  --meter-data FILE         CSV of half-hours: start, consumption_wh, generation_wh. Without it: a modelled school in San Juan
  --scale 80                whole factor on generation
  --consumption-scale 20    whole factor on each party's consumption

Terms
  --principal 50000         bonds to sell, in units of the stablecoin
  --coupon-bps 500          yearly coupon in basis points, paid every half-year, 30/360
  --tariff 0.25             price per kWh
  --export-tariff 0.10      what the utility pays per exported kWh
  --operations 250          operations budget per coupon period
  --max-years 15            give up after so many years

Output
  --report FILE             write every figure as JSON (schema: apps/cli/src/demo/report.schema.json)
  --keep                    leave everything running at the end and print the addresses
  --help                    this text

On a network that exists already (its clock cannot be turned: time is compressed)
  --rpc-url URL             Stellar RPC
  --funder SECRET           secret key of an account with 4,000 lumens or more that pays for all (or HELIOBOND_FUNDER)
  --passphrase TEXT         the network's passphrase (default: Standalone Network ; February 2017)
  --horizon-url URL         where paths come from; without it, from configuration
  --period SECONDS          length of a half-year of the bond (default 60; 300 where a ledger takes 5 seconds)

Other
  --worker-process          run the worker as a process of its own and restart it if it dies
`

const STANDALONE = 'Standalone Network ; February 2017'

/** @throws {UsageError} in words, when an option is unknown or its value is not what it must be. */
export function parseDemoOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): DemoOptions {
  const values = parse(args)
  const secret = values.funder ?? env.HELIOBOND_FUNDER
  const rpcUrl = values['rpc-url']
  if (rpcUrl !== undefined && secret === undefined)
    throw new UsageError('--rpc-url needs an account that pays: give --funder SECRET or set HELIOBOND_FUNDER')
  for (const name of ['period', 'horizon-url', 'passphrase', 'funder'] as const)
    if (rpcUrl === undefined && values[name] !== undefined)
      throw new UsageError(`--${name} goes with --rpc-url: the embedded network needs none`)
  return {
    help: values.help ?? false,
    meterData: values['meter-data'] ?? null,
    generationScale: whole('scale', values.scale ?? '80', 1n, 1_000_000n),
    consumptionScale: whole('consumption-scale', values['consumption-scale'] ?? '20', 0n, 1_000_000n),
    principalStroops: bonds(values.principal ?? '50000'),
    couponBps: Number(whole('coupon-bps', values['coupon-bps'] ?? '500', 0n, 10_000n)),
    tariffStroopsPerKwh: price('tariff', values.tariff ?? '0.25'),
    exportTariffStroopsPerKwh: price('export-tariff', values['export-tariff'] ?? '0.10'),
    operationsStroops: amount('operations', values.operations ?? '250'),
    maxYears: Number(whole('max-years', values['max-years'] ?? '15', 1n, 30n)),
    report: values.report ?? null,
    keep: values.keep ?? false,
    workerProcess: values['worker-process'] ?? false,
    network:
      rpcUrl === undefined || secret === undefined
        ? null
        : {
            rpcUrl,
            funderSecret: secret,
            passphrase: values.passphrase ?? STANDALONE,
            horizonUrl: values['horizon-url'] ?? null,
            secondsPerHalfYear: whole('period', values.period ?? '60', 20n, 15_811_200n),
          },
  }
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  try {
    return parseArgs({
      args: [...args],
      options: {
        help: flag,
        'meter-data': text,
        scale: text,
        'consumption-scale': text,
        principal: text,
        'coupon-bps': text,
        tariff: text,
        'export-tariff': text,
        operations: text,
        'max-years': text,
        report: text,
        keep: flag,
        'rpc-url': text,
        funder: text,
        passphrase: text,
        'horizon-url': text,
        period: text,
        'worker-process': flag,
      },
    }).values
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)} (see --help)`)
  }
}

function whole(name: string, text: string, least: bigint, most: bigint): bigint {
  const value = /^\d{1,18}$/.test(text) ? BigInt(text) : -1n
  if (value < least || value > most)
    throw new UsageError(`--${name} must be a whole number from ${least} to ${most}, not "${text}"`)
  return value
}

function amount(name: string, text: string): bigint {
  const parsed = parseStroops(text)
  if (!parsed.ok || parsed.value < 0n)
    throw new UsageError(`--${name} must be an amount with at most 7 decimals, such as 0.25, not "${text}"`)
  return parsed.value
}

/** The tariff contract takes no price of 0: an oracle that says 0 is more likely broken than true. */
function price(name: string, text: string): bigint {
  const stroops = amount(name, text)
  if (stroops === 0n) throw new UsageError(`--${name} must be above 0: the tariff contract takes no price of 0`)
  return stroops
}

/** One bond is one unit of principal, and only whole ones are sold. */
function bonds(text: string): bigint {
  const stroops = amount('principal', text)
  if (stroops < 100_0000000n || stroops % STROOPS_PER_UNIT !== 0n || stroops > 1_000_000_000_0000000n)
    throw new UsageError(`--principal must be a whole number from 100 to 1000000000, not "${text}"`)
  return stroops
}
