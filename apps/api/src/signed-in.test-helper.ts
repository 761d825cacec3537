/** The API over a database, with people who are signed in. No network is behind it: nothing here may ask one. */
import { createChain, createKey } from '@heliobond/chain'
import { expect } from 'vitest'
import type { ApiOptions } from './app.ts'
import type { Role } from './identity/sessions.ts'
import { createTokens } from './identity/tokens.ts'
import { PASSPHRASE, START } from './seed.test-helper.ts'
import { type Answer, openTestApi, type TestApi } from './testing.test-helper.ts'

export const MASTER_KEY = new Uint8Array(32).fill(5)

export interface SignedInApi extends TestApi {
  /** Headers of that address, signed in. */
  as(address: string): Promise<Record<string, string>>
  /** Headers of somebody new with these roles. */
  someone(...roles: Role[]): Promise<Record<string, string>>
  send(
    method: 'POST' | 'PUT' | 'DELETE',
    url: string,
    body: unknown,
    status: number,
    headers?: Record<string, string>,
  ): Promise<Answer>
}

export async function openSignedInApi(options: Partial<ApiOptions> = {}): Promise<SignedInApi> {
  const chain = createChain({ network: 'local', rpcUrl: 'http://127.0.0.1:1/rpc', passphrase: PASSPHRASE })
  const api = await openTestApi({ identity: { chain, masterKey: MASTER_KEY }, ...options })
  const tokens = createTokens(MASTER_KEY, 'localhost:4000')
  const as = async (address: string) => ({ authorization: `Bearer ${await tokens.issue(address, 'test')}` })
  return {
    ...api,
    as,
    async someone(...roles) {
      const { address } = createKey()
      await api.database.prisma.roleGrant.createMany({
        data: roles.map((role) => ({ address, role, grantedBy: 'test', grantedAt: START })),
      })
      return as(address)
    },
    async send(method, url, body, status, headers = {}) {
      const response = await api.app.inject({
        method,
        url,
        headers,
        ...(body !== undefined && { payload: body as object }),
      })
      expect(response.statusCode, `${method} ${url}: ${response.body}`).toBe(status)
      return response.body === '' ? null : response.json()
    },
  }
}
