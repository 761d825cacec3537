import type { LocalnetCore } from '../core/types.ts'
import type { FeeWindows } from '../rpc/fee-stats.ts'
import type { Faults } from '../server/faults.ts'
import type { LedgerHistory } from '../server/history.ts'
import type { HttpAnswer } from './answer.ts'
import type { HistoryIndex } from './ingest/history-index.ts'
import type { ClassicState } from './state.ts'

export interface HorizonContext {
  readonly core: LocalnetCore
  readonly state: ClassicState
  readonly history: LedgerHistory
  /** Where things are in the history. Read up to the latest ledger before a handler that needs it is called. */
  readonly index: HistoryIndex
  readonly fees: FeeWindows
  readonly faults: Faults
  /** Address of this server as the client wrote it; links begin with it. */
  readonly baseUrl: string
  /** How long a submitted transaction's ledger is waited for; 30 seconds when absent. */
  readonly submissionTimeoutMs?: number
}

export interface HorizonRequest {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  /** Fields of a form body. */
  readonly form: URLSearchParams
  /** The kind of body that was sent; undefined when there is none. */
  readonly contentType?: string | undefined
  /** Where a stream that was cut goes on. */
  readonly lastEventId?: string | undefined
}

export type HorizonHandler = (
  request: HorizonRequest,
  context: HorizonContext,
  segments: readonly string[],
) => HttpAnswer | Promise<HttpAnswer>

/** A link of HAL. A templated one is to be expanded (RFC 6570). */
export function link(href: string): {
  readonly href: string
  readonly templated?: true
} {
  return href.includes('{') ? { href, templated: true } : { href }
}

/** The link to a list with its paging parameters. */
export function pagedLink(href: string) {
  return link(`${href}{?cursor,limit,order}`)
}
