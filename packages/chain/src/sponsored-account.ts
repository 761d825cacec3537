import { type AccountOptions, beginSponsoring, createAccount, endSponsoring, setOptions } from './account-operations.ts'
import { changeTrust } from './asset-operations.ts'
import type { Asset } from './assets.ts'
import type { ChainOperation } from './operation.ts'

/** An account whose reserves another pays: a channel, a party's collection account, a prepaid wallet. */
export interface SponsoredAccount {
  readonly sponsor: string
  readonly address: string
  /** The lines it opens; their issuers may still have to authorize them. */
  readonly assets?: readonly Asset[]
  /** Its weights, thresholds and signers, set one after the other. */
  readonly options?: readonly Omit<AccountOptions, 'source'>[]
}

/** Opens an account that owns no lumens. The sponsor and the account itself sign. */
export function openSponsored(p: SponsoredAccount): readonly ChainOperation[] {
  const source = p.address
  return [
    beginSponsoring({ source: p.sponsor, sponsored: p.address }),
    createAccount({ source: p.sponsor, destination: p.address, startingStroops: 0n }),
    ...(p.assets ?? []).map((asset) => changeTrust({ source, asset })),
    ...(p.options ?? []).map((options) => setOptions({ ...options, source })),
    endSponsoring({ source }),
  ]
}
