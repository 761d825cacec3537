import type { ReadingIntake, ReadingIntakeResult } from '@heliobond/api'
import { type Database, recordQuarantine } from '@heliobond/db'
import { parseReading } from '@heliobond/domain'
import {
  type Ingest,
  type IntakeOutcome,
  loadProjects,
  type ProjectIngestOptions,
  startProjectIngest,
  type WorkerContext,
} from '@heliobond/worker'

export interface ReadingGate {
  readonly intake: ReadingIntake
  /** Begins to take readings once there is a project. @returns whether it does. */
  open(): Promise<boolean>
  close(): Promise<void>
}

export interface ReadingGateOptions {
  readonly context: WorkerContext
  readonly database: Database
  /** How readings come by the broker. Without an address they are taken over HTTP only. */
  readonly broker?: Omit<ProjectIngestOptions, 'onFatal'>
  readonly onFatal: (error: unknown) => void
}

/**
 * Ingest, from the moment on that there is a project.
 *
 * A reading is signed for one energy contract, so before the first project there is nothing to verify with; nor is any meter
 * registered, which is what a reading is told then. The broker is not listened to until then: devices keep what is not acknowledged.
 */
export function createReadingGate({ context, database, broker, onFatal }: ReadingGateOptions): ReadingGate {
  let ingest: Promise<Ingest | null> | null = null

  async function tryOpen(): Promise<Ingest | null> {
    if ((await loadProjects(context.store)).length === 0) return null
    return startProjectIngest(context, database, { ...broker, onFatal })
  }

  async function opened(): Promise<Ingest | null> {
    ingest ??= tryOpen()
    const attempt = ingest
    const found = await attempt.catch((error: unknown) => {
      ingest = null
      throw error
    })
    if (found === null && ingest === attempt) ingest = null
    return found
  }

  return {
    async intake(messages) {
      const open = await opened()
      if (!open) return refuseAll(context, database, messages)
      return toResult(await open.ingestReadings(messages))
    },
    open: async () => (await opened()) !== null,
    async close() {
      await (await ingest)?.close()
    },
  }
}

function toResult(outcomes: readonly IntakeOutcome[]): ReadingIntakeResult {
  const stored: ReadingIntakeResult['stored'][number][] = []
  const refused: ReadingIntakeResult['refused'][number][] = []
  for (const [index, outcome] of outcomes.entries()) {
    if (outcome.outcome === 'refused') {
      refused.push({ index, seq: outcome.reading?.seq, code: outcome.code, detail: outcome.detail })
    } else {
      const { meter, epoch, seq } = outcome.reading
      stored.push({ index, meter, epoch, seq, duplicate: outcome.outcome === 'duplicate' })
    }
  }
  return { stored, refused }
}

/** No meter is registered yet: says so of every reading, and keeps what was refused as ingest does. */
async function refuseAll(
  context: WorkerContext,
  database: Database,
  messages: readonly unknown[],
): Promise<ReadingIntakeResult> {
  const refused = messages.map((message, index) => {
    const parsed = parseReading(message)
    if (parsed.ok) {
      const { seq, meter } = parsed.value
      return { index, seq, meter, code: 'UNKNOWN_METER', detail: `meter ${meter} is not registered` }
    }
    const detail = 'field' in parsed.error ? `field ${parsed.error.field}` : 'an object is wanted'
    return { index, code: parsed.error.code, detail }
  })
  await recordQuarantine(
    database.pool,
    refused.map(({ index, meter, code, detail }) => ({
      meterId: meter,
      topic: 'POST /v1/readings',
      payload: JSON.stringify(messages[index]) ?? '',
      code,
      detail,
    })),
    await context.chain.now(),
  )
  return { stored: [], refused: refused.map(({ index, seq, code, detail }) => ({ index, seq, code, detail })) }
}
