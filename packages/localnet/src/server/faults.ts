/**
 * What can be made to go wrong on purpose.
 *
 * - `drop`: the connection is cut before the request is looked at.
 * - `delay`: the request is looked at `ms` later.
 * - `http5xx`: HTTP 503, the request is not looked at.
 * - `tryAgainLater`: a transaction is turned away with TRY_AGAIN_LATER and is not queued.
 * - `notFound`: `getTransaction` knows nothing of a transaction that is in a ledger.
 * - `loseResponse`: the request is carried out, then the connection is cut.
 * - `staleLedger`: the answer comes from a node that has not heard of any ledger after the one that was the latest
 *   when the fault was set. Ledger entries are not rolled back.
 */
export const FAULT_KINDS = [
  'drop',
  'delay',
  'http5xx',
  'tryAgainLater',
  'notFound',
  'loseResponse',
  'staleLedger',
] as const

export type FaultKind = (typeof FAULT_KINDS)[number]

export interface Fault {
  readonly kind: FaultKind
  /** An RPC method's name, `horizon` or `friendbot`; every request when absent. */
  readonly method?: string
  /** How many requests it meets; 1 when absent. */
  readonly count?: number
  /** Milliseconds of a `delay`; 1,000 when absent. */
  readonly ms?: number
}

interface ArmedFault {
  readonly fault: Fault
  readonly atLedger: number
  left: number
}

export interface Faults {
  /** Adds a fault; `atLedger` is the latest ledger now. */
  readonly arm: (fault: Fault, atLedger: number) => void
  /** Removes every fault that is left. */
  readonly clear: () => void
  /** Uses up one meeting of each armed fault of these kinds that applies to `method`. */
  readonly take: <Kind extends FaultKind>(kinds: readonly Kind[], method: string) => readonly TakenFault<Kind>[]
}

export interface TakenFault<Kind extends FaultKind = FaultKind> {
  readonly kind: Kind
  readonly ms: number
  readonly atLedger: number
}

const DEFAULT_DELAY_MS = 1_000

function isKind<Kind extends FaultKind>(kind: FaultKind, kinds: readonly Kind[]): kind is Kind {
  return (kinds as readonly FaultKind[]).includes(kind)
}

export function createFaults(): Faults {
  let armed: ArmedFault[] = []
  return {
    arm(fault, atLedger) {
      armed.push({ fault, atLedger, left: fault.count ?? 1 })
    },
    clear() {
      armed = []
    },
    take(kinds, method) {
      if (armed.length === 0) return []
      const taken: TakenFault<(typeof kinds)[number]>[] = []
      for (const each of armed) {
        const { kind } = each.fault
        if (each.left <= 0 || !isKind(kind, kinds)) continue
        if (each.fault.method !== undefined && each.fault.method !== method) continue
        // One request meets one fault of a kind: two armed faults of the same kind meet two requests.
        if (taken.some((other) => other.kind === kind)) continue
        each.left -= 1
        taken.push({
          kind,
          ms: each.fault.ms ?? DEFAULT_DELAY_MS,
          atLedger: each.atLedger,
        })
      }
      armed = armed.filter((each) => each.left > 0)
      return taken
    },
  }
}
