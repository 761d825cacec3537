import type { LocalnetCore } from '../core/types.ts'
import type { FeeWindows } from '../rpc/fee-stats.ts'
import type { Faults } from '../server/faults.ts'
import type { LedgerHistory } from '../server/history.ts'
import type { HttpAnswer } from './answer.ts'
import type { ClassicState } from './state.ts'

export interface HorizonContext {
  readonly core: LocalnetCore
  readonly state: ClassicState
  readonly history: LedgerHistory
  readonly fees: FeeWindows
  readonly faults: Faults
  /** Address of this server as the client wrote it; links begin with it. */
  readonly baseUrl: string
}

export interface HorizonRequest {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  /** Fields of a form body. */
  readonly form: URLSearchParams
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
