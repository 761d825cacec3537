import { err, ok, type Result } from '@heliobond/domain'

/** What the machine says about time at one moment. */
export interface ClockLook {
  readonly wallSeconds: number
  /** Milliseconds of a clock that nobody sets. */
  readonly monotonicMs: number
  /** Whether the system says that its clock is set by the network; undefined: nobody asks. */
  readonly synchronized: boolean | undefined
}

export interface ClockRules {
  /** Unix seconds before which no clock can be right. */
  readonly notBefore: bigint
  /** For so long after a jump the clock must run evenly before it is believed again. */
  readonly settleSeconds: number
}

/** Why no reading is signed now. Registers are cumulative, so nothing is lost by waiting. */
export type ClockRefusal = {
  readonly code: /** It says a time before the program was made. */
    | 'CLOCK_NOT_SET'
    /** The system does not vouch for it. */
    | 'CLOCK_NOT_SYNCHRONIZED'
    /** It moved otherwise than time does; it is believed again once it has run evenly for a while. */
    | 'CLOCK_JUMPED'
    /** It is behind the last signed reading: `at` never falls, so it must catch up first. */
    | 'CLOCK_BEHIND'
  readonly detail: string
}

/** What is remembered from look to look. */
export interface ClockMemory {
  readonly wallSeconds: number
  readonly monotonicMs: number
  /** When the last jump was seen. */
  readonly jumpedAtMs: number | undefined
}

/** A clock that is being steered by the network moves by less than this against the other one, between two looks. */
const TOLERANCE_SECONDS = 3
/** What a steered clock may fall back behind the last reading; the reading repeats the time then. */
const SLEW_SECONDS = 5n

export interface ClockJudgement {
  readonly at: Result<bigint, ClockRefusal>
  readonly memory: ClockMemory
}

/**
 * Decides which time a reading bears, if any.
 *
 * A wrong time that is signed cannot be taken back: from then on `at` may only rise, so a clock that once ran ahead by a
 * year would silence the meter for a year. So: better no reading than one with a doubtful time.
 *
 * @param lastAt `at` of the last signed reading, if there is one.
 */
export function judgeClock(
  look: ClockLook,
  memory: ClockMemory | undefined,
  lastAt: bigint | undefined,
  rules: ClockRules,
): ClockJudgement {
  const jump = memory ? jumpSeconds(memory, look) : 0
  const jumped = Math.abs(jump) > TOLERANCE_SECONDS
  const jumpedAtMs = jumped ? look.monotonicMs : memory?.jumpedAtMs
  const settling = jumpedAtMs !== undefined && look.monotonicMs - jumpedAtMs < rules.settleSeconds * 1_000
  const remembered = {
    wallSeconds: look.wallSeconds,
    monotonicMs: look.monotonicMs,
    jumpedAtMs: settling ? jumpedAtMs : undefined,
  }
  return { at: timeOf(look, { settling, jump: jumped ? jump : undefined }, lastAt, rules), memory: remembered }
}

function timeOf(
  look: ClockLook,
  { settling, jump }: { settling: boolean; jump: number | undefined },
  lastAt: bigint | undefined,
  rules: ClockRules,
): Result<bigint, ClockRefusal> {
  const wall = BigInt(Math.floor(look.wallSeconds))
  if (wall < rules.notBefore) return err({ code: 'CLOCK_NOT_SET', detail: `it says ${wall}` })
  if (look.synchronized === false) return err({ code: 'CLOCK_NOT_SYNCHRONIZED', detail: 'not set by the network yet' })
  if (settling) {
    const detail = jump === undefined ? 'a jump was seen a moment ago' : `by ${jump.toFixed(1)} s`
    return err({ code: 'CLOCK_JUMPED', detail })
  }
  if (lastAt === undefined || wall >= lastAt) return ok(wall)
  if (lastAt - wall <= SLEW_SECONDS) return ok(lastAt)
  return err({ code: 'CLOCK_BEHIND', detail: `${lastAt - wall} s behind the last reading` })
}

const jumpSeconds = (before: ClockMemory, now: ClockLook): number =>
  now.wallSeconds - before.wallSeconds - (now.monotonicMs - before.monotonicMs) / 1_000
