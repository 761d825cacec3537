import { closeSync, ftruncateSync, openSync, readFileSync, renameSync, writeFileSync, writeSync } from 'node:fs'
import { frameRecord, type LedgerRecord, readRecords } from './record.ts'

const MAGIC = Buffer.from('HBLOCAL1', 'ascii')
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
 */
export class Journal {
  readonly #path: string
  readonly #head: Buffer
  #file: number | null = null

  constructor(path: string, networkId: Uint8Array) {
    this.#path = path
    this.#head = stateHead(networkId)
  }

  /** Reads what the file holds and opens it for more. @returns whether it held any ledger */
  open(take: (record: LedgerRecord) => void): boolean {
    const bytes = readIfThere(this.#path)
    let records = 0
    // Less than a head is what a first start leaves that was killed at once.
    const isNew = bytes === null || bytes.length < this.#head.length
    const good = isNew
      ? 0
      : readState(bytes, this.#head.subarray(MAGIC.length), (record) => {
          records += 1
          take(record)
        })
    const file = openSync(this.#path, 'a')
    ftruncateSync(file, good)
    if (isNew) writeSync(file, this.#head)
    this.#file = file
    return records > 0
  }

  append(record: LedgerRecord): void {
    if (this.#file === null) throw new Error('the state file is closed')
    const bytes = frameRecord(record)
    let written = 0
    while (written < bytes.length) written += writeSync(this.#file, bytes, written)
  }

  /** Puts another state in place of the file, as a whole or not at all. */
  replace(state: Uint8Array): void {
    this.close()
    const fresh = `${this.#path}.new`
    writeFileSync(fresh, state)
    renameSync(fresh, this.#path)
    this.#file = openSync(this.#path, 'a')
  }

  close(): void {
    if (this.#file !== null) closeSync(this.#file)
    this.#file = null
  }
}

function readIfThere(path: string): Uint8Array | null {
  try {
    return readFileSync(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
