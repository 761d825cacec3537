import { changeTrust } from '@heliobond/chain'
import type { ProjectAssets } from './accounts.ts'
import type { Calls } from './calls.ts'
import type { People } from './people.ts'
import type { ProjectPlan } from './plan.ts'
import type { Sender } from './sender.ts'

const BOND = 10_000_000n

/** Who buys how much at issue: 50, 30 and the rest of the bonds. */
export function subscriptions(
  principalStroops: bigint,
): readonly { readonly investor: string; readonly bondStroops: bigint }[] {
  const bonds = principalStroops / BOND
  const ana = bonds / 2n
  const luis = (bonds * 3n) / 10n
  return [
    { investor: 'investor.ana', bondStroops: ana * BOND },
    { investor: 'investor.luis', bondStroops: luis * BOND },
    { investor: 'investor.marta', bondStroops: (bonds - ana - luis) * BOND },
  ]
}

/** Raises the money: three investors are allowed and buy; the issue closes, the bonds are freed, the works are paid. */
export async function raiseFunds(calls: Calls, people: People, plan: ProjectPlan, offering: string): Promise<void> {
  const buyers = subscriptions(plan.principalStroops)
  for (const { investor } of buyers)
    await calls.as('compliance', 'offering', offering, 'set_allowed', { who: people.address(investor), allowed: true })
  for (const { investor, bondStroops } of buyers)
    await calls.as<bigint>(investor, 'offering', offering, 'invest', { amount: bondStroops }, 'investor')
  await calls.as('issuer', 'offering', offering, 'close_funding', {})
  await calls.as('operator', 'offering', offering, 'release', {
    holders: buyers.map(({ investor }) => people.address(investor)),
  })
  await calls.as('works', 'offering', offering, 'disburse', {
    to: people.address('contractor'),
    amount: plan.principalStroops - plan.reserveStroops,
  })
}

/** A fourth investor passes the allow-list and opens a line, so as to buy on the order book. */
export async function admitInvestor(
  send: Sender,
  calls: Calls,
  people: People,
  assets: ProjectAssets,
  offering: string,
  investor: string,
): Promise<void> {
  const source = people.address(investor)
  await send('fourth investor: trustline', [source], [changeTrust({ source, asset: assets.bond })])
  await calls.as('compliance', 'offering', offering, 'set_allowed', { who: source, allowed: true })
}
