import { type Platform, registersText } from './platform.ts'
import type { SimulatedMeter } from './simulated-meter.ts'

/** What does not agree between the meters' lives and the platform's books, in words; nothing when all is right. */
export async function disagreements(
  meters: readonly SimulatedMeter[],
  platform: Pick<Platform, 'storedOf' | 'quarantined'>,
): Promise<readonly string[]> {
  const [stored, quarantined] = await Promise.all([platform.storedOf(), platform.quarantined()])
  const found: string[] = []
  for (const { id, truth } of meters) {
    const books = stored.get(id)
    const say = (what: string, ours: unknown, theirs: unknown) =>
      ours === theirs || found.push(`meter ${id}: ${what}: ${ours} lived, ${theirs} on the books`)
    say('good readings', truth.stored, books?.readings ?? 0)
    say('sum of all registers, Wh', truth.sumWh, books?.sumWh ?? 0n)
    const { last } = truth
    say(
      'last reading',
      last && `epoch ${last.epoch}, seq ${last.seq}, ${registersText(last)} Wh`,
      books?.last && `epoch ${books.last.epoch}, seq ${books.last.seq}, ${books.last.registers} Wh`,
    )
    say('readings whose register fell', truth.fell, quarantined.get(`${id} REGISTER_FELL`) ?? 0)
    // Nobody sends a forgery again: what the broker lost of them is no fault. One that was taken shows in the sum.
    const forged = quarantined.get(`${id} BAD_SIGNATURE`) ?? 0
    if (forged > truth.tampered) say('forged messages', truth.tampered, forged)
  }
  return found
}
