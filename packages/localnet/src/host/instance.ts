import { FrameReader } from './frame.ts'
import { Instance, Module, RuntimeError, type WasmImports, type WasmMemory, type WasmModule } from './webassembly.ts'

/** Answers a look-up of the host; `null` when the ledger has no such entry. */
export type Lookup = (keyXdr: Uint8Array) => { entryXdr: Uint8Array; liveUntilLedger: number | null } | null

/** The host aborted: a bug in it, not a contract's failure. The instance that threw it is of no more use. */
export class HostTrap extends Error {
  override readonly name = 'HostTrap'
}

/** The host answered that it cannot do what it was asked, for instance because XDR does not decode. */
export class HostRefusal extends Error {
  override readonly name = 'HostRefusal'
}

interface HostExports {
  readonly memory: WasmMemory
  readonly hb_alloc: (length: number) => number
  readonly hb_free: (buffer: number, length: number) => void
  readonly hb_call: (method: number, frame: number, length: number) => bigint
}

/** Entry length, whether it has a TTL, live-until ledger: what precedes an entry that was looked up. */
const LOOKUP_PREFIX = 12

const noLedger: Lookup = () => {
  throw new Error('the host looked an entry up outside a call')
}

/** One instance of the host. It keeps its configuration and the contracts it has parsed between calls. */
export class HostInstance {
  readonly #exports: HostExports
  #lookup: Lookup = noLedger
  #panic = ''
  #lookupFailure: { readonly error: unknown } | null = null
  #calls = 0

  constructor(module: WasmModule) {
    const imports: WasmImports = {
      ledger: { get: (key = 0, length = 0) => this.#get(key, length) },
      embedder: {
        panicked: (message = 0, length = 0) => this.#note(message, length),
      },
    }
    // What is left are the platform's random numbers; the host draws from the transaction's seed instead.
    for (const { module: from, name } of Module.imports(module)) {
      imports[from] ??= {}
      imports[from][name] ??= () => {
        throw new Error(`the host called ${from}.${name}, which is not provided`)
      }
    }
    this.#exports = new Instance(module, imports).exports as HostExports
  }

  /** How often it was called. */
  get calls(): number {
    return this.#calls
  }

  /** What it occupies; WebAssembly memory never shrinks. */
  get memoryBytes(): number {
    return this.#exports.memory.buffer.byteLength
  }

  /** @throws {HostTrap} when the host aborts, {HostRefusal} when it declines, and what `lookup` throws. */
  call(method: number, frame: Uint8Array, lookup: Lookup): FrameReader {
    this.#calls += 1
    this.#lookup = lookup
    try {
      const answer = this.#run(method, frame)
      const reader = new FrameReader(answer)
      if (reader.u8() !== 0) throw new HostRefusal(reader.text())
      return reader
    } catch (error) {
      if (this.#lookupFailure) throw this.#lookupFailure.error
      if (error instanceof RuntimeError || error instanceof RangeError) {
        throw new HostTrap(this.#panic || error.message, { cause: error })
      }
      throw error
    } finally {
      this.#lookup = noLedger
      this.#lookupFailure = null
      this.#panic = ''
    }
  }

  #run(method: number, frame: Uint8Array): Uint8Array {
    const { hb_alloc, hb_call, hb_free, memory } = this.#exports
    const input = hb_alloc(frame.length)
    new Uint8Array(memory.buffer, input, frame.length).set(frame)
    const packed = BigInt.asUintN(64, hb_call(method, input, frame.length))
    const [output, length] = [Number(packed >> 32n), Number(packed & 0xffff_ffffn)]
    const answer = new Uint8Array(memory.buffer, output, length).slice()
    hb_free(output, length)
    return answer
  }

  #get(key: number, length: number): number {
    const { hb_alloc, memory } = this.#exports
    const found = this.#find(new Uint8Array(memory.buffer, key, length).slice())
    if (!found) return 0
    const { entryXdr, liveUntilLedger } = found
    const buffer = hb_alloc(LOOKUP_PREFIX + entryXdr.length)
    const prefix = new DataView(memory.buffer, buffer, LOOKUP_PREFIX)
    prefix.setUint32(0, entryXdr.length, true)
    prefix.setUint32(4, liveUntilLedger === null ? 0 : 1, true)
    prefix.setUint32(8, liveUntilLedger ?? 0, true)
    new Uint8Array(memory.buffer, buffer + LOOKUP_PREFIX, entryXdr.length).set(entryXdr)
    return buffer
  }

  #find(keyXdr: Uint8Array): ReturnType<Lookup> {
    try {
      return this.#lookup(keyXdr)
    } catch (error) {
      this.#lookupFailure = { error }
      throw error
    }
  }

  #note(message: number, length: number): undefined {
    this.#panic = new TextDecoder().decode(new Uint8Array(this.#exports.memory.buffer, message, length))
  }
}
