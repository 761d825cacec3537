import { expect, test } from 'vitest'
import { type TypedMilestone, tenderFaults, tenderParams, USUAL_TENDER } from './tender-plan.ts'

const typed = { ...USUAL_TENDER, ceiling: '38,000' }
const milestone = (id: number, share: string): TypedMilestone => ({
  id,
  text: `Milestone ${id}`,
  evidence: 'Photographs',
  share,
  dueDays: '45',
})

test('a tender is opened when its milestones are described and make up the whole price', () => {
  expect(tenderFaults(typed, [milestone(1, '60'), milestone(2, '40')])).toEqual([])
  expect(tenderFaults(typed, [milestone(1, '60'), milestone(2, '30')])).toEqual(['milestones'])
  expect(tenderFaults(typed, [])).toEqual(['milestones'])
  expect(tenderFaults(typed, [{ ...milestone(1, '100'), evidence: ' ' }])).toEqual(['milestones'])
})

test('what cannot be read, and what comes too late, is named', () => {
  const one = [milestone(1, '100')]
  expect(tenderFaults({ ...typed, ceiling: 'much', awardDays: '2.5' }, one)).toEqual(['awardDays', 'ceiling'])
  expect(tenderFaults({ ...typed, withdrawDays: '15' }, one)).toEqual(['withdrawDays'])
  expect(tenderFaults({ ...typed, priceWeight: '101' }, one)).toEqual(['priceWeight'])
})

test('days become moments of the network and seconds of the contract', () => {
  const hashes = { documents: 'd0'.repeat(32), milestones: [{ text: 'aa'.repeat(32), evidence: 'bb'.repeat(32) }] }
  const now = new Date('2026-12-01T00:00:00Z')
  expect(tenderParams(typed, [milestone(1, '100')], { offering: 3, now, forfeitsTo: 'G', hashes })).toMatchObject({
    offering: 3,
    ceilingStroops: '380000000000',
    bondStroops: '10000000000',
    priceWeightBps: 7_000,
    qualityWeightBps: 3_000,
    withdrawBy: '2026-12-13T00:00:00Z',
    commitBy: '2026-12-15T00:00:00Z',
    scoreBy: '2026-12-20T00:00:00Z',
    revealBy: '2026-12-25T00:00:00Z',
    awardSeconds: 864_000,
    milestones: [
      { description: 'aa'.repeat(32), requiredEvidence: 'bb'.repeat(32), shareBps: 10_000, dueSeconds: 3_888_000 },
    ],
    requiredWh: '500000',
    documentsHash: 'd0'.repeat(32),
  })
})
