/** The API over the whole example: embedded network, database, three offerings, somebody for every part. */
import { pathSource, sign } from '@heliobond/chain'
import { createDevTools, openStage, type Stage } from '@heliobond/cli'
import { createReadingStore } from '@heliobond/db'
import { contractIdFromStrkey, networkId, readingSignedBytes } from '@heliobond/domain'
import { createContext, createWorker, type Role } from '@heliobond/worker'
import { pino } from 'pino'
import { expect } from 'vitest'
import type { ApiOptions } from './app.ts'
import { projectContractsOf } from './project-schedule.ts'
import { type Answer, openTestApi, type TestApi } from './testing.test-helper.ts'

/** Registers of the live system, watt-hours. */
export interface Measured {
  /** Unix seconds. */
  readonly at: bigint
  readonly generatedWh: bigint
  readonly exportedWh: bigint
  /** By party. */
  readonly consumedWh: readonly bigint[]
}

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
  /** Readings of the live system's meters, signed by them and stored: where the registers stand at that time. */
  measure(registers: Measured): Promise<void>
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
    ledger: { chain, paths: pathSource(chain), sponsor: people.signer('fees') },
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

  let seq = 0n
  async function measure({ at, generatedWh, exportedWh, consumedWh }: Measured): Promise<void> {
    const offering = await database.prisma.offering.findUniqueOrThrow({ where: { id: stage.live } })
    const meters = await database.prisma.meter.findMany({
      where: { systemId: offering.systemId },
      orderBy: { id: 'asc' },
    })
    const { energy } = await projectContractsOf(database, stage.live)
    const contract = contractIdFromStrkey(energy)
    if (!contract.ok) throw new Error('no energy contract')
    const domain = { networkId: networkId(chain.config.passphrase), energyContractId: contract.value }
    seq += 1n
    const readings = await Promise.all(
      meters.map(async (meter) => {
        const isSite = meter.kind === 'site'
        const unsigned = {
          system: offering.systemId,
          meter: meter.id,
          epoch: 1,
          seq,
          at,
          generatedWh: isSite ? generatedWh : 0n,
          exportedWh: isSite ? exportedWh : 0n,
          consumedWh: isSite ? 0n : (consumedWh[meter.partyIndex ?? 0] ?? 0n),
        }
        const key = people.signer(isSite ? 'meter.site' : `meter.load.${meter.partyIndex}`)
        const signature = new Uint8Array(await key.sign(readingSignedBytes(unsigned, domain)))
        return { reading: { ...unsigned, signature }, publicKey: new Uint8Array(meter.publicKey) }
      }),
    )
    const outcomes = await createReadingStore(database.pool).insertBatch(readings, at)
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(readings.map(() => 'stored'))
  }

  const build = (person: string, action: string, params: object, status = 200) =>
    post('/v1/transactions/build', { action, source: people.address(person), params }, status)

  return {
    ...api,
    stage,
    post,
    build,
    signed,
    measure,
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
