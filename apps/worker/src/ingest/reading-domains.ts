import { contractIdFromStrkey, networkId, type ReadingDomain } from '@heliobond/domain'
import type { Queryable } from '../context.ts'

/** What the readings of a system are signed for: one network and the system's own energy contract. */
export interface ReadingDomains {
  /** By system; one that is served by nobody here is missing. */
  of(systems: Iterable<number>): Promise<ReadonlyMap<number, ReadingDomain>>
}

/** All systems have one energy contract. */
export const oneDomain = (domain: ReadingDomain): ReadingDomains => ({
  of: async (systems) => new Map([...systems].map((system) => [system, domain])),
})

/** Unknown systems are asked for at most so often: whoever makes numbers up makes no queries. */
const ASK_AGAIN_MS = 2_000
/** A system that nobody serves is remembered as such, up to so many. */
const MOST_UNKNOWN = 10_000

/** The energy contracts of the projects in the database: any number of them in one ingest, and new ones as they come. */
export function projectDomains(
  db: Queryable,
  passphrase: string,
  nowMs: () => number = performance.now.bind(performance),
): ReadingDomains {
  const network = networkId(passphrase)
  const known = new Map<number, ReadingDomain>()
  const unknown = new Map<number, number>()

  async function load(): Promise<void> {
    const { rows } = await db.query<{ system_id: number; energy: string }>(
      `SELECT o.system_id, s.value->>'energy' AS energy FROM offering o JOIN setting s ON s.key = 'project:' || o.id`,
    )
    for (const { system_id, energy } of rows) {
      const contract = contractIdFromStrkey(energy)
      if (!contract.ok) throw new Error(`the energy contract of system ${system_id} is no contract: ${energy}`)
      known.set(system_id, { networkId: network, energyContractId: contract.value })
    }
  }

  return {
    async of(systems) {
      const wanted = new Set(systems)
      const now = nowMs()
      const news = [...wanted].some((system) => !known.has(system) && now >= (unknown.get(system) ?? 0))
      if (news) {
        await load()
        if (unknown.size > MOST_UNKNOWN) unknown.clear()
        for (const system of wanted) if (!known.has(system)) unknown.set(system, now + ASK_AGAIN_MS)
      }
      return new Map(
        [...wanted].flatMap((system) =>
          known.has(system) ? [[system, known.get(system) as ReadingDomain] as const] : [],
        ),
      )
    },
  }
}
