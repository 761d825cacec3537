/** A worker thread that verifies Ed25519 signatures; see signature-verifier.ts. */
import { createPublicKey, type KeyObject, verify } from 'node:crypto'
import { parentPort } from 'node:worker_threads'
import { PUBLIC_KEY_AT, SIGNATURE_AT, SLOT_LENGTH } from './signature-layout.ts'

if (!parentPort) throw new Error('signature-worker.ts runs in a worker thread only')
const port = parentPort

/** Making a key object costs about as much as using it once; meters come back every few seconds. */
const keys = new Map<string, KeyObject>()
const MOST_KEYS = 50_000

function keyOf(raw: Buffer): KeyObject {
  const x = raw.toString('base64url')
  const known = keys.get(x)
  if (known) return known
  if (keys.size >= MOST_KEYS) keys.clear()
  const key = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x },
    format: 'jwk',
  })
  keys.set(x, key)
  return key
}

port.on('message', ({ id, slots }: { id: number; slots: Uint8Array }) => {
  const bytes = Buffer.from(slots.buffer, slots.byteOffset, slots.byteLength)
  const valid = new Uint8Array(bytes.length / SLOT_LENGTH)
  for (let index = 0; index < valid.length; index++) {
    const slot = bytes.subarray(index * SLOT_LENGTH, (index + 1) * SLOT_LENGTH)
    const signed = slot.subarray(0, SIGNATURE_AT)
    const signature = slot.subarray(SIGNATURE_AT, PUBLIC_KEY_AT)
    valid[index] = verify(null, signed, keyOf(slot.subarray(PUBLIC_KEY_AT)), signature) ? 1 : 0
  }
  port.postMessage({ id, valid }, [valid.buffer])
})
