import { createKey } from '@heliobond/chain'
import { formatUtcSeconds, fromUnixSeconds, SECONDS_PER_DAY } from '@heliobond/domain'
import type { DraftBody } from './body.ts'

const UNIT = 10_000_000n

/** Whose addresses a draft names. */
export interface DraftPeople {
  address(name: string): string
}

/** People of a launch that nobody plays: an address for each name. */
export function strangers(): DraftPeople {
  const known = new Map<string, string>()
  return {
    address(name) {
      const address = known.get(name) ?? createKey().address
      known.set(name, address)
      return address
    },
  }
}

/** A draft that can be launched at that time, with a tender. */
export function completeBody(people: DraftPeople, now: bigint): DraftBody {
  const later = fromUnixSeconds(now + 120n * SECONDS_PER_DAY)
  const month = String(later.month).padStart(2, '0')
  return {
    name: 'Library of Loíza, solar bond',
    bondCode: 'SOLAR31',
    homeDomain: 'bonds.loiza.example',
    system: {
      name: 'Library of Loíza',
      capacityW: '60000',
      parties: [
        { name: 'library', owner: people.address('owner.0'), portionBps: 6_000, criticalFloorW: '5000' },
        { name: 'archive', owner: people.address('owner.1'), portionBps: 4_000 },
      ],
    },
    sale: {
      capStroops: String(40_000n * UNIT),
      minimumStroops: String(20_000n * UNIT),
      denominationStroops: String(100n * UNIT),
      minTicketStroops: String(100n * UNIT),
      maxTicketStroops: String(40_000n * UNIT),
      priceBps: 9_950,
      fundingDeadline: formatUtcSeconds(now + 60n * SECONDS_PER_DAY),
    },
    schedule: { issueDate: `${later.year}-${month}-10`, maturityYears: 8 },
    terms: {
      rateBps: 450,
      operationsBudgetStroops: String(200n * UNIT),
      reserveRequirementStroops: String(1_500n * UNIT),
      reserveFromProceedsStroops: String(1_500n * UNIT),
      longStop: formatUtcSeconds(now + 700n * SECONDS_PER_DAY),
    },
    roles: {
      trustee: people.address('trustee'),
      compliance: people.address('compliance'),
      operator: people.address('operator'),
    },
    tender: {
      approver: people.address('approver'),
      certifier: people.address('certifier'),
      arbiter: people.address('arbiter'),
      evaluator: people.address('evaluator'),
    },
    forecast: { specificYieldKwh: 1_600, tariffStroopsPerKwh: '2500000', selfUseBps: 9_000 },
    documentsHash: 'd0'.repeat(32),
  }
}
