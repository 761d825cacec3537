import { concatBytes, type MeterKind, sha256, toBase64, utf8Bytes } from '@heliobond/domain'
import type { Enrolment } from '../config/enrolment-file.ts'
import { httpJson } from '../forward/http-json.ts'
import type { MeterKey } from '../key/meter-key.ts'

/** What came of showing the code. */
export type Redeemed =
  /** The approver has registered the meter: it may speak. */
  | { readonly kind: 'registered'; readonly enrolment: Enrolment }
  /** The key is known to Heliobond and waits for the approver. */
  | { readonly kind: 'waiting'; readonly system: number }
  /** The platform says no; `detail` is in its words. */
  | { readonly kind: 'refused'; readonly code: string; readonly detail: string }

const TIMEOUT_MS = 30_000
const KINDS: Readonly<Record<string, MeterKind>> = { site: 'Site', load: 'Load', combined: 'Combined' }

/**
 * Shows Heliobond the operator's one-time code and the meter's public key. The same code and key may be shown again, to
 * ask whether the approver has registered the meter.
 *
 * The device proves that it holds the key by signing `HBENROL1` and the code's SHA-256: no 124 bytes, so never a reading.
 *
 * @throws if no answer comes that can be read.
 */
export async function redeemCode(baseUrl: string, code: string, key: MeterKey): Promise<Redeemed> {
  const url = `${baseUrl.replace(/\/$/, '')}/v1/enrolments/redeem`
  const signature = key.signBytes(enrolmentBytes(code))
  const body = { code, publicKey: toBase64(key.publicKey), signature: toBase64(signature) }
  const answer = await httpJson(url, JSON.stringify(body), TIMEOUT_MS)
  if (answer.status !== 200) return refusalOf(answer.body, answer.status)
  return readAnswer(answer.body) ?? { kind: 'refused', code: 'UNREADABLE', detail: `${url} answers in unknown words` }
}

/** What the meter's key signs to show that it is held: 8 + 32 bytes. */
export const enrolmentBytes = (code: string): Uint8Array => concatBytes(utf8Bytes('HBENROL1'), sha256(utf8Bytes(code)))

function refusalOf(body: unknown, status: number): Redeemed {
  const { code, detail } = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>
  return {
    kind: 'refused',
    code: typeof code === 'string' ? code : `HTTP_${status}`,
    detail: typeof detail === 'string' ? detail : `the answer is ${status}`,
  }
}

function readAnswer(body: unknown): Redeemed | undefined {
  if (typeof body !== 'object' || body === null) return undefined
  const { systemId, meterId, epoch, kind, capacityW, networkPassphrase, energyContract } = body as Record<
    string,
    unknown
  >
  if (typeof systemId !== 'number') return undefined
  // Before there is a contract to sign for, a registered meter has nothing to say either.
  if (meterId === null || energyContract === null) return { kind: 'waiting', system: systemId }
  const meterKind = typeof kind === 'string' ? KINDS[kind] : undefined
  if (typeof meterId !== 'number' || typeof epoch !== 'number' || meterKind === undefined) return undefined
  if (typeof capacityW !== 'string' || !/^\d{1,15}$/.test(capacityW)) return undefined
  if (typeof networkPassphrase !== 'string' || typeof energyContract !== 'string') return undefined
  return {
    kind: 'registered',
    enrolment: {
      ...{ system: systemId, meter: meterId, epoch, kind: meterKind, capacityW: Number(capacityW) },
      network: { passphrase: networkPassphrase, energyContract },
    },
  }
}
