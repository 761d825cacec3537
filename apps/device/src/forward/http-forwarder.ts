import type { Acknowledgement, DeviceStore } from '../store/device-store.ts'
import { isFinal, seqOf } from './ack.ts'
import { httpJson } from './http-json.ts'

const BATCH = 100
const TIMEOUT_MS = 30_000

/** What came of one attempt. */
export type Posted =
  /** Nothing waits. */
  | { readonly kind: 'idle' }
  | { readonly kind: 'answered'; readonly stored: number; readonly refused: readonly string[] }
  | { readonly kind: 'failed'; readonly detail: string }

/** Posts the oldest readings, starting after `after`; forgets them on the 200, which comes after the commit. */
export async function postReadings(
  store: DeviceStore,
  baseUrl: string,
  after?: { readonly epoch: number; readonly seq: bigint },
): Promise<Posted & { readonly last?: { readonly epoch: number; readonly seq: bigint } }> {
  const batch = store.pending(BATCH, after)
  const last = batch.at(-1)
  if (!last) return { kind: 'idle' }
  const url = `${baseUrl.replace(/\/$/, '')}/v1/readings`
  let answer: Awaited<ReturnType<typeof httpJson>>
  try {
    answer = await httpJson(url, `[${batch.map(({ body }) => body).join(',')}]`, TIMEOUT_MS)
  } catch (error) {
    return { kind: 'failed', detail: error instanceof Error ? error.message : String(error) }
  }
  if (answer.status !== 200) return { kind: 'failed', detail: `${url} answers ${answer.status}` }
  const acknowledgements = readAnswer(answer.body, batch)
  for (const one of acknowledgements.values()) store.acknowledge(one)
  const all = [...acknowledgements.values()]
  const refused = refusalCodes(answer.body)
  return { kind: 'answered', stored: all.reduce((sum, { stored }) => sum + stored.length, 0), refused, last }
}

/** Only what the answer names by epoch and number and what we sent in that place is forgotten. */
function readAnswer(body: unknown, batch: readonly { epoch: number; seq: bigint }[]): Map<number, Acknowledgement> {
  const byEpoch = new Map<
    number,
    { epoch: number; stored: [bigint, bigint][]; refused: { seq: bigint; code: string }[] }
  >()
  const of = (epoch: number) => {
    const known = byEpoch.get(epoch) ?? { epoch, stored: [], refused: [] }
    byEpoch.set(epoch, known)
    return known
  }
  for (const { index, epoch, seq } of listOf(body, 'stored')) {
    const sent = typeof index === 'number' ? batch[index] : undefined
    if (sent && sent.epoch === epoch && sent.seq === seqOf(seq)) of(sent.epoch).stored.push([sent.seq, sent.seq])
  }
  for (const { index, code } of listOf(body, 'refused')) {
    const sent = typeof index === 'number' ? batch[index] : undefined
    if (sent && typeof code === 'string' && isFinal(code)) of(sent.epoch).refused.push({ seq: sent.seq, code })
  }
  return byEpoch
}

const refusalCodes = (body: unknown): string[] =>
  listOf(body, 'refused').flatMap(({ code }) => (typeof code === 'string' ? [code] : []))

function listOf(body: unknown, name: string): readonly Readonly<Record<string, unknown>>[] {
  const list = typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[name] : undefined
  return Array.isArray(list) ? list.filter((one) => typeof one === 'object' && one !== null) : []
}
