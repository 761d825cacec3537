/**
 * The whole example without anything that goes by itself: no meter speaks and no worker works until it is told to, so that months pass in
 * a moment. The same contracts, database, API and portal as everywhere else.
 */
import type { ReadingIntake } from '@heliobond/api'
import { stopTestServer } from '@heliobond/db'
import { createContext, type Ingest, startProjectIngest } from '@heliobond/worker'
import { pino } from 'pino'
import { openStagedApi, type StagedApi } from '../../api/src/stage.test-helper.ts'
import { ensurePortalBuilt, servePortal } from '../server/index.ts'
import { asking, type Stack } from './stack.test-helper.ts'

export interface Staged {
  readonly stack: Stack
  /** Turns the clock and measures; see {@link StagedApi}. */
  readonly api: StagedApi
}

export async function startStaged(): Promise<Staged> {
  await ensurePortalBuilt()
  let judge: Ingest | null = null
  const ingest: ReadingIntake = async (messages) => takenBy(judge, messages)
  const api = await openStagedApi({ ingest })
  judge = await openJudge(api)
  await api.work('index')
  const url = (await api.app.listen({ host: '127.0.0.1', port: 0 })).replace(/\/$/, '')
  const { rpcUrl } = api.stage.localnet
  const portal = await servePortal({ host: '127.0.0.1', port: 0, apiUrl: url, rpcUrl })
  const stack: Stack = {
    portal: portal.url,
    api: url,
    rpc: rpcUrl,
    dataDir: '',
    log: async () => api.log(),
    ask: asking(url),
    async stop() {
      await portal.close()
      await judge.close()
      await api.close()
      await stopTestServer()
    },
  }
  return { stack, api }
}

/** Readings that come over HTTP are judged as everywhere else. */
function openJudge({ stage: { database, chain, secretKey } }: StagedApi): Promise<Ingest> {
  const context = createContext({
    database,
    chain: chain.config,
    routes: [],
    secretKey: secretKey as Parameters<typeof createContext>[0]['secretKey'],
    log: pino({ level: 'silent' }),
  })
  return startProjectIngest(context, database, {
    onFatal: (error) => {
      throw error
    },
  })
}

async function takenBy(judge: Ingest | null, messages: readonly unknown[]): ReturnType<ReadingIntake> {
  if (judge === null) throw new Error('readings came before there was a judge')
  const outcomes = await judge.ingestReadings(messages)
  const stored: Awaited<ReturnType<ReadingIntake>>['stored'][number][] = []
  const refused: Awaited<ReturnType<ReadingIntake>>['refused'][number][] = []
  for (const [index, outcome] of outcomes.entries()) {
    if (outcome.outcome === 'refused') refused.push({ index, code: outcome.code, detail: outcome.detail })
    else {
      const { meter, epoch, seq } = outcome.reading
      stored.push({ index, meter, epoch, seq, duplicate: outcome.outcome === 'duplicate' })
    }
  }
  return { stored, refused }
}
