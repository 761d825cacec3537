import { addTicks, IDLE, type TickResult, type WorkerContext } from '../context.ts'
import { createSubmitter } from '../submit/submitter.ts'
import { ORACLE_KEYS, tickOracle } from './oracle.ts'
import { oracleHandlers } from './propose.ts'

/** The oracle role: looks at proposals, and carries out what the oracles of this process say of them, with keys that no other process needs. */
export function createOracleRole(context: WorkerContext): () => Promise<TickResult> {
  const submitters = new Map<string, ReturnType<typeof createSubmitter>>()
  return async () => {
    const keys = await context.keys.names(ORACLE_KEYS)
    if (keys.length === 0) return IDLE
    let result = await tickOracle(context)
    for (const key of keys) {
      const submitter = submitters.get(key) ?? createSubmitter(context, oracleHandlers(key))
      submitters.set(key, submitter)
      result = addTicks(result, await submitter.tick())
    }
    return result
  }
}
