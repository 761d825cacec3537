/** Reads from the database all that a statement's draft is made of. */
import type { Reading } from '@heliobond/domain'
import type { Queryable } from '../context.ts'
import type { GatheredMeter, Interval, SettledMeter, SettledSystem } from './draft.ts'
import type { Earlier } from './earlier.ts'
import { estimateOf } from './estimate.ts'
import type { ReadingSet } from './reading-set.ts'
import {
  editsSince,
  hasReached,
  lateReadings,
  openingPlace,
  type Place,
  readingAt,
  readingBeyond,
  readingsBehind,
  readingsOfSet,
  wrapsOf,
} from './readings.ts'

/** Behind no reading: before the first there can be. */
const NOWHERE: Place = { epoch: 0, seq: -1n }

/** Whether every meter has spoken up to `to`. */
export async function allHaveReached(db: Queryable, system: SettledSystem, to: bigint): Promise<boolean> {
  for (const meter of system.meters) if (!meter.revoked && !(await hasReached(db, meter.id, to))) return false
  return true
}

const inOrder = (meters: readonly SettledMeter[]) => [...meters].sort((a, b) => a.id - b.id)

/** What is known now. */
export async function gatherKnown(
  db: Queryable,
  system: SettledSystem,
  interval: Interval,
  { marks }: Earlier,
  opensAt: bigint,
  now: bigint,
): Promise<GatheredMeter[]> {
  const gathered: GatheredMeter[] = []
  for (const meter of inOrder(system.meters)) {
    const kept = marks.get(meter.id)
    const place = kept?.mark ?? (await placeBefore(db, meter.id, opensAt))
    const readings = await readingsBehind(db, system.id, meter.id, place, interval.to)
    const late = kept?.mark ? await lateReadings(db, system.id, meter.id, kept.mark, interval.to) : []
    const beyond = await readingBeyond(db, system.id, meter.id, readings.at(-1) ?? place, interval.to)
    gathered.push(await complete(db, system, interval, meter, kept, { readings, late, beyond }, opensAt, now))
  }
  return gathered
}

/** What a draft published: the readings of its set, and those beyond that it names. */
export async function gatherPublished(
  db: Queryable,
  system: SettledSystem,
  interval: Interval,
  { marks }: Earlier,
  published: {
    readonly readingSet: ReadingSet
    readonly beyond: ReadonlyMap<number, Place>
    readonly draftedAt: bigint
  },
  opensAt: bigint,
): Promise<GatheredMeter[]> {
  const byMeter = Map.groupBy(await readingsOfSet(db, system.id, published.readingSet), (reading) => reading.meter)
  const gathered: GatheredMeter[] = []
  for (const meter of inOrder(system.meters)) {
    const kept = marks.get(meter.id)
    const all = byMeter.get(meter.id) ?? []
    const isLate = (reading: Reading) => kept?.mark !== undefined && kept.mark !== null && !isBehind(reading, kept.mark)
    const place = published.beyond.get(meter.id)
    const beyond = place ? await readingAt(db, system.id, meter.id, place) : null
    const parts = { readings: all.filter((one) => !isLate(one)), late: all.filter(isLate), beyond }
    gathered.push(await complete(db, system, interval, meter, kept, parts, opensAt, published.draftedAt))
  }
  return gathered
}

const isBehind = (reading: Place, place: Place) =>
  reading.epoch > place.epoch || (reading.epoch === place.epoch && reading.seq > place.seq)

/** So that the reading at which the system opens is behind the place. */
async function placeBefore(db: Queryable, meter: number, opensAt: bigint): Promise<Place> {
  const place = await openingPlace(db, meter, opensAt)
  return place ? { epoch: place.epoch, seq: place.seq - 1n } : NOWHERE
}

async function complete(
  db: Queryable,
  system: SettledSystem,
  interval: Interval,
  meter: SettledMeter,
  kept: { mark: GatheredMeter['mark']; counted: GatheredMeter['counted'] } | undefined,
  parts: Pick<GatheredMeter, 'readings' | 'late' | 'beyond'>,
  opensAt: bigint,
  decidedBy: bigint,
): Promise<GatheredMeter> {
  const mark = kept?.mark ?? null
  const isSilent = parts.beyond === null && (parts.readings.at(-1)?.at ?? mark?.at ?? 0n) < interval.to
  return {
    ...{ meter, mark, counted: kept?.counted ?? null, ...parts },
    edits: await editsSince(db, meter.id, mark?.at ?? opensAt, decidedBy),
    wrapsAtWh: await wrapsOf(db, meter.id),
    estimate: await (isSilent && !meter.revoked ? estimateOf(db, system.id, meter.id, interval) : NOTHING),
  }
}

const NOTHING = { generatedWh: 0n, consumedWh: 0n, exportedWh: 0n }
