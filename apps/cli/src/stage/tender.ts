/** The example's tender: the works of a bond that is sold, open to sealed bids. */
import { type Chain, contractOf } from '@heliobond/chain'
import { SECONDS_PER_DAY, sha256, utf8Bytes } from '@heliobond/domain'
import type { Calls } from '../project/calls.ts'
import type { People } from '../project/people.ts'

const UNIT = 10_000_000n
const HOUR = 3_600n

/** The tender's offices; with its administrator and trustee six different people. */
export const tenderRoles = (people: People) => ({
  approver: people.address('approver'),
  certifier: people.address('certifier'),
  arbiter: people.address('arbiter'),
  evaluator: people.address('evaluator'),
})

/** What the milestones are, in words: their hashes are on the chain, these texts are documents. */
export const MILESTONES = [
  { text: 'Structure and panels on the roof', shareBps: 4_000, days: 45n },
  { text: 'Inverters, wiring and meters', shareBps: 4_000, days: 75n },
  { text: 'Commissioned: measured energy flows', shareBps: 2_000, days: 100n },
] as const
export const REQUIRED_EVIDENCE = 'Photographs, the inspection report and the serial numbers'
export const TENDER_DOCUMENTS = 'Harbour school: technical specification and conditions (example)'

/** SHA-256 of a text, as documents are named on the chain. */
export const textHash = (text: string): Uint8Array => sha256(utf8Bytes(text))

/** Opens the tender for as much of the construction money as nobody has claimed. @returns its number. */
export async function openTender(chain: Chain, calls: Calls, people: People, tender: string): Promise<number> {
  const now = await chain.now()
  const days = (count: bigint) => count * SECONDS_PER_DAY
  // Hours where a municipality takes weeks: a newcomer turns the clock, and the meters of the live system have to follow.
  const hours = (count: bigint) => count * HOUR
  const offering = await contractOf('tender', tender, chain).read('offering')
  const construction = await contractOf('offering', offering, chain).read('construction')
  return calls.as<number>('issuer', 'tender', tender, 'open', {
    terms: {
      ceiling: construction,
      bond: 1_000n * UNIT,
      pricing: { tag: 'FirstPrice', values: undefined },
      price_weight_bps: 7_000,
      quality_weight_bps: 3_000,
      withdraw_by: now + hours(5n),
      commit_by: now + hours(6n),
      score_by: now + hours(8n),
      reveal_by: now + hours(12n),
      award_secs: days(10n),
      accept_secs: days(5n),
      objection_secs: hours(2n),
      arbiter_secs: days(14n),
      milestones: MILESTONES.map(({ text, shareBps, days: due }) => ({
        description: textHash(text),
        required_evidence: textHash(REQUIRED_EVIDENCE),
        share_bps: shareBps,
        due_secs: days(due),
      })),
      retention_bps: 500,
      retention_secs: days(180n),
      required_wh: 500_000n,
      window_secs: days(14n),
      commission_secs: days(150n),
      forfeits_to: people.address('trustee'),
      documents_hash: textHash(TENDER_DOCUMENTS),
    },
  })
}
