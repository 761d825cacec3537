import { mapRegisters, NO_ENERGY, type Registers } from '@heliobond/domain'
import type { Queryable } from '../context.ts'
import type { Interval } from './draft.ts'
import { type Json, registersOf } from './draft-json.ts'

const DAY = 86_400n
/** How many like intervals an estimate is the average of, and how far back they are looked for. */
const LIKE_INTERVALS = 3
const MOST_LOOKED_AT = 800
const SHORT_HORIZON_SECONDS = 14n * DAY
const LONG_HORIZON_INTERVALS = 4n

/**
 * What a meter that is silent is believed to have measured in an interval: the average of its last three measured intervals of the same time of the
 * day, by their length; of its last three, where an interval is a day or longer. Nothing, where there are none within two weeks (four intervals).
 *
 * It rests on what earlier drafts published, so that every oracle comes to the same.
 */
export async function estimateOf(
  db: Queryable,
  system: number,
  meter: number,
  { index, from, to }: Interval,
): Promise<Registers> {
  const length = to - from
  const horizon = length < DAY ? SHORT_HORIZON_SECONDS : LONG_HORIZON_INTERVALS * length
  const { rows } = await db.query<{ from_at: string; to_at: string; part: Json | null }>(
    `SELECT figures->>'from' AS from_at, figures->>'to' AS to_at, inputs->'meters'->$3 AS part FROM statement_draft
     WHERE system_id = $1 AND index < $2 AND index >= $2 - ${MOST_LOOKED_AT} ORDER BY index DESC`,
    [system, index, String(meter)],
  )
  const like = rows
    .map((row) => ({ from: BigInt(row.from_at), to: BigInt(row.to_at), part: row.part }))
    .filter((one) => one.part?.grade === 'measured' && one.from >= from - horizon)
    .filter((one) => length >= DAY || isSameTimeOfDay(one.from, from, length))
    .slice(0, LIKE_INTERVALS)
  const seconds = like.reduce((sum, one) => sum + one.to - one.from, 0n)
  if (seconds === 0n) return NO_ENERGY
  const total = (name: keyof Registers) =>
    like.reduce((sum, { part }) => sum + registersOf(part?.to)[name] - registersOf(part?.from)[name], 0n)
  return mapRegisters((name) => (total(name) * length) / seconds)
}

/** Within half an interval, around midnight too. */
function isSameTimeOfDay(a: bigint, b: bigint, length: bigint): boolean {
  const apart = (((a - b) % DAY) + DAY) % DAY
  return 2n * (apart < DAY - apart ? apart : DAY - apart) <= length
}
