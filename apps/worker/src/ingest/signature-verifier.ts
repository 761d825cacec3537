import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { PUBLIC_KEY_AT, SIGNATURE_AT, SLOT_LENGTH } from './signature-layout.ts'

/** What a meter signed, with what, and under which key. */
export interface SignedMessage {
  /** The 124 signed bytes. */
  readonly signed: Uint8Array
  /** 64 bytes. */
  readonly signature: Uint8Array
  /** 32 bytes, raw. */
  readonly publicKey: Uint8Array
}

/** Verifies Ed25519 signatures on all cores, away from the thread that talks to broker and database. */
export interface SignatureVerifier {
  /** Whether each signature is true, in order. Rejects if a worker thread died. */
  verify(messages: readonly SignedMessage[]): Promise<boolean[]>
  close(): Promise<void>
}

/** Fewer than this many are not worth another thread's wake-up. */
const LEAST_PER_THREAD = 32

export function createSignatureVerifier(threads: number = availableParallelism()): SignatureVerifier {
  const pending = new Map<number, { resolve: (valid: Uint8Array) => void; reject: (error: Error) => void }>()
  let nextId = 0
  let nextWorker = 0
  let failure: Error | undefined

  const fail = (error: Error) => {
    failure ??= error
    for (const { reject } of pending.values()) reject(error)
    pending.clear()
  }
  const workers = Array.from({ length: threads }, () => {
    const worker = new Worker(new URL('./signature-worker.ts', import.meta.url))
    worker.on('message', ({ id, valid }: { id: number; valid: Uint8Array }) => {
      pending.get(id)?.resolve(valid)
      pending.delete(id)
    })
    worker.on('error', fail)
    worker.on('exit', (code) => fail(new Error(`a signature worker ended with code ${code}`)))
    return worker
  })

  function verifySlots(slots: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
    const worker = workers[nextWorker++ % workers.length]
    if (failure || !worker) return Promise.reject(failure ?? new Error('a verifier needs a thread'))
    const id = nextId++
    return new Promise((resolve, reject) => {
      pending.set(id, { resolve, reject })
      worker.postMessage({ id, slots }, [slots.buffer])
    })
  }

  return {
    async verify(messages) {
      const share = Math.max(LEAST_PER_THREAD, Math.ceil(messages.length / workers.length))
      const shares: Promise<Uint8Array>[] = []
      for (let from = 0; from < messages.length; from += share) {
        shares.push(verifySlots(pack(messages.slice(from, from + share))))
      }
      return (await Promise.all(shares)).flatMap((valid) => Array.from(valid, (flag) => flag === 1))
    },
    async close() {
      failure ??= new Error('the verifier is closed')
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
  }
}

function pack(messages: readonly SignedMessage[]): Uint8Array<ArrayBuffer> {
  const slots = new Uint8Array(messages.length * SLOT_LENGTH)
  messages.forEach(({ signed, signature, publicKey }, index) => {
    const slot = index * SLOT_LENGTH
    slots.set(signed, slot)
    slots.set(signature, slot + SIGNATURE_AT)
    slots.set(publicKey, slot + PUBLIC_KEY_AT)
  })
  return slots
}
