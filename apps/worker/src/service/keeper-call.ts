import { addTicks, IDLE, type TickResult, type WorkerContext } from '../context.ts'
import type { ContractName } from '../contracts-port.ts'
import { type Project, projectOf } from '../project.ts'
import type { Handler } from '../submit/handler.ts'
import { enqueue, nextTry } from '../submit/outbox.ts'

/** Arguments of a call as JSON keeps them: numbers beyond 32 bits as `{"$int": "..."}`. */
type Args = Readonly<Record<string, unknown>>

/** A call that anybody may make, and that the keeper makes when it would pass. */
export interface KeeperCall {
  /** The outbox's kind, e.g. `offering.mature`. */
  readonly kind: string
  readonly contract: ContractName
  readonly method: string
  readonly args?: Args
  /** What tells this call from others of its kind, e.g. the party; the same call is asked for again once it has failed. */
  readonly of?: string
  readonly lane?: string
  /** The contract's address; the offering's own by default. */
  readonly contractId?: string
  /** Whether what the call would return is worth making it; it is, if this is absent. */
  readonly isWorthIt?: (value: unknown) => boolean
}

/**
 * Asks for a call of anybody's, if the contract says now that it would pass. A call that was asked for once is asked for again only after it has
 * failed, or under another `of`.
 */
export async function callIfItPasses(context: WorkerContext, project: Project, call: KeeperCall): Promise<TickResult> {
  const { store, contracts, chain, log } = context
  const now = await chain.now()
  const contractId = call.contractId ?? project.offering
  const key = await nextTry(store, `${call.kind}:${contractId}:${call.of ?? ''}`, now)
  if (key === null) return IDLE
  const asked = await contracts.wouldPass(call.contract, contractId, call.method, revive(call.args ?? {}))
  if (!asked.ok || call.isWorthIt?.(asked.value) === false) return IDLE
  log.info({ offering: project.offering, call: call.kind, of: call.of }, 'a call of anybody’s is due')
  await enqueue(store, {
    key,
    kind: call.kind,
    lane: call.lane ?? `service:${project.offeringId}`,
    payload: {
      offeringId: project.offeringId,
      contract: call.contract,
      contractId,
      method: call.method,
      args: call.args ?? {},
    },
    at: now,
  })
  return { progress: 1, waiting: 0 }
}

/** The same for several calls, one after the other. */
export async function callThosePassing(
  context: WorkerContext,
  project: Project,
  calls: readonly KeeperCall[],
): Promise<TickResult> {
  let result = IDLE
  for (const call of calls) result = addTicks(result, await callIfItPasses(context, project, call))
  return result
}

/** The handler of a kind of such calls. What the contract made of it the indexer enters. */
export const keeperHandler = (kind: string, signer = 'operator'): Handler => ({
  kind,
  async build(context, row) {
    await projectOf(context.store, Number(row.payload.offeringId))
    const { contract, contractId, method, args } = row.payload as unknown as {
      contract: ContractName
      contractId: string
      method: string
      args: Args
    }
    const source = (await context.keys.signer(signer)).address
    return {
      signers: [signer],
      operations: [context.contracts.call(contract, contractId, method, revive(args), source)],
    }
  },
  async booked() {},
})

/** A 64- or 128-bit number in a call's arguments. */
export const int = (value: bigint): { readonly $int: string } => ({ $int: value.toString() })

function revive(args: Args): Record<string, unknown> {
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, reviveValue(value)]))
}

function reviveValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reviveValue)
  if (typeof value !== 'object' || value === null) return value
  if ('$int' in value) return BigInt(String(value.$int))
  return revive(value as Args)
}
