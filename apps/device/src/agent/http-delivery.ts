import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import { backoff } from '../forward/backoff.ts'
import { postReadings } from '../forward/http-forwarder.ts'
import type { DeviceStore } from '../store/device-store.ts'

const LOOK_MS = 1_000
/** What the platform cannot take yet is offered again after so long. */
const AGAIN_MS = 60_000
const LONGEST_PAUSE_MS = 60_000

export interface HttpDelivery {
  readonly lastSuccessMs: number | undefined
  readonly lastFailure: string | undefined
  close(): Promise<void>
}

/** Posts what waits, oldest first, whenever `wanted` says that nobody else does. */
export function startHttpDelivery(store: DeviceStore, url: string, log: Logger, wanted: () => boolean): HttpDelivery {
  const stopping = new AbortController()
  const state: { lastSuccessMs: number | undefined; lastFailure: string | undefined } = {
    lastSuccessMs: undefined,
    lastFailure: undefined,
  }

  async function run(): Promise<void> {
    const pause = backoff(LONGEST_PAUSE_MS)
    const rest = (ms: number) => sleep(ms, undefined, { signal: stopping.signal }).catch(() => undefined)
    // Past what was answered and not taken, so that it does not hold up the rest; from the oldest again after a while.
    let after: { epoch: number; seq: bigint } | undefined
    let againAtMs = 0
    while (!stopping.signal.aborted) {
      if (performance.now() >= againAtMs) {
        after = undefined
        againAtMs = performance.now() + AGAIN_MS
      }
      const posted = wanted() ? await postReadings(store, url, after) : { kind: 'idle' as const }
      if (posted.kind === 'failed') {
        if (state.lastFailure !== posted.detail) log.warn({ detail: posted.detail }, 'readings cannot be posted')
        state.lastFailure = posted.detail
        await rest(pause.nextMs())
        continue
      }
      if (posted.kind === 'answered') {
        state.lastSuccessMs = performance.now()
        state.lastFailure = undefined
        pause.reset()
        if (posted.refused.length > 0) log.error({ codes: [...new Set(posted.refused)] }, 'Heliobond refuses readings')
        after = posted.last
        continue
      }
      await rest(LOOK_MS)
    }
  }

  const running = run()
  return {
    get lastSuccessMs() {
      return state.lastSuccessMs
    },
    get lastFailure() {
      return state.lastFailure
    },
    async close() {
      stopping.abort()
      await running
    },
  }
}
