/** What the API tells the owner of a party. */
import { cache } from 'react'
import type { ApiResult } from '../api/client.ts'
import type { PrepaidWallet } from '../api/types.ts'
import { callAsSignedIn } from '../session/session.ts'

export const getWallet = cache(
  (systemId: number, party: number): Promise<ApiResult<PrepaidWallet>> =>
    callAsSignedIn(`/v1/wallets/${systemId}/${party}`),
)
