import { addressOf } from './people.test-helper.ts'
import type { Stack } from './stack.test-helper.ts'

interface Built {
  readonly envelopeXdr: string
  readonly hash: string
}
interface Tracked {
  readonly status: string
  readonly code: string | null
  readonly returnValue?: unknown
}

const TRIES = 120
const TRY_MS = 500

/** What another office does meanwhile, out of sight of the browser: the API builds it, the person signs, the ledger has it. */
export async function actAs(stack: Stack, person: string, action: string, params: object): Promise<Tracked> {
  const address = await addressOf(stack, person)
  const built = await stack.ask<Built>('/v1/transactions/build', { action, source: address, params })
  const signed = await stack.ask<{ envelopeXdr: string }>('/v1/dev/sign', { address, envelopeXdr: built.envelopeXdr })
  await stack.ask('/v1/transactions', { envelopeXdr: signed.envelopeXdr })
  for (let tries = 0; tries < TRIES; tries += 1) {
    const tracked = await stack.ask<Tracked>(`/v1/transactions/${built.hash}`)
    if (tracked.status === 'success') return tracked
    if (tracked.status === 'failed' || tracked.status === 'expired') {
      throw new Error(`${action} of ${person} ${tracked.status}: ${tracked.code}`)
    }
    await new Promise((resolve) => setTimeout(resolve, TRY_MS))
  }
  throw new Error(`${action} of ${person} was in no ledger in time`)
}
