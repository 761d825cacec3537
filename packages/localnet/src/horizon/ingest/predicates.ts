import type { xdr } from '@stellar/stellar-sdk/base'
import type { Wire } from '../../ledger/wire.ts'
import { toRfc3339 } from '../../server/encoding.ts'

type Predicate = Wire<xdr.ClaimPredicate>

/** The last moment that an RFC 3339 text of four-digit years can name. */
const LAST_SECOND = 253_402_300_799n
const FIRST_SECOND = -62_135_596_800n

/** A moment for people; beyond what a calendar text can hold, the nearest it can. */
function moment(epoch: bigint): string {
  return toRfc3339(epoch > LAST_SECOND ? LAST_SECOND : epoch < FIRST_SECOND ? FIRST_SECOND : epoch)
}

/** When a claimant may claim, as Horizon writes it in JSON (xdr/claim_predicate.go). */
export function predicateFields(predicate: Predicate | null): Record<string, unknown> {
  if (predicate === null) return { unconditional: true }
  switch (predicate.type) {
    case 0:
      return { unconditional: true }
    case 1:
      return { and: predicate.andPredicates.map(predicateFields) }
    case 2:
      return { or: predicate.orPredicates.map(predicateFields) }
    case 3:
      return { not: predicateFields(predicate.notPredicate) }
    case 4:
      return { abs_before: moment(predicate.absBefore), abs_before_epoch: predicate.absBefore.toString() }
    case 5:
      return { rel_before: predicate.relBefore.toString() }
  }
}
