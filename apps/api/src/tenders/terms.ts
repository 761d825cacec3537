import { formatUtcSeconds } from '@heliobond/domain'
import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'
import { Address, Bps, Hash, nullable, Stroops, Timestamp, WattHours } from '../schemas/units.ts'

const Seconds = (description: string) => Type.String({ pattern: '^[0-9]+$', description: `${description} In seconds.` })

/** What a tender was opened with. */
export const TenderTerms = Type.Object({
  ceilingStroops: Stroops('The highest price.'),
  bondStroops: Stroops('What each bidder puts down.'),
  pricing: Type.String({ description: 'FirstPrice or Vickrey.' }),
  priceWeightBps: Bps('Weight of the price.'),
  qualityWeightBps: Bps('Weight of quality.'),
  withdrawBy: Timestamp('Until then a bid may be withdrawn.'),
  commitBy: Timestamp('Until then bids are committed, sealed.'),
  scoreBy: Timestamp('Until then the evaluator scores.'),
  revealBy: Timestamp('Until then prices are revealed, from scoreBy on.'),
  awardSeconds: Seconds('For an award, from revealBy on.'),
  acceptSeconds: Seconds('For the winner to accept.'),
  objectionSeconds: Seconds('Between certification and payment.'),
  arbiterSeconds: Seconds('For the arbiter to decide.'),
  retentionBps: Bps('Withheld from each milestone.'),
  retentionSeconds: Seconds('From completion until what was withheld is paid.'),
  requiredWh: WattHours('What the system must generate within the test.'),
  windowSeconds: Seconds('The longest metered time of the test.'),
  commissionSeconds: Seconds('After acceptance until the test must be passed.'),
  forfeitsTo: Address('Who receives forfeited bonds.'),
  documentsHash: Hash('Of the tender documents.'),
  milestones: Type.Array(
    Type.Object({
      title: nullable(Type.String({ description: 'The text behind the hash, where it is kept here. Null in lists.' })),
      description: Hash('Of what is to be done.'),
      requiredEvidence: Hash('Of what evidence is wanted.'),
      shareBps: Bps('Of the price; all together 10,000.'),
      dueSeconds: Seconds('After acceptance.'),
    }),
    { description: 'What the works consist of, in order.' },
  ),
})

const Integer = Type.String({ pattern: '^-?[0-9]+$' })
const Variant = Type.Union([Type.String(), Type.Object({ tag: Type.String() })])
const ChainTerms = Type.Object({
  ceiling: Integer,
  bond: Integer,
  pricing: Variant,
  price_weight_bps: Type.Integer(),
  quality_weight_bps: Type.Integer(),
  withdraw_by: Integer,
  commit_by: Integer,
  score_by: Integer,
  reveal_by: Integer,
  award_secs: Integer,
  accept_secs: Integer,
  objection_secs: Integer,
  arbiter_secs: Integer,
  retention_bps: Type.Integer(),
  retention_secs: Integer,
  required_wh: Integer,
  window_secs: Integer,
  commission_secs: Integer,
  forfeits_to: Type.String(),
  documents_hash: Type.String(),
  milestones: Type.Array(
    Type.Object({
      description: Type.String(),
      required_evidence: Type.String(),
      share_bps: Type.Integer(),
      due_secs: Integer,
    }),
  ),
})

/**
 * The terms of a projection.
 *
 * @param titles of milestones by the hash of their description, where they are kept here
 * @throws if it holds none: a bug of whoever wrote it.
 */
export function tenderTerms(
  json: unknown,
  titles: ReadonlyMap<string, string> = new Map(),
): Static<typeof TenderTerms> {
  if (!Value.Check(ChainTerms, json)) {
    const [first] = Value.Errors(ChainTerms, json)
    throw new Error(`these are no tender's terms: ${first?.instancePath} ${first?.message}`)
  }
  const time = (seconds: string) => formatUtcSeconds(BigInt(seconds))
  return {
    ceilingStroops: json.ceiling,
    bondStroops: json.bond,
    pricing: typeof json.pricing === 'string' ? json.pricing : json.pricing.tag,
    priceWeightBps: json.price_weight_bps,
    qualityWeightBps: json.quality_weight_bps,
    withdrawBy: time(json.withdraw_by),
    commitBy: time(json.commit_by),
    scoreBy: time(json.score_by),
    revealBy: time(json.reveal_by),
    awardSeconds: json.award_secs,
    acceptSeconds: json.accept_secs,
    objectionSeconds: json.objection_secs,
    arbiterSeconds: json.arbiter_secs,
    retentionBps: json.retention_bps,
    retentionSeconds: json.retention_secs,
    requiredWh: json.required_wh,
    windowSeconds: json.window_secs,
    commissionSeconds: json.commission_secs,
    forfeitsTo: json.forfeits_to,
    documentsHash: json.documents_hash,
    milestones: json.milestones.map(({ description, required_evidence, share_bps, due_secs }) => ({
      title: titles.get(description) ?? null,
      description,
      requiredEvidence: required_evidence,
      shareBps: share_bps,
      dueSeconds: due_secs,
    })),
  }
}

export const PHASES = [
  'commit',
  'score',
  'reveal',
  'award',
  'accept',
  'works',
  'done',
  'cancelled',
  'terminated',
] as const
export type Phase = (typeof PHASES)[number]

/** What can happen to a tender at a moment of the network's clock (Unix seconds). */
export function phaseOf(tender: { readonly stage: string; readonly terms: unknown }, now: bigint): Phase {
  switch (tender.stage) {
    case 'Awarded':
      return 'accept'
    case 'Works':
      return 'works'
    case 'Done':
      return 'done'
    case 'Cancelled':
      return 'cancelled'
    case 'Terminated':
      return 'terminated'
  }
  const terms = tender.terms as Record<'commit_by' | 'score_by' | 'reveal_by', string>
  if (now < BigInt(terms.commit_by)) return 'commit'
  if (now < BigInt(terms.score_by)) return 'score'
  return now < BigInt(terms.reveal_by) ? 'reveal' : 'award'
}
