/** The readings under a statement's root, and what proves that a reading is among them. */
import type { Database } from '@heliobond/db'
import {
  buildMerkleTree,
  equalBytes,
  type MerkleProof,
  merkleProof,
  merkleTreeRoot,
  type Reading,
  type ReadingDomain,
  readingLeafBytes,
} from '@heliobond/domain'

/** A month of half-minutes of three meters; building the tree of so many takes a second. */
const MOST_LEAVES = 300_000n

/** By meter and epoch, inclusive ranges of sequence numbers. */
export type ReadingSet = Readonly<Record<string, Readonly<Record<string, readonly (readonly [string, string])[]>>>>

/** A meter's last reading under the root, with its proof. */
export interface ProvenReading {
  readonly reading: Reading
  readonly proof: MerkleProof
}

export interface StatementReadings {
  readonly count: number
  /** Whether the readings stored give the root that the contract holds. */
  readonly rootMatches: boolean
  /** The first and the last reading of each meter under the root. */
  readonly proven: readonly ProvenReading[]
}

const countOf = (set: ReadingSet): bigint =>
  Object.values(set)
    .flatMap((epochs) => Object.values(epochs).flat())
    .reduce((count, [from, to]) => count + BigInt(to) - BigInt(from) + 1n, 0n)

/** Reads the set and builds its tree; null for a set too large to do while somebody waits. */
export async function statementReadings(
  database: Database,
  p: { readonly systemId: number; readonly set: ReadingSet; readonly root: Uint8Array; readonly domain: ReadingDomain },
): Promise<StatementReadings | null> {
  if (countOf(p.set) > MOST_LEAVES) return null
  const readings: Reading[] = []
  // In the order of the leaves: meter, epoch, number.
  for (const meter of Object.keys(p.set)
    .map(Number)
    .sort((a, b) => a - b)) {
    const epochs = p.set[meter] ?? {}
    for (const epoch of Object.keys(epochs)
      .map(Number)
      .sort((a, b) => a - b)) {
      for (const [from, to] of epochs[epoch] ?? [])
        readings.push(...(await range(database, p.systemId, meter, epoch, from, to)))
    }
  }
  const tree = buildMerkleTree(readings.map((reading) => readingLeafBytes(reading, p.domain)))
  const shown = new Set<number>()
  for (const [index, { meter }] of readings.entries()) {
    if (readings[index - 1]?.meter !== meter || readings[index + 1]?.meter !== meter) shown.add(index)
  }
  return {
    count: readings.length,
    rootMatches: equalBytes(merkleTreeRoot(tree), p.root),
    proven: [...shown].flatMap((index) => {
      const reading = readings[index]
      return reading ? [{ reading, proof: merkleProof(tree, index) }] : []
    }),
  }
}

async function range(
  { pool }: Database,
  system: number,
  meter: number,
  epoch: number,
  from: string,
  to: string,
): Promise<Reading[]> {
  const { rows } = await pool.query<{
    seq: bigint
    at: bigint
    generated_wh: bigint
    consumed_wh: bigint
    exported_wh: bigint
    signature: Uint8Array
  }>(
    `select seq, at, generated_wh, consumed_wh, exported_wh, signature from reading
     where meter_id = $1 and epoch = $2 and seq >= $3 and seq <= $4 order by seq`,
    [meter, epoch, from, to],
  )
  return rows.map((row) => ({
    system,
    meter,
    epoch,
    seq: row.seq,
    at: row.at,
    generatedWh: row.generated_wh,
    consumedWh: row.consumed_wh,
    exportedWh: row.exported_wh,
    signature: new Uint8Array(row.signature),
  }))
}
