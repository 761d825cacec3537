/** The API over the whole example: embedded network, database, three offerings, somebody for every part. */
import { pathSource, sign } from '@heliobond/chain'
import { createDevTools, openStage, type Stage } from '@heliobond/cli'
import { createContext, createWorker, type Role } from '@heliobond/worker'
import { pino } from 'pino'
import { expect } from 'vitest'
import type { ApiOptions } from './app.ts'
import { type Answer, openTestApi, type TestApi } from './testing.test-helper.ts'

export interface StagedApi extends TestApi {
  readonly stage: Stage
  /** Sends a body; checks the status. */
  post(url: string, body: unknown, status: number, headers?: Record<string, string>): Promise<Answer>
  /** A token of that person, by SEP-10. */
  signIn(person: string): Promise<Record<string, string>>
  /** Builds a transaction for that person. */
  build(person: string, action: string, params: object, status?: number): Promise<Answer>
  /** Builds, has that person sign, submits, and follows to the end. @returns what became of it. */
  act(person: string, action: string, params: object, cosigners?: readonly string[]): Promise<Answer>
  /** Lets the worker do what is due, in these roles; all of them when none is named. */
  work(...roles: Role[]): Promise<void>
  /** Signs with the keys of people. */
  signed(envelopeXdr: string, people: readonly string[]): Promise<string>
}

export async function openStagedApi(options: Partial<ApiOptions> = {}): Promise<StagedApi> {
  const stage = await openStage()
  const { chain, database, secretKey, people, localnet } = stage
  const api = await openTestApi({
    database,
    chain,
    network: { passphrase: chain.config.passphrase, name: 'local', rpcUrl: localnet.rpcUrl },
    identity: { chain, masterKey: secretKey },
    ledger: { chain, paths: pathSource(chain) },
    dev: createDevTools(stage),
    ...options,
  })

  async function post(url: string, body: unknown, status: number, headers: Record<string, string> = {}) {
    const response = await api.app.inject({ method: 'POST', url, payload: body as object, headers })
    expect(response.statusCode, `${url}: ${response.body}`).toBe(status)
    return response.body === '' ? null : response.json()
  }

  async function signed(envelopeXdr: string, names: readonly string[]): Promise<string> {
    const envelope = { envelopeXdr, hash: '', expiresAt: 0n, builtAt: 0n }
    const signers = names.map((name) => people.signer(name))
    return (await sign(envelope, signers, chain.config.passphrase)).envelopeXdr
  }

  const context = createContext({
    database,
    chain: chain.config,
    routes: [],
    secretKey: secretKey as Parameters<typeof createContext>[0]['secretKey'],
    log: pino({ level: 'silent' }),
  })

  const build = (person: string, action: string, params: object, status = 200) =>
    post('/v1/transactions/build', { action, source: people.address(person), params }, status)

  return {
    ...api,
    stage,
    post,
    build,
    signed,
    async work(...roles) {
      await createWorker(context, ...(roles.length > 0 ? [roles] : [])).settleDown({ pollMs: 10 })
    },
    async signIn(person) {
      const { transaction } = await api.get(`/auth?account=${people.address(person)}`)
      const { token } = await post('/auth', { transaction: await signed(transaction, [person]) }, 200)
      return { authorization: `Bearer ${token}` }
    },
    async act(person, action, params, cosigners = []) {
      const built = await build(person, action, params)
      const envelopeXdr = await signed(built.envelopeXdr, [person, ...cosigners])
      const submitted = await post('/v1/transactions', { envelopeXdr }, 202)
      expect(submitted.hash).toBe(built.hash)
      await expect
        .poll(async () => (await api.get(`/v1/transactions/${built.hash}`)).status, { timeout: 20_000 })
        .not.toBe('pending')
      return api.get(`/v1/transactions/${built.hash}`)
    },
    async close() {
      await api.app.close()
      await stage.close()
    },
  }
}
