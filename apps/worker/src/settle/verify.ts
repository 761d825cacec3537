/** An oracle's own look at a proposal: everything is computed anew from the published readings, each with its meter's signature. */
import { createPublicKey, verify } from 'node:crypto'
import { type Reading, type ReadingDomain, readingSignedBytes } from '@heliobond/domain'
import type { Queryable, WorkerContext } from '../context.ts'
import type { Project } from '../project.ts'
import { correctionsByIds, withCorrections } from './corrections.ts'
import { draftStatement } from './draft.ts'
import {
  type ContractStatement,
  contractStatement,
  figuresToJson,
  type Json,
  statementDifferences,
  toJson,
} from './draft-json.ts'
import type { PublishedDraft } from './draft-rows.ts'
import { earlier } from './earlier.ts'
import { gatherPublished } from './gather.ts'
import { countOf, type ReadingSet, rangesOf } from './reading-set.ts'
import { readingsOfSet } from './readings.ts'
import { openingOf, readingDomain, settledSystem } from './settle.ts'

/** What an oracle found that is not as proposed. */
export interface Finding {
  readonly field: string
  readonly proposed: string
  readonly found: string
}

export interface Verification {
  readonly findings: readonly Finding[]
  /** The statement as this oracle has it: the proposed one, where nothing was found. */
  readonly found: ContractStatement
  readonly figures: Json
}

/** A reading may still be on its way into the database when a draft is made: one that came so shortly before it may be missing from it. */
const SETTLING_SECONDS = 60n

/**
 * Computes a proposed statement anew. A reading whose signature the meter's registered key did not make does not count, nor does one that is named and
 * not stored; one that was stored in time and is not named does.
 */
export async function verifyProposal(
  context: WorkerContext,
  project: Project,
  draft: PublishedDraft,
  proposed: ContractStatement,
): Promise<Verification> {
  const { store } = context
  const { systemId, index, from, to } = draft
  const domain = readingDomain(context.chain.config.passphrase, project)
  const named = await readingsOfSet(store, systemId, draft.readingSet)
  const trusted = await signedBy(context, project, domain, named)
  const withheld = await withheldReadings(store, project, draft)
  const readingSet = rangesOf(inOrder([...trusted, ...withheld]))

  const system = await settledSystem(store, project)
  const before = await earlier(store, system, index)
  const corrections = await correctionsByIds(store, systemId, draft.corrections)
  const interval = { index, from, to }
  const opensAt = await openingOf(store, systemId, interval)
  const published = { ...draft, readingSet }
  const gathered = await gatherPublished(store, system, interval, before, published, opensAt)
  const offset = withCorrections(before.offset, corrections)
  const own = draftStatement(system, interval, gathered, before.booked, offset, opensAt, domain)
  const figures = toJson(figuresToJson(own)) as Json
  const found = contractStatement(systemId, index, figures)
  return {
    findings: [...setFindings(draft, named, trusted, withheld), ...statementDifferences(proposed, found)],
    found,
    figures,
  }
}

const inOrder = (readings: readonly Pick<Reading, 'meter' | 'epoch' | 'seq'>[]) =>
  [...readings].sort((a, b) => a.meter - b.meter || a.epoch - b.epoch || (a.seq < b.seq ? -1 : 1))

function setFindings(
  draft: PublishedDraft,
  named: readonly Reading[],
  trusted: readonly Reading[],
  withheld: readonly unknown[],
): Finding[] {
  const findings: Finding[] = []
  const count = countOf(draft.readingSet)
  if (BigInt(named.length) !== count)
    findings.push({ field: 'readings stored', proposed: String(count), found: String(named.length) })
  if (trusted.length !== named.length)
    findings.push({ field: 'readings signed', proposed: String(named.length), found: String(trusted.length) })
  if (withheld.length > 0) findings.push({ field: 'readings withheld', proposed: '0', found: String(withheld.length) })
  return findings
}

/** Those that the key signed which the registry has for their meter. */
async function signedBy(
  { contracts }: WorkerContext,
  { settings }: Project,
  domain: ReadingDomain,
  readings: readonly Reading[],
): Promise<Reading[]> {
  const trusted: Reading[] = []
  for (const [meter, own] of Map.groupBy(readings, (reading) => reading.meter)) {
    const { key } = await contracts.read<{ key: Uint8Array }>('registry', settings.registry, 'meter', { meter })
    const publicKey = createPublicKey({
      key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(key).toString('base64url') },
      format: 'jwk',
    })
    for (const reading of own)
      if (verify(null, readingSignedBytes(reading, domain), publicKey, reading.signature)) trusted.push(reading)
  }
  return trusted
}

/** Readings of the interval that were stored well before the draft and are under no root up to it. */
async function withheldReadings(
  db: Queryable,
  project: Project,
  { systemId, index, to, readingSet, draftedAt }: PublishedDraft,
): Promise<{ meter: number; epoch: number; seq: bigint }[]> {
  const { rows: marks } = await db.query<{ marks: Record<string, { mark: { epoch: number; seq: string } | null }> }>(
    'SELECT marks FROM statement_draft WHERE system_id = $1 AND index < $2 ORDER BY index DESC LIMIT 1',
    [systemId, index],
  )
  const withheld: { meter: number; epoch: number; seq: bigint }[] = []
  for (const { id } of project.meters) {
    const mark = marks[0]?.marks[String(id)]?.mark
    // Before the first draft nobody can say which readings were of an earlier one.
    if (!mark) continue
    const { rows } = await db.query<{ epoch: number; seq: string }>(
      `SELECT epoch, seq FROM reading r WHERE meter_id = $1 AND (epoch, seq) > ($2, $3) AND at <= $4 AND received_at < $5
         AND NOT EXISTS (SELECT 1 FROM reading_edit x WHERE x.grade = 'rejected' AND x.meter_id = r.meter_id AND x.epoch = r.epoch AND x.seq = r.seq)`,
      [id, mark.epoch, mark.seq, to, draftedAt - SETTLING_SECONDS],
    )
    const isNamed = namedBy(readingSet, id)
    for (const row of rows) {
      const place = { meter: id, epoch: row.epoch, seq: BigInt(row.seq) }
      if (!isNamed(place)) withheld.push(place)
    }
  }
  return withheld
}

const namedBy = (set: ReadingSet, meter: number) => {
  const ranges = Object.entries(set[String(meter)] ?? {}).flatMap(([epoch, list]) =>
    list.map(([from, to]) => ({ epoch: Number(epoch), from: BigInt(from), to: BigInt(to) })),
  )
  return (place: { epoch: number; seq: bigint }) =>
    ranges.some(({ epoch, from, to }) => epoch === place.epoch && from <= place.seq && place.seq <= to)
}
