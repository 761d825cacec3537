import { describe, expect, test } from 'vitest'
import type { Bid, Tender } from '../api/tender-types.ts'
import { ownPart } from './own-part.ts'

const [ME, OTHER] = ['GME', 'GOTHER']
const bid = (more: Partial<Bid> = {}): Bid => ({
  bidder: ME,
  standing: 'Sealed',
  commitment: 'aa',
  proposalHash: 'bb',
  bondStroops: '1000',
  amountStroops: null,
  qualityBps: 0,
  ...more,
})
const at = (day: number) => `2027-01-${String(day).padStart(2, '0')}T00:00:00Z`
const tender = (more: Partial<Tender>): Tender =>
  ({
    stage: 'Open',
    phase: 'commit',
    winner: null,
    acceptedAt: null,
    endedAt: null,
    bids: [],
    milestones: [],
    terms: { withdrawBy: at(5), commitBy: at(7), scoreBy: at(10), revealBy: at(14) },
    ...more,
  }) as unknown as Tender
const part = (more: Partial<Tender>, day = 1) => ownPart(tender(more), ME, new Date(at(day)))

describe('what is up to a bidder', () => {
  test('is to bid while bids are taken, and again after a bid was withdrawn', () => {
    expect(part({})).toEqual({ part: 'may-bid' })
    expect(part({ bids: [bid({ bidder: OTHER })] })).toEqual({ part: 'may-bid' })
    expect(part({ bids: [bid({ standing: 'Withdrawn' })] })).toEqual({ part: 'may-bid' })
  })

  test('is to wait with a sealed bid, which may be withdrawn until the day that the terms say', () => {
    expect(part({ bids: [bid()] }, 4)).toMatchObject({ part: 'sealed', mayWithdraw: true })
    expect(part({ bids: [bid()] }, 5)).toMatchObject({ part: 'sealed', mayWithdraw: false })
    expect(part({ phase: 'score', bids: [bid()] }, 8)).toMatchObject({ part: 'sealed', mayWithdraw: false })
  })

  test('is to reveal in time, and to wait for the award then', () => {
    expect(part({ phase: 'reveal', bids: [bid()] }, 11)).toMatchObject({ part: 'must-reveal' })
    expect(part({ phase: 'reveal', bids: [bid({ standing: 'Revealed' })] }, 11)).toMatchObject({ part: 'revealed' })
    expect(part({ phase: 'award', bids: [bid({ standing: 'Revealed' })] }, 15)).toMatchObject({ part: 'revealed' })
  })

  test('is to accept what was awarded, and then the works', () => {
    const won = { bids: [bid({ standing: 'Revealed' })], winner: ME }
    expect(part({ ...won, stage: 'Awarded', phase: 'accept' }, 15)).toEqual({ part: 'must-accept' })
    expect(part({ ...won, stage: 'Works', phase: 'works', acceptedAt: at(16) }, 17)).toEqual({ part: 'works' })
  })

  test.each<[string, Partial<Tender>, number, bigint]>([
    ['goes back to who did not win', { stage: 'Works', phase: 'works', winner: OTHER }, 17, 1000n],
    ['is held while another may still walk away', { stage: 'Awarded', phase: 'accept', winner: OTHER }, 15, 0n],
    ['goes back when the tender is cancelled', { stage: 'Cancelled', phase: 'cancelled', endedAt: at(9) }, 20, 1000n],
  ])('a revealed bond %s', (_, more, day, due) => {
    expect(part({ ...more, bids: [bid({ standing: 'Revealed' })] }, day)).toMatchObject({
      part: 'over',
      bondStroops: due,
    })
  })

  test('who did not reveal has lost the bond, unless the tender was given up before', () => {
    const sealed = { bids: [bid()] }
    expect(part({ ...sealed, phase: 'award' }, 15)).toMatchObject({ part: 'over', bondStroops: 0n })
    expect(part({ ...sealed, stage: 'Works', phase: 'works', winner: OTHER }, 17)).toMatchObject({ bondStroops: 0n })
    const cancelled = { ...sealed, stage: 'Cancelled', phase: 'cancelled' } as const
    expect(part({ ...cancelled, endedAt: at(9) }, 20)).toMatchObject({ bondStroops: 1000n })
    expect(part({ ...cancelled, endedAt: at(15) }, 20)).toMatchObject({ bondStroops: 0n })
  })
})
