import type { Bid, Tender } from '../api/tender-types.ts'

/** What is up to one address in a tender now. */
export type OwnPart =
  /** Bids are taken, and there is none of theirs. */
  | { readonly part: 'may-bid' }
  /** Their sealed bid waits; it may be withdrawn still, or not any more. */
  | { readonly part: 'sealed'; readonly bid: Bid; readonly mayWithdraw: boolean }
  | { readonly part: 'must-reveal'; readonly bid: Bid }
  | { readonly part: 'revealed'; readonly bid: Bid }
  | { readonly part: 'must-accept' }
  | { readonly part: 'works' }
  /** Nothing to do but, where `bondStroops` is above 0, to have their bond paid out. */
  | { readonly part: 'over'; readonly bid: Bid | null; readonly bondStroops: bigint }

/** @param now the network's time */
export function ownPart(tender: Tender, address: string, now: Date): OwnPart {
  const bid = tender.bids.find(({ bidder, standing }) => bidder === address && standing !== 'Withdrawn') ?? null
  const over: OwnPart = { part: 'over', bid, bondStroops: bondDue(tender, bid, now) }
  if (tender.winner === address && tender.phase === 'accept') return { part: 'must-accept' }
  if (tender.winner === address && tender.acceptedAt !== null) return { part: 'works' }
  if (tender.phase === 'commit') {
    if (bid === null) return { part: 'may-bid' }
    return { part: 'sealed', bid, mayWithdraw: now < new Date(tender.terms.withdrawBy) }
  }
  if (bid === null) return over
  if (bid.standing === 'Sealed' && tender.phase === 'score') return { part: 'sealed', bid, mayWithdraw: false }
  if (bid.standing === 'Sealed' && tender.phase === 'reveal') return { part: 'must-reveal', bid }
  if (bid.standing === 'Revealed' && tender.stage === 'Open') return { part: 'revealed', bid }
  return over
}

/** What goes back to a bidder now, in stroops: as the contract decides it. A forfeited bond does not go back. */
function bondDue({ phase, stage, winner, terms, endedAt }: Tender, bid: Bid | null, now: Date): bigint {
  if (bid === null || bid.standing === 'Walked') return 0n
  // A tender that was cancelled before revealing was over blames nobody for a sealed bid.
  const until = stage === 'Cancelled' && endedAt !== null ? new Date(endedAt) : now
  if (bid.standing === 'Sealed' && until >= new Date(terms.revealBy)) return 0n
  if (stage === 'Open' || stage === 'Awarded') return 0n
  if (winner === bid.bidder && (phase === 'works' || phase === 'terminated')) return 0n
  return BigInt(bid.bondStroops)
}
