import { mulDivFloor } from './money.ts'
import type { PrincipalAccount } from './principal.ts'

/**
 * What of the system a party owns, in basis points: `floor(portion x own repayment / account)`; the trustee holds the rest.
 * At maturity it is the whole portion.
 *
 * Law: never above the portion, and never falls, since own repayments never do.
 */
export function ownedBps({ portionBps, ownStroops, accountStroops }: PrincipalAccount, matured: boolean): number {
  if (matured) return portionBps
  // A portion too small for a stroop of principal has nothing to repay: it is handed over at maturity.
  return accountStroops === 0n ? 0 : Number(mulDivFloor(BigInt(portionBps), ownStroops, accountStroops))
}
