import { type LotEvent, type TaxLots, taxLots } from '@heliobond/domain'
import type { HistoryLine } from './history.ts'

/** Bonds that came at a price: money is what was paid. Bonds from another wallet came at a price that we do not know. */
const PRICED: ReadonlySet<string> = new Set(['invested', 'refunded', 'bought', 'sold', 'redeemed'])

const magnitude = (amount: bigint) => (amount < 0n ? -amount : amount)

/** The tax lots of one offering's lines, oldest first. */
export function lotsOf(lines: readonly HistoryLine[]): TaxLots {
  return taxLots(
    lines.flatMap((line): LotEvent[] => {
      if (line.bond_stroops === 0n) return []
      return [
        {
          at: line.at,
          kind: line.bond_stroops > 0n ? 'acquired' : 'disposed',
          bondStroops: magnitude(line.bond_stroops),
          moneyStroops: PRICED.has(line.kind) ? magnitude(line.money_stroops) : null,
        },
      ]
    }),
  )
}

/** Lines by their offering. */
export const byOffering = (lines: readonly HistoryLine[]): Map<number, HistoryLine[]> =>
  Map.groupBy(lines, (line) => line.offering_id)
