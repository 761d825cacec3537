import type { Acknowledgement } from '../store/device-store.ts'

const MAX_SEQ = 2n ** 63n - 1n

/**
 * Reads our acknowledgement as it comes on the ack topic. Undefined for anything else: what cannot be understood must make
 * nobody forget anything.
 */
export function parseAck(payload: Uint8Array): Acknowledgement | undefined {
  let json: unknown
  try {
    json = JSON.parse(Buffer.from(payload).toString('utf8'))
  } catch {
    return undefined
  }
  if (typeof json !== 'object' || json === null) return undefined
  const { epoch, stored, refused } = json as { epoch?: unknown; stored?: unknown; refused?: unknown }
  if (typeof epoch !== 'number' || !Number.isInteger(epoch) || !Array.isArray(stored) || !Array.isArray(refused)) {
    return undefined
  }
  const ranges = stored.map(parseRange)
  const refusals = refused.map(parseRefusal)
  if (ranges.some((range) => !range) || refusals.some((refusal) => !refusal)) return undefined
  return {
    epoch,
    stored: ranges.filter((range) => range !== undefined),
    refused: refusals.filter((refusal) => refusal !== undefined),
  }
}

function parseRange(value: unknown): readonly [bigint, bigint] | undefined {
  if (!Array.isArray(value) || value.length !== 2) return undefined
  const [from, to] = [seqOf(value[0]), seqOf(value[1])]
  return from !== undefined && to !== undefined && from <= to ? [from, to] : undefined
}

function parseRefusal(value: unknown): { seq: bigint; code: string } | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { seq, code } = value as { seq?: unknown; code?: unknown }
  const number = seqOf(seq)
  return number !== undefined && typeof code === 'string' ? { seq: number, code } : undefined
}

/** The store's numbers are signed 64-bit; no device comes near the end of them. */
export function seqOf(value: unknown): bigint | undefined {
  if (typeof value !== 'string' || !/^(?:0|[1-9]\d{0,18})$/.test(value)) return undefined
  const seq = BigInt(value)
  return seq <= MAX_SEQ ? seq : undefined
}

/**
 * Refusals that no waiting can change, of readings that are this meter's own. All others may turn into "stored": an epoch
 * not yet recorded, a time ahead of the ledger's, a meter or key not yet registered. Over MQTT only these are sent.
 */
const FINAL: ReadonlySet<string> = new Set([
  'OLD_EPOCH',
  'ROLE_REGISTER',
  'SEQ_NOT_GROWING',
  'TIME_FELL',
  'REGISTER_FELL',
  'IMPOSSIBLE_JUMP',
])

export const isFinal = (code: string): boolean => FINAL.has(code)
