import { formatUtcSeconds, SECONDS_PER_DAY, utcSeconds } from '@heliobond/domain'
import { describe, expect, test } from 'vitest'
import type { DraftBody } from './body.ts'
import { completeBody, strangers } from './draft.test-helper.ts'
import { readDraft } from './plan.ts'
import { previewOf } from './preview.ts'

const NOW = utcSeconds('2026-11-30T12:00:00Z') ?? 0n
const people = strangers()
const issuer = people.address('issuer')
const SETTLEMENT = `USDC:${people.address('usd')}`
const COMPLETE = completeBody(people, NOW)

const read = (body: DraftBody) => readDraft(body, { issuer, settlement: SETTLEMENT, now: NOW })
const problemsOf = (change: DraftBody) =>
  read({ ...COMPLETE, ...change }).problems.map(({ path, code }) => `${code} ${path}`)

describe('a draft is read', () => {
  test('with its defaults when nothing is in the way', () => {
    const { plan, problems } = read(COMPLETE)
    expect(problems).toEqual([])
    expect(plan).toMatchObject({
      settlementAsset: SETTLEMENT,
      terms: { kind: 'Bond', principal: 'SinkingFund', attestations: 2, callNoticeSeconds: 30n * SECONDS_PER_DAY },
      works: { tender: { certifier: people.address('certifier') } },
    })
    expect(plan?.schedule).toHaveLength(16)
  })

  test('empty, and tells all that is missing, each with its place', () => {
    const { plan, problems, schedule } = read({})
    expect(plan).toBeNull()
    expect(schedule).toBeNull()
    expect(problems.map(({ path }) => path)).toEqual([
      '/name',
      '/bondCode',
      '/homeDomain',
      '/system/name',
      '/system/capacityW',
      '/system/parties',
      '/schedule/issueDate',
      '/schedule/maturityYears',
      '/roles/trustee',
      '/roles/compliance',
      '/roles/operator',
      '/roles/works',
      '/sale/capStroops',
      '/sale/minimumStroops',
      '/sale/denominationStroops',
      '/sale/minTicketStroops',
      '/sale/maxTicketStroops',
      '/sale/fundingDeadline',
      '/terms/longStop',
      '/terms/rateBps',
      '/documentsHash',
    ])
    for (const { code, message } of problems) expect(`${code} ${message}`).toMatch(/^missing [A-Z].* is missing\.$/)
  })

  const { sale, schedule, terms, system, roles, tender } = COMPLETE
  const [library, ...others] = system?.parties ?? []
  const withLibrary = (change: Partial<NonNullable<typeof library>>): DraftBody => ({
    system: { ...system, parties: library ? [{ ...library, ...change }, ...others] : [] },
  })
  test.each<[string, DraftBody, string[]]>([
    ['portions that do not add up', { system: { ...system, parties: others } }, ['invalid /system/parties']],
    [
      'a floor above the rated power',
      withLibrary({ criticalFloorW: '60001' }),
      ['invalid /system/parties/0/criticalFloorW'],
    ],
    [
      'an owner whose checksum does not fit',
      withLibrary({ owner: `G${'A'.repeat(55)}` }),
      ['invalid /system/parties/0/owner'],
    ],
    ['a name of more than 64 bytes', { system: { ...system, name: 'é'.repeat(40) } }, ['invalid /system/name']],
    [
      'a trustee who is the issuer',
      { roles: { ...roles, trustee: issuer } },
      ['invalid /roles/trustee', 'invalid /tender'],
    ],
    [
      'one person in two offices of the tender',
      { tender: { ...tender, arbiter: people.address('certifier') } },
      ['invalid /tender'],
    ],
    [
      'a day that the calendar lacks',
      { schedule: { ...schedule, issueDate: '2027-02-30' } },
      ['invalid /schedule/issueDate'],
    ],
    ['five coupons a year', { schedule: { ...schedule, frequency: 5 } }, ['invalid /schedule/frequency']],
    [
      'more coupons than a contract holds',
      { schedule: { ...schedule, maturityYears: 11, frequency: 12 } },
      ['invalid /schedule/maturityYears'],
    ],
    [
      'a record date before its period',
      { schedule: { ...schedule, frequency: 12, recordDaysBeforePay: 31 } },
      ['invalid /schedule/recordDaysBeforePay'],
    ],
    [
      'a sale that ends after the first record date',
      { sale: { ...sale, fundingDeadline: formatUtcSeconds(NOW + 500n * SECONDS_PER_DAY) } },
      ['invalid /sale/fundingDeadline'],
    ],
    [
      'a reserve above its bound',
      { terms: { ...terms, reserveRequirementStroops: '40000000001' } },
      ['invalid /terms/reserveRequirementStroops'],
    ],
    [
      'proceeds that cannot pay what is promised from them',
      { terms: { ...terms, capitalizedInterestStroops: '190000000000' } },
      ['invalid /terms/reserveFromProceedsStroops'],
    ],
    ['interest of a donation', { kind: 'Donation' }, ['invalid /terms/rateBps']],
    ['equity without a share', { kind: 'Equity', terms: { ...terms, rateBps: 0 } }, ['missing /terms/shareBps']],
  ])('and refused in words: %s', (_, change, expected) => {
    expect(problemsOf(change)).toEqual(expected)
  })
})

test('a broken rule is told by name, with the figures that its sentence names', () => {
  const told = (change: DraftBody) =>
    read({ ...COMPLETE, ...change }).problems.map(({ rule, params, message }) => ({ rule, params, message }))
  const parties = COMPLETE.system?.parties?.slice(0, 1) ?? []
  expect(told({ system: { ...COMPLETE.system, parties } })).toEqual([
    {
      rule: 'PORTIONS_NOT_WHOLE',
      params: { portionsBps: 6_000 },
      message: 'The portions of the parties add up to 6000 basis points, not to 10,000.',
    },
  ])
  expect(told({ terms: { ...COMPLETE.terms, reserveRequirementStroops: '40000000001' } })).toMatchObject([
    { rule: 'RESERVE_ABOVE_BOUND', params: { mostReserveStroops: '40000000000' } },
  ])
})

describe('a preview', () => {
  test('adds up: the schedule, the interest and the proceeds, to the stroop', () => {
    const { plan, schedule } = read(COMPLETE)
    const preview = previewOf(COMPLETE, schedule, plan)
    expect(preview?.schedule).toHaveLength(16)
    expect(preview?.schedule[0]).toMatchObject({ number: 1, days: 180, basis: 360, couponStroops: '9000000000' })
    expect(preview?.totalInterestStroops).toBe(String(16n * 9_000_000_000n))
    expect(preview?.reserveBoundStroops).toBe('40000000000')
    expect(preview?.proceeds).toEqual({
      atMinimumStroops: '199000000000',
      atCapStroops: '398000000000',
      constructionAtMinimumStroops: '184000000000',
      constructionAtCapStroops: '383000000000',
    })
  })

  test('forecasts half of the outcomes above P50 and nine of ten above P90: never a better P90', () => {
    const { plan, schedule } = read(COMPLETE)
    const forecast = previewOf(COMPLETE, schedule, plan)?.forecast
    const owned = (percentile: 'P50' | 'P90') => forecast?.[percentile].ownershipAt ?? '9'
    expect(owned('P50') <= owned('P90')).toBe(true)
    expect(BigInt(forecast?.P90.leastCoverageBps ?? 0)).toBeLessThan(BigInt(forecast?.P50.leastCoverageBps ?? 0))
  })

  test('shows the schedule as soon as it is known, without terms and without a forecast', () => {
    const { plan, schedule } = read({ schedule: COMPLETE.schedule ?? {} })
    expect(plan).toBeNull()
    expect(previewOf({}, schedule, plan)).toMatchObject({ totalInterestStroops: null, forecast: null, proceeds: null })
    expect(previewOf({}, null, null)).toBeNull()
  })
})
