import { createHash } from 'node:crypto'
import { Keypair, type xdr } from '@stellar/stellar-sdk/base'
import { encodeEntry, keyOfXdr } from '../ledger/codec.ts'
import type { LedgerState } from '../ledger/state.ts'
import { type LedgerContext, LedgerTxn } from '../ledger/txn.ts'
import { contractView } from '../ledger/view.ts'
import { type FoundPath, pathsToReceive, pathsToSend } from '../orderbook/paths.ts'
import { ledgerLimits, Soroban } from '../soroban/index.ts'
import { type Frame, frameOf } from '../tx/frame.ts'
import { encodeResult, refusalWire } from '../tx/result.ts'
import { TX } from '../tx/validity.ts'
import { type AccountChange, changeAccount } from './change-account.ts'
import { machineSeconds, NetworkClock } from './clock.ts'
import { History } from './history.ts'
import { Journal, readState, stateHead } from './journal.ts'
import { type LaneFees, LedgerMaker, type MadeLedger } from './ledger-maker.ts'
import { PendingQueue } from './queue.ts'
import { frameRecord, type LedgerRecord } from './record.ts'
import { simulateEnvelope } from './simulate.ts'
import { selectForLedger } from './surge.ts'
import { takeUp } from './take-up.ts'
import type { AssetAmount, ClosedLedger, EmbeddedCore, PaymentPath, SendOutcome, SimulateOptions } from './types.ts'

export type { EmbeddedCore } from './types.ts'

export interface CoreOptions {
  readonly passphrase?: string
  readonly protocolVersion?: number
  /** `instant`: a ledger for every transaction, closed when `send` returns. Otherwise one every so many seconds. */
  readonly mode?: 'instant' | { readonly everySeconds: number }
  /** Unix seconds that the network's clock shows at first; the machine's time unless given. */
  readonly startTime?: bigint
  /** Ledger numbers whose history is kept; all of them unless given. */
  readonly historyLedgers?: number
  /** Operations that one ledger holds at most. */
  readonly opsPerLedger?: number
  /** A file that every ledger is appended to, and from which the network goes on when it starts again. */
  readonly stateFile?: string
  /** Unix seconds of the machine. */
  readonly machineNow?: () => bigint
  /** Told of errors that are bugs here and end a transaction with txINTERNAL_ERROR. Written to stderr unless given. */
  readonly onInternalError?: (error: unknown) => void
}

const DEFAULT_PASSPHRASE = 'Standalone Network ; February 2017'
const DEFAULT_PROTOCOL = 28
const DEFAULT_OPERATIONS = 1000
const LEDGER_SECONDS = 5
/** A state file with more ledgers in which nothing happened is written anew. */
const MOST_EMPTY_IN_FILE = 1_000

/** The key of the account that has all lumens at first: made of the network's passphrase, as everywhere on Stellar. */
export function rootKeypair(passphrase: string): Keypair {
  return Keypair.fromRawEd25519Seed(createHash('sha256').update(passphrase).digest())
}

/** Starts a network, or goes on with the one in the state file. @throws {Error} if the file is of another network */
export async function createCore(options: CoreOptions = {}): Promise<EmbeddedCore> {
  return new Core(options, await Soroban.load())
}

class Core implements EmbeddedCore {
  readonly passphrase: string
  readonly networkId: Uint8Array
  readonly protocolVersion: number
  readonly #soroban: Soroban
  readonly #maker: LedgerMaker
  readonly #history: History
  readonly #clock: NetworkClock
  readonly #queue = new PendingQueue()
  readonly #journal: Journal | null
  readonly #listeners = new Set<(ledger: ClosedLedger) => void>()
  readonly #instant: boolean
  readonly #opsPerLedger: number
  readonly #timer: NodeJS.Timeout | null
  /** Ledgers in the state file in which nothing happened. */
  #emptyInFile = 0

  constructor(options: CoreOptions, soroban: Soroban) {
    this.passphrase = options.passphrase ?? DEFAULT_PASSPHRASE
    this.networkId = createHash('sha256').update(this.passphrase).digest()
    this.protocolVersion = options.protocolVersion ?? DEFAULT_PROTOCOL
    this.#soroban = soroban
    this.#opsPerLedger = options.opsPerLedger ?? DEFAULT_OPERATIONS
    this.#maker = new LedgerMaker({
      networkId: this.networkId,
      protocolVersion: this.protocolVersion,
      soroban,
      maxOperations: this.#opsPerLedger,
      onInternalError: options.onInternalError ?? ((error) => console.error('transaction ended in a bug', error)),
    })
    this.#history = new History(options.historyLedgers ?? Number.POSITIVE_INFINITY)
    this.#clock = new NetworkClock(options.machineNow ?? machineSeconds, options.startTime)
    const mode = options.mode ?? 'instant'
    this.#instant = mode === 'instant'
    this.#journal = options.stateFile === undefined ? null : new Journal(options.stateFile, this.networkId)
    const goesOn = this.#journal?.open((record) => this.#replay(record)) ?? false
    this.#maker.state.takeTouched()
    if (!goesOn) {
      this.#keep(this.#maker.genesis(rootKeypair(this.passphrase).publicKey(), this.#clock.after(0n)))
      this.close()
    }
    this.#timer = mode === 'instant' ? null : setInterval(() => this.close(), mode.everySeconds * 1000)
    this.#timer?.unref()
  }

  get state(): LedgerState {
    return this.#maker.state
  }

  latestLedger(): ClosedLedger {
    return this.#history.latest()
  }

  oldestLedger(): number {
    return this.#history.oldest()
  }

  ledger(sequence: number): ClosedLedger | undefined {
    return this.#history.ledger(sequence)
  }

  transaction(hash: string) {
    return this.#history.transaction(hash)
  }

  transactionsOf(sequence: number) {
    return this.#history.transactionsOf(sequence)
  }

  send(envelope: xdr.TransactionEnvelope): SendOutcome {
    const frame = this.#frame(envelope)
    if (frame === null) {
      return { status: 'ERROR', hash: '', errorResultXdr: encodeResult(refusalWire(TX.malformed, 0n)) }
    }
    const context = this.#nextContext()
    const txn = LedgerTxn.over(this.#maker.state, context)
    const door = { queue: this.#queue, txn, soroban: this.#soroban, opsPerLedger: this.#opsPerLedger }
    const outcome = takeUp(frame, door)
    if (outcome.status === 'PENDING' && this.#instant) this.#closeWith([frame], context)
    return outcome
  }

  entry(keyXdr: Uint8Array) {
    const key = keyOfXdr(keyXdr)
    const entry = key === null ? null : this.#maker.state.get(key)
    if (entry === null) return undefined
    const entryXdr = encodeEntry(entry)
    return {
      entryXdr,
      liveUntilLedger: entry.kind === 'contract' ? entry.liveUntilLedger : null,
      // An extension of the time to live is no modification of the entry, whose first field says when that was.
      lastModifiedLedger: new DataView(entryXdr.buffer, entryXdr.byteOffset).getUint32(0),
    }
  }

  simulate(envelope: xdr.TransactionEnvelope, options: SimulateOptions) {
    const txn = LedgerTxn.over(this.#maker.state, this.#nextContext())
    return simulateEnvelope(this.#soroban, txn, { envelope, ...options, latestLedger: this.latestLedger().sequence })
  }

  accountsBy(filter: { asset?: string; signer?: string; sponsor?: string }): readonly string[] {
    const { state } = this.#maker
    const lists: string[][] = []
    if (filter.asset !== undefined) lists.push(state.holders(filter.asset))
    if (filter.signer !== undefined) lists.push(state.signedBy(filter.signer))
    if (filter.sponsor !== undefined) lists.push(state.sponsoredBy(filter.sponsor))
    const [first = [], ...others] = lists
    return first.filter((address) => others.every((list) => list.includes(address)))
  }

  strictReceivePaths(args: { sources: readonly string[]; destination: AssetAmount; maxHops: number }) {
    const { asset, amountStroops } = args.destination
    const { sources, maxHops } = args
    return pathsToReceive(this.#maker.state, this.#nextContext(), { sources, asset, amountStroops, maxHops }).map(
      asPath,
    )
  }

  strictSendPaths(args: { source: AssetAmount; destinations: readonly string[]; maxHops: number }) {
    const { asset, amountStroops } = args.source
    const { destinations, maxHops } = args
    return pathsToSend(this.#maker.state, this.#nextContext(), { destinations, asset, amountStroops, maxHops }).map(
      asPath,
    )
  }

  advance(args: { seconds: number; ledgers?: number }): ClosedLedger {
    if (!Number.isSafeInteger(args.seconds) || args.seconds < 0) {
      throw new RangeError(`cannot advance by ${args.seconds} seconds`)
    }
    const ledgers = Math.max(1, args.ledgers ?? Math.floor(args.seconds / LEDGER_SECONDS))
    const previous = this.latestLedger()
    const closeTime = previous.closeTime + BigInt(args.seconds)
    this.#clock.turnTo(closeTime)
    return this.#closeQueued(this.#maker.contextOf(previous.sequence + ledgers, closeTime))
  }

  setTime(args: { time: bigint; ledgers?: number }): ClosedLedger {
    const seconds = args.time - this.latestLedger().closeTime
    if (seconds < 0n) throw new RangeError('time does not go back')
    return this.advance({ seconds: Number(seconds), ...(args.ledgers === undefined ? {} : { ledgers: args.ledgers }) })
  }

  setAccount(change: AccountChange): ClosedLedger {
    const context = this.#nextContext()
    const txn = LedgerTxn.over(this.state, context)
    changeAccount(txn, this.state, change)
    txn.commit()
    return this.#closeWith([], context)
  }

  close(): ClosedLedger {
    return this.#closeQueued(this.#nextContext())
  }

  onLedger(listener: (ledger: ClosedLedger) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  serialize(): Uint8Array {
    return this.#serialized([...this.#history.ledgers()])
  }

  #serialized(ledgers: readonly ClosedLedger[]): Uint8Array {
    const records = ledgers.map((ledger) => this.#record(ledger, []))
    const last = records.pop()
    if (last === undefined) throw new Error('no ledger was closed')
    const whole = { ...last, entries: [...this.#maker.state.entries.values()] }
    return Buffer.concat([stateHead(this.networkId), ...[...records, whole].map(frameRecord)])
  }

  restore(bytes: Uint8Array): void {
    const records: LedgerRecord[] = []
    const good = readState(bytes, this.networkId, (record) => records.push(record))
    if (good !== bytes.length || records.length === 0) throw new Error('the state is damaged')
    this.#maker.state.clear()
    this.#maker.startOver()
    this.#history.clear()
    this.#queue.clear()
    for (const record of records) this.#replay(record)
    this.#maker.state.takeTouched()
    this.#journal?.replace(bytes)
    this.#emptyInFile = 0
  }

  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer)
    this.#listeners.clear()
    this.#journal?.close()
  }

  #frame(envelope: xdr.TransactionEnvelope): Frame | null {
    try {
      return frameOf(envelope, this.networkId)
    } catch {
      // Values that no envelope can carry were put together by hand: there is nothing to hash or to apply.
      return null
    }
  }

  #nextContext(): LedgerContext {
    const { sequence, closeTime } = this.latestLedger()
    return this.#maker.contextOf(sequence + 1, this.#clock.after(closeTime))
  }

  #closeQueued(context: LedgerContext): ClosedLedger {
    this.#dropInvalid(context)
    const waiting = this.#queue.waiting()
    if (waiting.length === 0) return this.#closeWith([], context)
    const limits = ledgerLimits(contractView(LedgerTxn.over(this.state, context)))
    const selection = selectForLedger(waiting, this.#opsPerLedger, limits, context.baseFeeStroops)
    return this.#closeWith(selection.frames, context, selection)
  }

  /** What became invalid while it waited is dropped, as the network drops it: it was never included. */
  #dropInvalid(context: LedgerContext): void {
    for (const frame of this.#queue.waiting()) {
      if (this.#maker.refusalOf(frame, context) !== null) this.#queue.bar(frame, this.latestLedger().sequence)
    }
  }

  #closeWith(frames: readonly Frame[], context: LedgerContext, fees?: LaneFees): ClosedLedger {
    const made = this.#maker.make(frames, context, this.latestLedger(), fees)
    this.#keep(made)
    this.#queue.closed(frames, context.sequence)
    this.#dropInvalid(this.#nextContext())
    for (const listener of [...this.#listeners]) listener(made.ledger)
    return made.ledger
  }

  #keep({ ledger, transactions }: MadeLedger): void {
    this.#history.add(ledger, transactions)
    const touched = this.#maker.state.takeTouched()
    if (this.#journal === null) return
    const entries = touched.map((key) => this.#maker.state.get(key) ?? { gone: key })
    this.#journal.append(this.#record(ledger, entries))
    if (isEmpty({ transactions, entries })) this.#emptyInFile += 1
    if (this.#emptyInFile >= MOST_EMPTY_IN_FILE) this.#compact(this.#journal)
  }

  /** Writes the state file anew without ledgers in which nothing happened, but for the last: a quiet network must fill no disk. */
  #compact(journal: Journal): void {
    const latest = this.latestLedger()
    const eventful = [...this.#history.ledgers()].filter(
      ({ sequence }) => sequence === latest.sequence || this.#history.transactionsOf(sequence).length > 0,
    )
    journal.replace(this.#serialized(eventful))
    this.#emptyInFile = 0
  }

  #record(ledger: ClosedLedger, entries: LedgerRecord['entries']): LedgerRecord {
    const { state } = this.#maker
    return {
      ledger,
      offsetSeconds: this.#clock.offsetSeconds,
      idPool: state.idPool,
      feePoolStroops: state.feePoolStroops,
      totalCoinsStroops: state.totalCoinsStroops,
      entries,
      transactions: this.#history.transactionsOf(ledger.sequence),
    }
  }

  #replay(record: LedgerRecord): void {
    const { state } = this.#maker
    for (const entry of record.entries) {
      if ('gone' in entry) state.delete(entry.gone)
      else state.put(entry)
    }
    state.idPool = record.idPool
    state.feePoolStroops = record.feePoolStroops
    state.totalCoinsStroops = record.totalCoinsStroops
    this.#clock.setOffset(record.offsetSeconds)
    this.#history.add(record.ledger, record.transactions)
    if (isEmpty(record)) this.#emptyInFile += 1
  }
}

/** Whether nothing happened in a ledger. */
const isEmpty = ({ transactions, entries }: Pick<LedgerRecord, 'transactions' | 'entries'>): boolean =>
  transactions.length === 0 && entries.length === 0

function asPath(found: FoundPath): PaymentPath {
  return {
    source: { asset: found.sourceAsset, amountStroops: found.sourceStroops },
    destination: { asset: found.destinationAsset, amountStroops: found.destinationStroops },
    path: found.path,
  }
}
