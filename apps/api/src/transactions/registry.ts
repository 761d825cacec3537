import type { Action } from './action.ts'
import { certificateActions } from './actions/certificate.ts'
import { draftActions } from './actions/draft-step.ts'
import { investorActions } from './actions/investor.ts'
import { issuerActions } from './actions/issuer.ts'
import { marketActions } from './actions/market.ts'
import { payerActions } from './actions/payer.ts'
import { registryActions } from './actions/registry.ts'
import { tenderBidActions } from './actions/tender-bids.ts'
import { tenderWorkActions } from './actions/tender-works.ts'
import { walletActions } from './actions/wallet.ts'

/** Every action that can be built here. */
export const ACTIONS: readonly Action[] = [
  ...investorActions,
  ...marketActions,
  ...payerActions,
  ...walletActions,
  ...issuerActions,
  ...registryActions,
  ...tenderBidActions,
  ...tenderWorkActions,
  ...certificateActions,
  ...draftActions,
]

const byName = new Map(ACTIONS.map((action) => [action.name, action]))

/** The action of that name; undefined when there is none. */
export const actionNamed = (name: string): Action | undefined => byName.get(name)
