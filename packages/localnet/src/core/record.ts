import { crc32 } from 'node:zlib'
import { xdr } from '@stellar/stellar-sdk/base'
import { decodeEntry, encodeEntry, keyWire } from '../ledger/codec.ts'
import type { Entry } from '../ledger/entries.ts'
import { StoredTransaction } from './history.ts'
import type { ClosedLedger } from './types.ts'

/** One closed ledger with everything needed to go on from it: what a state file is made of. */
export interface LedgerRecord {
  readonly ledger: ClosedLedger
  readonly offsetSeconds: bigint
  readonly idPool: bigint
  readonly feePoolStroops: bigint
  readonly totalCoinsStroops: bigint
  /** Entries as they are after the ledger; null under the key of one that is gone. */
  readonly entries: readonly (Entry | { readonly gone: string })[]
  readonly transactions: readonly StoredTransaction[]
}

class Writer {
  readonly #parts: Uint8Array[] = []

  number(value: bigint | number): this {
    const bytes = Buffer.alloc(8)
    bytes.writeBigInt64BE(BigInt(value))
    this.#parts.push(bytes)
    return this
  }

  bytes(value: Uint8Array): this {
    this.number(value.length)
    this.#parts.push(value)
    return this
  }

  finish(): Buffer {
    return Buffer.concat(this.#parts)
  }
}

class Reader {
  readonly #bytes: Buffer
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  number(): bigint {
    this.#at += 8
    return this.#bytes.readBigInt64BE(this.#at - 8)
  }

  count(): number {
    return Number(this.number())
  }

  bytes(): Uint8Array {
    const length = this.count()
    this.#at += length
    return Uint8Array.from(this.#bytes.subarray(this.#at - length, this.#at))
  }
}

const hex = (text: string): Buffer => Buffer.from(text, 'hex')
const NO_TTL = -1n
/** In what form an entry is kept: only its key, whole, or whole in the archive. */
const [GONE, LIVE, EVICTED] = [0, 1, 2] as const

function writeEntry(writer: Writer, entry: Entry | { readonly gone: string }): void {
  if ('gone' in entry) {
    writer.number(GONE).bytes(Buffer.from(entry.gone, 'latin1'))
    return
  }
  const keyXdr = entry.kind === 'contract' ? entry.keyXdr : xdr.LedgerKey.schema.encode(keyWire(entry))
  const liveUntil = entry.kind === 'contract' && entry.liveUntilLedger !== null ? entry.liveUntilLedger : NO_TTL
  const form = entry.kind === 'contract' && entry.isEvicted ? EVICTED : LIVE
  writer.number(form).bytes(keyXdr).bytes(encodeEntry(entry)).number(liveUntil).number(entry.lastModifiedLedger)
}

function readEntry(reader: Reader): Entry | { gone: string } {
  const form = reader.count()
  if (form === GONE) return { gone: Buffer.from(reader.bytes()).toString('latin1') }
  const keyXdr = reader.bytes()
  const entryXdr = reader.bytes()
  const liveUntil = reader.number()
  const entry = decodeEntry(keyXdr, entryXdr, liveUntil === NO_TTL ? null : Number(liveUntil))
  entry.lastModifiedLedger = reader.count()
  if (entry.kind === 'contract') entry.isEvicted = form === EVICTED
  return entry
}

function writeTransaction(writer: Writer, transaction: StoredTransaction): void {
  writer
    .bytes(hex(transaction.hash))
    .bytes(hex(transaction.innerHash ?? ''))
    .number(transaction.applicationOrder)
    .number(transaction.successful ? 1 : 0)
    .number(transaction.feeChargedStroops)
    .bytes(transaction.envelopeXdr)
    .bytes(transaction.resultXdr)
    .bytes(transaction.metaXdr)
    .bytes(transaction.feeChangesXdr)
    .bytes(transaction.refundChangesXdr)
}

function readTransaction(reader: Reader, ledger: ClosedLedger): StoredTransaction {
  const hash = Buffer.from(reader.bytes()).toString('hex')
  const innerHash = Buffer.from(reader.bytes()).toString('hex')
  return new StoredTransaction({
    hash,
    innerHash: innerHash === '' ? null : innerHash,
    feeBump: innerHash !== '',
    ledger: ledger.sequence,
    closeTime: ledger.closeTime,
    applicationOrder: reader.count(),
    successful: reader.number() === 1n,
    feeChargedStroops: reader.number(),
    envelopeXdr: reader.bytes(),
    resultXdr: reader.bytes(),
    metaXdr: reader.bytes(),
    feeChangesXdr: reader.bytes(),
    refundChangesXdr: reader.bytes(),
  })
}

function encodeRecord(record: LedgerRecord): Buffer {
  const { ledger } = record
  const writer = new Writer()
    .number(ledger.sequence)
    .bytes(hex(ledger.hash))
    .bytes(hex(ledger.previousHash))
    .number(ledger.closeTime)
    .bytes(ledger.headerXdr)
    .number(ledger.operationCount)
    .number(ledger.evictedKeysXdr.length)
  for (const key of ledger.evictedKeysXdr) writer.bytes(key)
  writer
    .number(record.offsetSeconds)
    .number(record.idPool)
    .number(record.feePoolStroops)
    .number(record.totalCoinsStroops)
  writer.number(record.transactions.length)
  for (const transaction of record.transactions) writeTransaction(writer, transaction)
  writer.number(record.entries.length)
  for (const entry of record.entries) writeEntry(writer, entry)
  return writer.finish()
}

function decodeRecord(bytes: Uint8Array): LedgerRecord {
  const reader = new Reader(bytes)
  const partial = {
    sequence: reader.count(),
    hash: Buffer.from(reader.bytes()).toString('hex'),
    previousHash: Buffer.from(reader.bytes()).toString('hex'),
    closeTime: reader.number(),
    headerXdr: reader.bytes(),
    operationCount: reader.count(),
    evictedKeysXdr: Array.from({ length: reader.count() }, () => reader.bytes()),
  }
  const [offsetSeconds, idPool] = [reader.number(), reader.number()]
  const [feePoolStroops, totalCoinsStroops] = [reader.number(), reader.number()]
  const transactionCount = reader.count()
  const ledger: ClosedLedger = { ...partial, transactionCount }
  const transactions = Array.from({ length: transactionCount }, () => readTransaction(reader, ledger))
  const entries = Array.from({ length: reader.count() }, () => readEntry(reader))
  return { ledger, offsetSeconds, idPool, feePoolStroops, totalCoinsStroops, entries, transactions }
}

const FRAME_HEAD = 8

/** A record with its length and checksum before it, so that a torn one is seen as such. */
export function frameRecord(record: LedgerRecord): Buffer {
  const body = encodeRecord(record)
  const head = Buffer.alloc(FRAME_HEAD)
  head.writeUInt32BE(body.length)
  head.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([head, body])
}

/**
 * Reads framed records up to the first that is incomplete or damaged.
 *
 * @returns how many bytes were good
 */
export function readRecords(bytes: Uint8Array, start: number, take: (record: LedgerRecord) => void): number {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = start
  while (at + FRAME_HEAD <= buffer.length) {
    const end = at + FRAME_HEAD + buffer.readUInt32BE(at)
    const body = buffer.subarray(at + FRAME_HEAD, end)
    if (end > buffer.length || crc32(body) !== buffer.readUInt32BE(at + 4)) break
    take(decodeRecord(body))
    at = end
  }
  return at
}
