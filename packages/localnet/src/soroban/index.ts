import { randomBytes } from 'node:crypto'
import { xdr } from '@stellar/stellar-sdk/base'
import { FrameWriter } from '../host/frame.ts'
import { HostMethod, SorobanHost } from '../host/host.ts'
import { HostRefusal, HostTrap } from '../host/instance.ts'
import type { ApplyArgs, CheckArgs, FeeArgs, InvokeArgs, SimulateArgs } from './args.ts'
import { authModeOf } from './auth-mode.ts'
import { ConfigTracker, defaultConfigEntries } from './config.ts'
import {
  accountId,
  dataOfResources,
  extendBody,
  invokeBody,
  restoreBody,
  type SorobanOperation,
  toBytes,
  writeHeader,
} from './encode.ts'
import { readOutcome, type SorobanOutcome, trappedOutcome } from './outcome.ts'
import { readSimulation, refusedSimulation, type SimulationOutcome } from './simulate.ts'

export type { ApplyArgs, CheckArgs, FeeArgs, InvokeArgs, SimulateArgs } from './args.ts'
export type { AuthMode } from './auth-mode.ts'
export type { Encoded } from './encode.ts'
export { EvictionScan } from './eviction.ts'
export {
  emptyLedger,
  fitIntoLedgers,
  fits,
  type LedgerLimits,
  type LedgerTotals,
  ledgerLimits,
  type TxResources,
  txResources,
  withTransaction,
} from './ledger-limits.ts'
export type { SorobanCode, SorobanOutcome } from './outcome.ts'
export type { SimulationOutcome, StateChange } from './simulate.ts'
export type { LedgerHeaderInfo, LedgerView, StoredEntry } from './view.ts'

const APPLY_METHOD = {
  invoke: HostMethod.applyInvoke,
  extend: HostMethod.applyExtend,
  restore: HostMethod.applyRestore,
} as const

const NOTHING = new Uint8Array()

/** What the host's check found wrong, by the host's own numbers; the last is not its own. */
const [RESOURCES, OPERATION, UNDECODABLE] = [1, 2, 3]

/** Whether the host refused XDR that decodes elsewhere: it allows 500 levels, as nodes do. */
function isTooDeep(error: unknown): boolean {
  return error instanceof HostRefusal && error.message === 'DepthLimitExceeded'
}

/** The protocol of the committed host. */
export const HOST_PROTOCOL = 28

/** The three Soroban operations over a ledger view, carried out by the official host. */
export class Soroban {
  readonly #host: SorobanHost
  readonly #config: ConfigTracker

  constructor(host: SorobanHost) {
    this.#host = host
    this.#config = new ConfigTracker(host)
  }

  /** Compiles the committed host. */
  static async load(): Promise<Soroban> {
    return new Soroban(await SorobanHost.load())
  }

  /**
   * Refuses a network of another protocol than the host's: each protocol has a host of its own, and the one in this
   * package carries out its own protocol only.
   *
   * @throws {RangeError}
   */
  requireProtocol(version: number): void {
    if (version === HOST_PROTOCOL) return
    throw new RangeError(`protocol ${version} is not supported: the Soroban host here is that of ${HOST_PROTOCOL}`)
  }

  /** ConfigSetting entries with mainnet's limits and fees, for a genesis ledger. */
  defaultConfigEntries(): { keyXdr: Uint8Array; entryXdr: Uint8Array }[] {
    return defaultConfigEntries(this.#host)
  }

  /** What a transaction of these resources pays, in stroops; rent comes on top of `refundable`. */
  resourceFee(args: FeeArgs): { nonRefundable: bigint; refundable: bigint } {
    this.#config.follow(args.view)
    const { resources } = args
    const data = resources instanceof xdr.SorobanResources ? dataOfResources(resources) : resources
    const frame = new FrameWriter()
      .bytes(toBytes(data))
      .u8(args.isRestore ? 1 : 0)
      .u32(args.envelopeSizeBytes)
      .u32(args.eventsSizeBytes ?? 0)
    const reader = this.#host.call(HostMethod.resourceFee, frame.finish())
    return { nonRefundable: reader.i64(), refundable: reader.i64() }
  }

  /** Why stellar-core would refuse the declared resources, footprint or fee with txSOROBAN_INVALID; else `null`. */
  checkResources(args: CheckArgs): string | null {
    const { kind, reason } = this.#check(args)
    return kind === RESOURCES || kind === UNDECODABLE ? reason : null
  }

  /** Whether the transaction is nested deeper than nodes decode, which they call malformed before they look further. */
  isUndecodable(args: CheckArgs): boolean {
    return this.#check(args).kind === UNDECODABLE
  }

  /** Why the operation is malformed, which `checkResources` and a transaction's validation leave to it; else `null`. */
  checkOperation(args: CheckArgs): string | null {
    const { kind, reason } = this.#check(args)
    return kind === OPERATION ? reason : null
  }

  /** InvokeHostFunction. Archived entries that the transaction marks are restored first. */
  applyInvoke(args: InvokeArgs): SorobanOutcome {
    return this.#apply('invoke', invokeBody(args.op), args, accountId(args.source), args.prngSeed)
  }

  /** ExtendFootprintTTL of the read-only footprint. */
  applyExtend(args: ApplyArgs & { readonly extendTo: number }): SorobanOutcome {
    return this.#apply('extend', extendBody(args.extendTo), args, NOTHING, NOTHING)
  }

  /** RestoreFootprint of the read-write footprint. */
  applyRestore(args: ApplyArgs): SorobanOutcome {
    return this.#apply('restore', restoreBody(), args, NOTHING, NOTHING)
  }

  /** What the RPC's `simulateTransaction` answers; the resources and fee it names suffice for applying. */
  simulate(args: SimulateArgs): SimulationOutcome {
    const latestLedger = args.header.sequence - 1
    const authMode = authModeOf(args.op, args.authMode ?? '')
    if (typeof authMode !== 'number') return refusedSimulation(authMode.error, latestLedger)
    if (args.op.type !== 'invokeHostFunction' && !args.sorobanData) {
      const message =
        'To perform a SimulateTransaction for ExtendFootprintTtl or RestoreFootprint operations, SorobanTransactionData must be provided'
      return refusedSimulation(message, latestLedger)
    }
    this.#config.follow(args.view)
    const footprint = args.sorobanData?.resources.footprint ?? new xdr.LedgerFootprint({ readOnly: [], readWrite: [] })
    const frame = writeHeader(new FrameWriter(), args.header)
      .bytes(args.op.toXdr())
      .bytes(accountId(args.source))
      .bytes(footprint.toXdr())
      .u8(authMode)
      .u8(args.useUpgradedAuth === false ? 0 : 1)
      .u32(args.instructionLeeway ?? 0)
      .bytes(args.prngSeed ?? randomBytes(32))
    try {
      const reader = this.#host.call(HostMethod.simulate, frame.finish(), (key) => args.view.get(key))
      return readSimulation(reader, latestLedger)
    } catch (error) {
      if (isTooDeep(error)) return refusedSimulation('Could not unmarshal transaction', latestLedger)
      return refusedSimulation(hostFailure(error), latestLedger)
    }
  }

  /**
   * The diagnostic event, as XDR, by which stellar-core explains what `checkResources` or `checkOperation` found; `null`
   * if they found nothing. A node tells it to who sends the transaction.
   */
  checkDiagnostic(args: CheckArgs): Uint8Array | null {
    const { event } = this.#check(args)
    return event.length === 0 ? null : event
  }

  #check(args: CheckArgs): { kind: number; reason: string; event: Uint8Array } {
    this.#config.follow(args.view)
    const frame = new FrameWriter()
      .bytes(toBytes(args.operation))
      .bytes(toBytes(args.sorobanData))
      .u32(args.envelopeSizeBytes)
    try {
      const reader = this.#host.call(HostMethod.check, frame.finish())
      return { kind: reader.u8(), reason: reader.text(), event: reader.bytes() }
    } catch (error) {
      if (!isTooDeep(error)) throw error
      return { kind: UNDECODABLE, reason: 'the transaction is nested too deeply', event: NOTHING }
    }
  }

  #apply(
    operation: SorobanOperation,
    body: Uint8Array,
    args: ApplyArgs,
    source: Uint8Array,
    prngSeed: Uint8Array,
  ): SorobanOutcome {
    this.#config.follow(args.view)
    const frame = writeHeader(new FrameWriter(), args.header)
      .bytes(body)
      .bytes(toBytes(args.sorobanData))
      .bytes(source)
      .bytes(prngSeed)
      .u32(args.envelopeSizeBytes)
      .i64(args.refundableFeeBudget)
    try {
      const reader = this.#host.call(APPLY_METHOD[operation], frame.finish(), (key) => args.view.get(key))
      return readOutcome(operation, reader, args.view)
    } catch (error) {
      return trappedOutcome(operation, hostFailure(error))
    }
  }
}

/** The message of a failure of the host; failures of the ledger view are the caller's and go on to it. */
function hostFailure(error: unknown): string {
  if (error instanceof HostTrap) return `the host aborted: ${error.message}`
  if (error instanceof HostRefusal) return error.message
  throw error
}
