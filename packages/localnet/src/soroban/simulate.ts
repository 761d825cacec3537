import { xdr } from '@stellar/stellar-sdk/base'
import type { FrameReader } from '../host/frame.ts'

/** One entry that the simulated operation would change; XDR bytes. */
export interface StateChange {
  readonly type: 'created' | 'updated' | 'deleted'
  readonly key: Uint8Array
  readonly before: Uint8Array | null
  readonly after: Uint8Array | null
}

/** What a simulation came to. The decoded fields are decoded when read. */
export interface SimulationOutcome {
  readonly ok: boolean
  readonly error?: string
  readonly transactionData?: xdr.SorobanTransactionData
  readonly minResourceFee?: bigint
  readonly auth?: xdr.SorobanAuthorizationEntry[]
  readonly returnValue?: xdr.ScVal
  readonly events: xdr.DiagnosticEvent[]
  readonly restorePreamble?: {
    readonly transactionData: xdr.SorobanTransactionData
    readonly minResourceFee: bigint
  }
  readonly stateChanges: StateChange[]
  readonly latestLedger: number
  readonly consumed: {
    readonly cpuInstructions: bigint
    readonly memBytes: bigint
  }
  /** The same as bytes. */
  readonly transactionDataXdr?: Uint8Array
  readonly authXdr?: readonly Uint8Array[]
  readonly returnValueXdr?: Uint8Array
  readonly eventsXdr: readonly Uint8Array[]
  readonly restorePreambleXdr?: Uint8Array
}

interface Answer {
  readonly error: string
  readonly data: Uint8Array
  readonly fee: bigint
  readonly restoreData: Uint8Array
  readonly restoreFee: bigint
  readonly auth: Uint8Array[]
  readonly returnValue: Uint8Array
  readonly events: Uint8Array[]
  readonly changes: StateChange[]
  readonly cpuInstructions: bigint
  readonly memBytes: bigint
}

class DecodedSimulation implements SimulationOutcome {
  readonly error?: string
  readonly minResourceFee?: bigint
  readonly stateChanges: StateChange[]
  readonly latestLedger: number
  readonly consumed: {
    readonly cpuInstructions: bigint
    readonly memBytes: bigint
  }
  readonly transactionDataXdr?: Uint8Array
  readonly authXdr?: readonly Uint8Array[]
  readonly returnValueXdr?: Uint8Array
  readonly eventsXdr: readonly Uint8Array[]
  readonly restorePreambleXdr?: Uint8Array
  readonly #restoreFee: bigint

  constructor(answer: Answer, latestLedger: number) {
    this.latestLedger = latestLedger
    this.stateChanges = answer.changes
    this.consumed = {
      cpuInstructions: answer.cpuInstructions,
      memBytes: answer.memBytes,
    }
    this.eventsXdr = answer.events
    this.#restoreFee = answer.restoreFee
    if (answer.error) this.error = answer.error
    if (answer.data.length > 0) {
      this.transactionDataXdr = answer.data
      this.minResourceFee = answer.fee
    }
    if (answer.restoreData.length > 0) this.restorePreambleXdr = answer.restoreData
    if (answer.returnValue.length > 0) {
      this.returnValueXdr = answer.returnValue
      this.authXdr = answer.auth
    }
  }

  get ok(): boolean {
    return this.error === undefined
  }

  get transactionData(): xdr.SorobanTransactionData | undefined {
    return this.transactionDataXdr && xdr.SorobanTransactionData.fromXdr(this.transactionDataXdr)
  }

  get auth(): xdr.SorobanAuthorizationEntry[] | undefined {
    return this.authXdr?.map((bytes) => xdr.SorobanAuthorizationEntry.fromXdr(bytes))
  }

  get returnValue(): xdr.ScVal | undefined {
    return this.returnValueXdr && xdr.ScVal.fromXdr(this.returnValueXdr)
  }

  get events(): xdr.DiagnosticEvent[] {
    return this.eventsXdr.map((bytes) => xdr.DiagnosticEvent.fromXdr(bytes))
  }

  get restorePreamble(): SimulationOutcome['restorePreamble'] {
    if (!this.restorePreambleXdr) return undefined
    const transactionData = xdr.SorobanTransactionData.fromXdr(this.restorePreambleXdr)
    return { transactionData, minResourceFee: this.#restoreFee }
  }
}

function readChange(reader: FrameReader): StateChange {
  const [key, before, after] = [reader.bytes(), reader.bytes(), reader.bytes()]
  const type = before.length === 0 ? 'created' : after.length === 0 ? 'deleted' : 'updated'
  return {
    type,
    key,
    before: before.length > 0 ? before : null,
    after: after.length > 0 ? after : null,
  }
}

/** Reads the host's answer. */
export function readSimulation(reader: FrameReader, latestLedger: number): SimulationOutcome {
  const answer: Answer = {
    error: reader.text(),
    data: reader.bytes(),
    fee: reader.i64(),
    restoreData: reader.bytes(),
    restoreFee: reader.i64(),
    auth: reader.list(),
    returnValue: reader.bytes(),
    events: reader.list(),
    changes: Array.from({ length: reader.u32() }, () => readChange(reader)),
    cpuInstructions: reader.u64(),
    memBytes: reader.u64(),
  }
  return new DecodedSimulation(answer, latestLedger)
}

/** A simulation that could not be run, with the text a client is shown. */
export function refusedSimulation(error: string, latestLedger: number): SimulationOutcome {
  const none = new Uint8Array()
  const nothing = {
    data: none,
    fee: 0n,
    restoreData: none,
    restoreFee: 0n,
    returnValue: none,
  }
  const lists = { auth: [], events: [], changes: [] }
  return new DecodedSimulation({ error, ...nothing, ...lists, cpuInstructions: 0n, memBytes: 0n }, latestLedger)
}
