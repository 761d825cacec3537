import type { Asset } from '@heliobond/chain'
import type { WorkerContext } from '../context.ts'
import type { PrepaidWalletView } from '../network-port.ts'
import type { Project } from '../project.ts'
import type { OpenBill } from './open-bills.ts'
import { type BillPayment, quoteBill } from './pay-bills.ts'
import type { WalletRow } from './wallets.ts'

/** How the open bills of one round can be paid from their wallets. */
export interface Quotes {
  /** The bill's payment, or why its wallet cannot make it. What it takes is not quoted to the wallet's next bill. */
  of(bill: OpenBill, wallet: WalletRow): Promise<BillPayment | { readonly code: string }>
}

/**
 * Quotes of one round. A wallet is looked at once, however many bills of it are open: what it holds of the settlement asset pays them one
 * after the other, and only a bill beyond that is quoted by a path of its own.
 */
export function quotesOf(context: WorkerContext, project: Project): Quotes {
  const views = new Map<string, Promise<PrepaidWalletView | null>>()
  const committed = new Map<string, Map<Asset, bigint>>()
  const { settlementAsset } = project

  async function view({ address, userKey, autopayKey }: WalletRow): Promise<PrepaidWalletView | null> {
    const autopay = await context.keys.address(autopayKey)
    if (autopay === null) return null
    return context.chain.prepaidWallet({ wallet: address, user: userKey, autopay, settlementAsset })
  }

  function looked(wallet: WalletRow): Promise<PrepaidWalletView | null> {
    const known = views.get(wallet.address) ?? view(wallet)
    views.set(wallet.address, known)
    return known
  }

  return {
    async of(bill, wallet) {
      const party = project.parties[bill.partyIndex]
      if (!party) throw new Error(`bill ${bill.number} is of party ${bill.partyIndex}, which does not exist`)
      const taken = committed.get(wallet.address) ?? new Map<Asset, bigint>()
      committed.set(wallet.address, taken)
      const { number, partyIndex, restStroops: amountStroops } = bill
      const { collection } = party
      const seen = await looked(wallet)
      const free = (seen?.spendable.get(settlementAsset) ?? 0n) - (taken.get(settlementAsset) ?? 0n)
      if (seen?.armed && !seen.tooPowerful && free >= amountStroops) {
        taken.set(settlementAsset, (taken.get(settlementAsset) ?? 0n) + amountStroops)
        return {
          ...{ number: String(number), partyIndex, wallet: wallet.address, collection },
          ...{
            amountStroops: String(amountStroops),
            sendAsset: settlementAsset,
            sendMaxStroops: String(amountStroops),
          },
          path: [],
        }
      }
      return quoteBill(context, project, {
        ...{ number, partyIndex, amountStroops, collection, committed: taken },
        ...{ wallet: wallet.address, autopayKey: wallet.autopayKey },
      })
    },
  }
}
