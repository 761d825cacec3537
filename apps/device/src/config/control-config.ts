import type { Fields } from './fields.ts'

/** What switches one circuit. */
export type RelayConfig =
  /** Switches nothing; its state is in the status. */
  | { readonly kind: 'simulated' }
  | {
      readonly kind: 'modbus-coil'
      readonly host: string
      readonly port: number
      readonly unitId: number
      readonly coil: number
      readonly energizedIsOff: boolean
    }
  | {
      readonly kind: 'gpio-sysfs'
      readonly line: number
      readonly folder: string
      readonly energizedIsOff: boolean
    }
  | {
      readonly kind: 'gpioset'
      readonly chip: string
      readonly line: number
      readonly program: string
      readonly energizedIsOff: boolean
    }

export interface CircuitConfig {
  readonly name: string
  /** Rated load, watts: what it takes from the critical floor. */
  readonly watts: number
  /** A critical circuit is never cut. */
  readonly critical: boolean
  /**
   * What its relay does when energy is sold: cuts it off, or puts it on the utility's supply (a transfer switch). While
   * stored energy must last it is cut or transferred likewise.
   */
  readonly whenShed: 'off' | 'grid'
  readonly relay: RelayConfig
}

/** Which loads this device switches, and how calmly. */
export interface ControlConfig {
  /** The party whose decision it obeys, by its place in the registry. */
  readonly party: number
  /** Where the contract is asked: the direct mode's, or one of its own. */
  readonly rpcUrl: string
  /** In order of importance: the first are fed first from the critical floor. */
  readonly circuits: readonly CircuitConfig[]
  /** The contact to the grid, opened in island mode only. */
  readonly gridContact: RelayConfig | undefined
  /** Seconds between two looks at the decision. */
  readonly decisionSeconds: number
  /** After so many seconds without word of the contract the decision counts as unknown, and every circuit is fed. */
  readonly staleSeconds: number
  /** A decision that sheds must have stood so long, by the ledger's time, before it is obeyed. */
  readonly confirmSeconds: number
  readonly minOnSeconds: number
  readonly minOffSeconds: number
}

const RELAYS = ['simulated', 'modbus-coil', 'gpio-sysfs', 'gpioset'] as const

function readRelay(fields: Fields): RelayConfig {
  const kind = fields.choice('kind', RELAYS)
  if (kind === 'simulated') return { kind }
  // Wired to a normally closed contact, a circuit stays fed when the device has no power: the default.
  const energizedIsOff = fields.flag('energizedIsOff', true)
  switch (kind) {
    case 'modbus-coil':
      return {
        kind,
        host: fields.text('host'),
        port: fields.whole('port', { min: 1, max: 65_535, fallback: 502 }),
        unitId: fields.whole('unitId', { min: 0, max: 255, fallback: 1 }),
        coil: fields.whole('coil', { min: 0, max: 65_535 }),
        energizedIsOff,
      }
    case 'gpio-sysfs':
      return {
        kind,
        line: fields.whole('line', { min: 0, max: 1_023 }),
        folder: fields.text('folder', '/sys/class/gpio'),
        energizedIsOff,
      }
    case 'gpioset':
      return {
        kind,
        chip: fields.text('chip', 'gpiochip0'),
        line: fields.whole('line', { min: 0, max: 1_023 }),
        program: fields.text('program', 'gpioset'),
        energizedIsOff,
      }
  }
}

export function readControl(fields: Fields, directRpcUrl: string | undefined): ControlConfig {
  const seconds = (name: string, fallback: number) => fields.whole(name, { min: 0, max: 86_400, fallback })
  const circuits = fields.list('circuits', (part) => ({
    name: part.text('name'),
    watts: part.whole('watts', { min: 0, max: 100_000_000 }),
    critical: part.flag('critical', false),
    whenShed: part.choice('whenShed', ['off', 'grid'], 'off'),
    relay: part.part('relay', readRelay),
  }))
  const names = new Set(circuits.map(({ name }) => name))
  if (names.size !== circuits.length) fields.fault('circuits', 'must have different names')
  return {
    party: fields.whole('party', { min: 0, max: 15 }),
    rpcUrl: fields.text('rpcUrl', directRpcUrl),
    circuits,
    gridContact: fields.optionalPart('gridContact', readRelay),
    decisionSeconds: fields.whole('decisionSeconds', { min: 1, max: 86_400, fallback: 30 }),
    staleSeconds: fields.whole('staleSeconds', { min: 1, max: 864_000, fallback: 86_400 }),
    confirmSeconds: seconds('confirmSeconds', 30),
    minOnSeconds: seconds('minOnSeconds', 60),
    minOffSeconds: seconds('minOffSeconds', 180),
  }
}
