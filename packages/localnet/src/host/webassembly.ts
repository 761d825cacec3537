/** The part of WebAssembly used here. Node's own types have none, and those of the DOM would bring the DOM along. */
export interface WasmModule {
  readonly [Symbol.toStringTag]?: string
}

export interface WasmMemory {
  readonly buffer: ArrayBuffer
}

export type WasmImports = Record<string, Record<string, (...args: number[]) => number | undefined>>

interface WasmApi {
  compile(bytes: Uint8Array): Promise<WasmModule>
  readonly Module: {
    imports(module: WasmModule): { readonly module: string; readonly name: string }[]
  }
  readonly Instance: new (module: WasmModule, imports: WasmImports) => { readonly exports: unknown }
  readonly RuntimeError: new (message?: string) => Error
}

export const { compile, Module, Instance, RuntimeError } = (globalThis as unknown as { WebAssembly: WasmApi })
  .WebAssembly
