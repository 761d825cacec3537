/** Writes one frame for the host: little-endian numbers and length-prefixed bytes. */
export class FrameWriter {
  #bytes = new Uint8Array(1024)
  #view = new DataView(this.#bytes.buffer)
  #length = 0

  #reserve(count: number): number {
    const at = this.#length
    this.#length += count
    if (this.#length > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(this.#length, this.#bytes.length * 2))
      grown.set(this.#bytes)
      this.#bytes = grown
      this.#view = new DataView(grown.buffer)
    }
    return at
  }

  u8(value: number): this {
    const at = this.#reserve(1)
    this.#view.setUint8(at, value)
    return this
  }

  u32(value: number): this {
    const at = this.#reserve(4)
    this.#view.setUint32(at, value, true)
    return this
  }

  u64(value: bigint): this {
    const at = this.#reserve(8)
    this.#view.setBigUint64(at, value, true)
    return this
  }

  i64(value: bigint): this {
    const at = this.#reserve(8)
    this.#view.setBigInt64(at, value, true)
    return this
  }

  bytes(value: Uint8Array): this {
    this.u32(value.length)
    const at = this.#reserve(value.length)
    this.#bytes.set(value, at)
    return this
  }

  /** The frame so far; valid until the next write. */
  finish(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }
}

/** Reads one frame of the host from its start to its end. */
export class FrameReader {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  #at = 0

  constructor(frame: Uint8Array) {
    this.#bytes = frame
    this.#view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength)
  }

  #skip(count: number): number {
    const at = this.#at
    this.#at += count
    return at
  }

  u8(): number {
    return this.#view.getUint8(this.#skip(1))
  }

  u32(): number {
    return this.#view.getUint32(this.#skip(4), true)
  }

  u64(): bigint {
    return this.#view.getBigUint64(this.#skip(8), true)
  }

  i64(): bigint {
    return this.#view.getBigInt64(this.#skip(8), true)
  }

  /** A copy, so that an entry kept by the ledger does not hold the whole frame in memory. */
  bytes(): Uint8Array {
    const length = this.u32()
    const at = this.#skip(length)
    return this.#bytes.slice(at, at + length)
  }

  list(): Uint8Array[] {
    return Array.from({ length: this.u32() }, () => this.bytes())
  }

  text(): string {
    return new TextDecoder().decode(this.bytes())
  }
}
