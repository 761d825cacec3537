import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { frameRecord, type LedgerRecord, readRecords } from './record.ts'

const MAGIC = Buffer.from('HBLOCAL2', 'ascii')
const HEAD_BYTES = MAGIC.length + 32

/** The first bytes of a state: what it is, and of which network. */
export function stateHead(networkId: Uint8Array): Buffer {
  return Buffer.concat([MAGIC, networkId])
}

/**
 * Reads a state.
 *
 * @returns how many bytes were good
 * @throws {Error} if it is no state, or that of another network
 */
export function readState(bytes: Uint8Array, networkId: Uint8Array, take: (record: LedgerRecord) => void): number {
  if (Buffer.compare(bytes.subarray(0, HEAD_BYTES), stateHead(networkId)) !== 0) {
    throw new Error('the state is not one of this network')
  }
  return readRecords(bytes, HEAD_BYTES, take)
}

/**
 * A file to which every closed ledger is appended before anybody hears of it.
 *
 * A process that is killed while it writes comes back to the last ledger that was written whole; the torn end is cut
 * off. The file is not forced to the disk at every ledger: it survives the process, not the power.
 *
 * Ledgers in which nothing happened are left out when the file is written anew: after a restart their numbers are skipped.
 *
 * Until the first ledger is appended the file is only read: a second process that is started by mistake, and ends
 * because it finds its port taken, does no harm.
 */
export class Journal {
  readonly #path: string
  readonly #head: Buffer
  #file: number | null = null
  /** Bytes of head and whole records. */
  #goodBytes = 0
  /** Whether the file may hold more than that, which must go before anything is appended. */
  #torn = true

  constructor(path: string, networkId: Uint8Array) {
    this.#path = path
    this.#head = stateHead(networkId)
  }

  /** Reads what the file holds and opens it for more. @returns whether it held any ledger */
  open(take: (record: LedgerRecord) => void): boolean {
    const bytes = readIfThere(this.#path)
    let records = 0
    // Less than a head is what a first start leaves that was killed at once.
    if (bytes !== null && bytes.length >= this.#head.length) {
      this.#goodBytes = readState(bytes, this.#head.subarray(MAGIC.length), (record) => {
        records += 1
        take(record)
      })
    }
    mkdirSync(dirname(this.#path), { recursive: true })
    this.#file = openSync(this.#path, 'a')
    return records > 0
  }

  /** @throws {Error} if the file cannot be written; what was written of the record is cut off by the next append */
  append(record: LedgerRecord): void {
    if (this.#file === null) throw new Error('the state file is closed')
    if (this.#torn) {
      ftruncateSync(this.#file, this.#goodBytes)
      this.#torn = false
    }
    const frame = frameRecord(record)
    const bytes = this.#goodBytes === 0 ? Buffer.concat([this.#head, frame]) : frame
    this.#torn = true
    writeAll(this.#file, bytes)
    this.#torn = false
    this.#goodBytes += bytes.length
  }

  /** Puts another state in place of the file, as a whole or not at all. */
  replace(state: Uint8Array): void {
    this.close()
    const fresh = `${this.#path}.new`
    writeFileSync(fresh, state)
    renameSync(fresh, this.#path)
    this.#file = openSync(this.#path, 'a')
    this.#goodBytes = state.length
    this.#torn = false
  }

  close(): void {
    if (this.#file !== null) closeSync(this.#file)
    this.#file = null
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  let written = 0
  while (written < bytes.length) written += writeSync(file, bytes, written)
}

function readIfThere(path: string): Uint8Array | null {
  try {
    return readFileSync(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
