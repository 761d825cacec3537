import type { ClaimPredicateWire } from '../ledger/wire.ts'
import { INT64_MAX } from '../ledger/wire.ts'

const MOST_LEVELS = 4

/** Whether a predicate is well-formed: two parts where two are wanted, no negative time, at most four levels deep. */
export function isPredicateValid(predicate: ClaimPredicateWire, level = 1): boolean {
  if (level > MOST_LEVELS) return false
  switch (predicate.type) {
    case 0:
      return true
    case 1:
      return (
        predicate.andPredicates.length === 2 && predicate.andPredicates.every((one) => isPredicateValid(one, level + 1))
      )
    case 2:
      return (
        predicate.orPredicates.length === 2 && predicate.orPredicates.every((one) => isPredicateValid(one, level + 1))
      )
    case 3:
      return predicate.notPredicate !== null && isPredicateValid(predicate.notPredicate, level + 1)
    case 4:
      return predicate.absBefore >= 0n
    case 5:
      return predicate.relBefore >= 0n
  }
}

/** The predicate with times counted from the close of its ledger; what would pass the last moment is that moment. */
export function madeAbsolute(predicate: ClaimPredicateWire, closeTime: bigint): ClaimPredicateWire {
  switch (predicate.type) {
    case 1:
      return { type: 1, andPredicates: predicate.andPredicates.map((one) => madeAbsolute(one, closeTime)) }
    case 2:
      return { type: 2, orPredicates: predicate.orPredicates.map((one) => madeAbsolute(one, closeTime)) }
    case 3:
      return {
        type: 3,
        notPredicate: predicate.notPredicate === null ? null : madeAbsolute(predicate.notPredicate, closeTime),
      }
    case 5: {
      const at = closeTime + predicate.relBefore
      return { type: 4, absBefore: at > INT64_MAX ? INT64_MAX : at }
    }
    default:
      return predicate
  }
}

/** Whether a claim is allowed in a ledger that closes then. */
export function isSatisfied(predicate: ClaimPredicateWire, closeTime: bigint): boolean {
  switch (predicate.type) {
    case 0:
      return true
    case 1:
      return predicate.andPredicates.every((one) => isSatisfied(one, closeTime))
    case 2:
      return predicate.orPredicates.some((one) => isSatisfied(one, closeTime))
    case 3:
      return predicate.notPredicate === null || !isSatisfied(predicate.notPredicate, closeTime)
    case 4:
      return predicate.absBefore > closeTime
    case 5:
      throw new Error('a stored predicate has no relative time')
  }
}
