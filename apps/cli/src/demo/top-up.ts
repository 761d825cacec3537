import { type Asset, type Chain, payment, trustline } from '@heliobond/chain'
import type { People } from '../project/people.ts'
import type { Sender } from '../project/sender.ts'

/** What one euro is taken to be worth when a wallet is filled: low, so that the float always suffices. */
const EURO_NUMERATOR = 100n
const EURO_DENOMINATOR = 90n

/**
 * The end-users keep their prepaid wallets at a float of two bills, as their phones would: the school with euros, the clinic with the
 * settlement asset. It is the user's own payment, signed by the user's own key.
 */
export async function topUpWallet(
  chain: Chain,
  send: Sender,
  people: People,
  party: number,
  asset: Asset,
  settlement: Asset,
  billStroops: bigint,
): Promise<void> {
  const float = asset === settlement ? 2n * billStroops : (2n * billStroops * EURO_NUMERATOR) / EURO_DENOMINATOR
  const line = await trustline(chain, people.address(`wallet.${party}`), asset)
  const missing = float - (line?.balanceStroops ?? 0n)
  if (missing <= 0n) return
  const owner = people.address(`owner.${party}`)
  await send(
    `top-up of wallet ${party}`,
    [owner],
    [payment({ source: owner, destination: people.address(`wallet.${party}`), asset, amountStroops: missing })],
  )
}
