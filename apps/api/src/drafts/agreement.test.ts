import {
  buildEnvelope,
  createChain,
  createKey,
  deployOurs,
  prepare,
  randomSalt,
  rootSigner,
  sequences,
  submitNow,
  uploadWasm,
  wasmHash,
} from '@heliobond/chain'
import { contractWasm } from '@heliobond/contracts'
import { formatUtcSeconds, SECONDS_PER_DAY } from '@heliobond/domain'
import { startLocalnet } from '@heliobond/localnet'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DraftBody } from './body.ts'
import { offeringArgs } from './deployment.ts'
import { completeBody, strangers } from './draft.test-helper.ts'
import type { LaunchState } from './launch-state.ts'
import { readDraft } from './plan.ts'
import { Problems } from './problems.ts'
import { readTerms } from './terms.ts'

const UNIT = 10_000_000n
const YEAR = 365 * 86_400
const RUNS = 60

/** An amount near the bounds that the terms have. */
const amount = fc.constantFrom(0n, 1n, 100n * UNIT, 1_500n * UNIT, 4_000n * UNIT, 20_000n * UNIT, 40_000n * UNIT)
const text = (of: fc.Arbitrary<bigint>) => of.map(String)
const some = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined, freq: 1 })

const change = fc.record({
  kind: fc.constantFrom<'Bond' | 'Equity' | 'Donation'>('Bond', 'Bond', 'Bond', 'Equity', 'Donation'),
  principal: fc.constantFrom<'SinkingFund' | 'PassThrough'>('SinkingFund', 'SinkingFund', 'PassThrough'),
  minimum: some(text(amount)),
  minTicket: some(text(amount)),
  maxTicket: some(text(amount)),
  denomination: some(text(fc.constantFrom(1n, 100n * UNIT, 300n * UNIT))),
  reserve: some(text(amount)),
  fromProceeds: some(text(amount)),
  capitalized: some(text(amount)),
  rateBps: some(fc.constantFrom(0, 450, 10_000)),
  shareBps: some(fc.constantFrom(0, 2_500)),
  deadlineDays: fc.constantFrom(60, 60, 60, 0, 290, 400),
  longStopDays: fc.constantFrom(700, 700, 60, 3_709, 3_711),
  graceSeconds: some(fc.constantFrom(0, YEAR, YEAR + 1)),
  unclaimedSeconds: some(fc.constantFrom(YEAR - 1, YEAR, 30 * YEAR, 30 * YEAR + 1)),
  upgradeSeconds: some(fc.constantFrom(30 * 86_400 - 1, 30 * 86_400, 2 * YEAR, 2 * YEAR + 1)),
  challengeSeconds: some(fc.constantFrom(0, 15 * 86_400 - 1, 15 * 86_400)),
})

test(`what is told of a draft's terms is what the contract says: ${RUNS} random terms near their bounds`, {
  timeout: 120_000,
}, async () => {
  const localnet = await startLocalnet({ port: 0 })
  try {
    const { rpcUrl, horizonUrl, passphrase } = localnet
    const chain = createChain({ network: 'local', rpcUrl, horizonUrl, passphrase, pollMs: 5 })
    const root = rootSigner(passphrase)
    const wasm = await contractWasm('offering')
    const sent = await submitNow(chain, { source: root, operations: [uploadWasm({ wasm })] })
    expect(sent.kind).toBe('success')
    const people = strangers()
    const now = await chain.now()
    const base = completeBody(people, now)
    const { plan } = readDraft(base, { issuer: root.address, settlement: `USDC:${people.address('usd')}`, now })
    if (plan === null) throw new Error('the complete draft has problems')

    const isTaken = async (terms: NonNullable<ReturnType<typeof readTerms>>) => {
      const state = {
        draft: { id: 1, owner: root.address, systemId: 1 },
        plan: { ...plan, terms },
        platform: { registry: CONTRACT, energy: CONTRACT },
        collections: plan.system.parties.map(() => createKey().address),
        tender: { contractId: CONTRACT },
      } as unknown as LaunchState
      const args = offeringArgs(state, passphrase)
      const operation = deployOurs('offering', {
        ...{ deployer: root.address, wasmHash: wasmHash(wasm), salt: randomSalt(), args },
      })
      const sequence = ((await sequences(chain, [root.address])).get(root.address) ?? 0n) + 1n
      const envelope = buildEnvelope({ source: root.address, sequence, operations: [operation], now }, passphrase)
      return (await prepare(chain, envelope)).kind === 'ready'
    }
    let taken = 0
    await fc.assert(
      fc.asyncProperty(change, async (c) => {
        const at = (days: number) => formatUtcSeconds(now + BigInt(days) * SECONDS_PER_DAY)
        const body = {
          ...base,
          kind: c.kind,
          principal: c.principal,
          sale: {
            ...base.sale,
            ...defined({
              minimumStroops: c.minimum,
              minTicketStroops: c.minTicket,
              maxTicketStroops: c.maxTicket,
              denominationStroops: c.denomination,
            }),
            fundingDeadline: at(c.deadlineDays),
          },
          terms: {
            ...base.terms,
            // What is no bond has neither interest nor a share unless the change says so.
            ...(c.kind === 'Bond' ? {} : { rateBps: 0 }),
            ...(c.kind === 'Equity' ? { shareBps: 2_500 } : {}),
            ...defined({
              reserveRequirementStroops: c.reserve,
              reserveFromProceedsStroops: c.fromProceeds,
              capitalizedInterestStroops: c.capitalized,
              rateBps: c.rateBps,
              shareBps: c.shareBps,
              defaultGraceSeconds: c.graceSeconds,
              unclaimedAfterSeconds: c.unclaimedSeconds,
              upgradeDelaySeconds: c.upgradeSeconds,
              challengeDelaySeconds: c.challengeSeconds,
            }),
            longStop: at(c.longStopDays),
          },
        } satisfies DraftBody
        const problems = new Problems()
        const terms = readTerms(body, { now, schedule: plan.schedule, trustee: plan.roles.trustee }, problems)
        if (!terms) throw new Error('terms are missing')
        const isSound = problems.found.length === 0
        expect(await isTaken(terms), JSON.stringify(problems.found)).toBe(isSound)
        if (isSound) taken += 1
      }),
      { numRuns: RUNS },
    )
    // Both answers have been met.
    expect(taken).toBeGreaterThan(0)
    expect(taken).toBeLessThan(RUNS)
  } finally {
    await localnet.close()
  }
})

/** A contract's address of 32 zero bytes: constructors call none. */
const CONTRACT = 'CAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAD2KM'

const defined = <T extends object>(all: T): Partial<{ [Name in keyof T]: NonNullable<T[Name]> }> =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Partial<{
    [Name in keyof T]: NonNullable<T[Name]>
  }>
