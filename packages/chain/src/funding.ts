import { createAccount } from './account-operations.ts'
import { account } from './accounts.ts'
import { payment } from './asset-operations.ts'
import type { Chain } from './chain.ts'
import { requestTimeout } from './config.ts'
import type { Signer } from './keys.ts'
import { type Submitted, submitNow } from './submit-now.ts'

/** Friendbot did not give. */
export class FriendbotError extends Error {
  readonly code = 'FRIENDBOT'
  constructor(reason: string, options?: ErrorOptions) {
    super(`friendbot: ${reason}`, options)
    this.name = 'FriendbotError'
  }
}

/** Gives an account lumens out of a funder's own; opens it if need be. */
export async function fund(
  chain: Chain,
  address: string,
  p: { readonly funder: Signer; readonly amountStroops: bigint },
): Promise<Submitted> {
  const exists = await account(chain, address)
  const operation = exists
    ? payment({ destination: address, asset: 'native', amountStroops: p.amountStroops })
    : createAccount({ destination: address, startingStroops: p.amountStroops })
  return submitNow(chain, { source: p.funder, operations: [operation] })
}

/**
 * Opens an account by the network's friendbot, which test networks have.
 *
 * @throws {FriendbotError} if there is none, or it gives nothing and the account does not exist.
 */
export async function fundByFriendbot(chain: Chain, address: string): Promise<void> {
  const friendbotUrl = await chain.friendbotUrl()
  if (friendbotUrl === undefined) throw new FriendbotError('this network has none')
  const url = new URL(friendbotUrl)
  url.searchParams.set('addr', address)
  let status: number
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(requestTimeout(chain.config)) })
    status = response.status
    await response.body?.cancel()
    if (response.ok) return
  } catch (error) {
    throw new FriendbotError(error instanceof Error ? error.message : String(error), { cause: error })
  }
  // It refuses an account that it has opened already, which may have been our own lost request.
  if (!(await account(chain, address))) throw new FriendbotError(`HTTP ${status}`)
}
