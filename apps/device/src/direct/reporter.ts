import type { Logger } from 'pino'
import type { Word } from '../control/word.ts'
import { backoff } from '../forward/backoff.ts'
import { type DeviceStore, readingOf } from '../store/device-store.ts'
import type { EnergyLink, Reported } from './energy-link.ts'
import { underWay } from './under-way.ts'

const LOOK_MS = 1_000
const LONGEST_PAUSE_MS = 60_000

export interface ReporterStatus {
  readonly lastSuccessMs: number | undefined
  /** Why the oldest reading is not in the contract yet; undefined when nothing is in its way. */
  readonly obstacle: string | undefined
  /** What the last report cost, stroops. */
  readonly lastFeeStroops: bigint | undefined
}

export interface Reporter extends ReporterStatus {
  /** There is something new to report. */
  wake(): void
  close(): Promise<void>
}

export interface ReporterOptions {
  readonly store: DeviceStore
  readonly log: Logger
  /** Of the configuration: what an older epoch left behind can be given up once the contract is in this one. */
  readonly epoch: number
  readonly onWord: (word: Word) => void
  readonly longestPauseMs?: number
}

/**
 * Reports what waits to the contract, one by one and oldest first, whenever the network can be reached.
 *
 * A reading is forgotten when the contract has it: its transaction is in a ledger, or the contract says that it knows it. A
 * transaction under way is written down before it is sent, so that after a power cut its end is asked for and its fee not
 * paid twice.

 */
export function startReporter(options: ReporterOptions, link: EnergyLink): Reporter {
  const { store, log } = options
  const sending = underWay(store)
  let stopping = false
  const state: { -readonly [K in keyof ReporterStatus]: ReporterStatus[K] } = {
    ...{ lastSuccessMs: undefined, obstacle: undefined, lastFeeStroops: undefined },
  }
  let wakeUp: (() => void) | undefined
  /** Something came while a step ran: no rest after it. */
  let woken = false

  function rest(ms: number): Promise<void> {
    if (woken || stopping) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = setTimeout(() => wakeUp?.(), ms)
      wakeUp = () => {
        clearTimeout(timer)
        wakeUp = undefined
        resolve()
      }
    })
  }

  function obstructed(code: string, detail: string): void {
    const words = `${code}: ${detail}`
    if (state.obstacle !== words) log.warn({ code, detail }, 'the reading is not in the contract yet')
    state.obstacle = words
  }

  /** Books an end. @returns whether the queue may go on at once. */
  function book({ epoch, seq }: { epoch: number; seq: bigint }, reported: Reported): boolean {
    if (reported.kind === 'later') {
      const isPast = reported.code === 'WrongEpoch' && epoch < options.epoch
      if (!isPast) {
        obstructed(reported.code, reported.detail)
        return false
      }
      return book({ epoch, seq }, { kind: 'refused', code: 'OLD_EPOCH' })
    }
    state.obstacle = undefined
    state.lastSuccessMs = performance.now()
    if (reported.kind === 'refused') {
      log.error({ seq: `${seq}`, code: reported.code }, 'the contract refuses a reading')
      store.acknowledge({ epoch, stored: [], refused: [{ seq, code: reported.code }] })
      return true
    }
    store.acknowledge({ epoch, stored: [[seq, seq]], refused: [] })
    if (reported.kind === 'taken') {
      const { word, feeStroops } = reported
      state.lastFeeStroops = feeStroops
      log.info({ seq: `${seq}`, ledger: word.ledger, hash: word.hash, feeStroops: `${feeStroops}` }, 'reported')
      options.onWord(word)
    }
    return true
  }

  /** One step. @returns 'on' to go on at once, 'idle' when nothing waits, 'wait' to try again later. */
  async function step(): Promise<'on' | 'idle' | 'wait'> {
    const sent = sending.read()
    if (sent) {
      const ended = await link.followUp(sent)
      if (!ended) return 'wait'
      sending.clear()
      // One that failed or died is sent anew below.
      if (ended.kind !== 'later') book({ epoch: sent.epoch, seq: BigInt(sent.seq) }, ended)
      return 'on'
    }
    const [oldest] = store.pending(1)
    if (!oldest) return 'idle'
    const reported = await link.report(readingOf(oldest))
    sending.clear()
    return book(oldest, reported) ? 'on' : 'wait'
  }

  async function run(): Promise<void> {
    const pause = backoff(options.longestPauseMs ?? LONGEST_PAUSE_MS)
    while (!stopping) {
      woken = false
      try {
        const came = await step()
        if (came !== 'wait') pause.reset()
        if (came === 'idle') await rest(LOOK_MS)
        if (came === 'wait') await rest(pause.nextMs())
      } catch (error) {
        obstructed('UNREACHABLE', error instanceof Error ? error.message : String(error))
        await rest(pause.nextMs())
      }
    }
  }

  const running = run()
  return {
    get lastSuccessMs() {
      return state.lastSuccessMs
    },
    get obstacle() {
      return state.obstacle
    },
    get lastFeeStroops() {
      return state.lastFeeStroops
    },
    wake() {
      // A pause after a fault is kept: each new reading would end it.
      if (state.obstacle !== undefined) return
      woken = true
      wakeUp?.()
    },
    async close() {
      stopping = true
      wakeUp?.()
      await running
    },
  }
}
