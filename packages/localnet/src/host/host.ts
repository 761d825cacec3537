import { readFile } from 'node:fs/promises'
import type { FrameReader } from './frame.ts'
import { HostInstance, HostRefusal, type Lookup } from './instance.ts'
import { compile, type WasmModule } from './webassembly.ts'

/** What the host can be asked; the numbers are those of `hb_call`. */
export const HostMethod = {
  defaultConfig: 0,
  configure: 1,
  resourceFee: 2,
  check: 3,
  applyInvoke: 4,
  applyExtend: 5,
  applyRestore: 6,
  simulate: 7,
  panic: 255,
} as const

const WASM = new URL('../../host-wasm/soroban_host.wasm', import.meta.url)

/** When an instance is replaced, so that what its allocator cannot reuse does not pile up. */
export interface HostLimits {
  readonly calls: number
  readonly bytes: number
}

const LIMITS: HostLimits = { calls: 50_000, bytes: 192 * 1024 * 1024 }

const nothing: Lookup = () => null

/** The compiled host and its current instance, which is replaced when it traps or grows old. */
export class SorobanHost {
  readonly #module: WasmModule
  readonly #limits: HostLimits
  #instance: HostInstance | null = null
  #configFrame: Uint8Array | null = null

  constructor(module: WasmModule, limits: HostLimits = LIMITS) {
    this.#module = module
    this.#limits = limits
  }

  /** Compiles the committed .wasm. */
  static async load(limits?: HostLimits): Promise<SorobanHost> {
    return new SorobanHost(await compile(await readFile(WASM)), limits)
  }

  /** Gives the host the network's configuration, now and whenever its instance is replaced. */
  configure(frame: Uint8Array): void {
    this.#configFrame = frame
    if (this.#instance) this.#call(this.#instance, HostMethod.configure, frame, nothing)
  }

  /** @throws {HostTrap} when the host aborts, {HostRefusal} when it declines, and what `lookup` throws. */
  call(method: number, frame: Uint8Array, lookup: Lookup = nothing): FrameReader {
    return this.#call(this.#current(), method, frame, lookup)
  }

  #current(): HostInstance {
    const old = this.#instance
    if (old && old.calls < this.#limits.calls && old.memoryBytes < this.#limits.bytes) return old
    const fresh = new HostInstance(this.#module)
    if (this.#configFrame) fresh.call(HostMethod.configure, this.#configFrame, nothing)
    this.#instance = fresh
    return fresh
  }

  #call(instance: HostInstance, method: number, frame: Uint8Array, lookup: Lookup): FrameReader {
    try {
      return instance.call(method, frame, lookup)
    } catch (error) {
      // Anything but an orderly answer has left the instance's stack and locks as they were in mid-call.
      if (!(error instanceof HostRefusal)) this.#instance = null
      throw error
    }
  }
}
