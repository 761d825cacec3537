import { pino } from 'pino'
import { startAgent } from '../agent/agent.ts'
import { paths } from '../agent/identity.ts'
import { askStatus, serveStatus } from '../agent/status-socket.ts'
import { loadConfig } from '../config/config.ts'
import { StoreError } from '../store/open.ts'

/** Runs the agent until SIGTERM or SIGINT. @returns the exit code. */
export async function run(configPath: string, newStore: boolean): Promise<number> {
  const config = await loadConfig(configPath)
  const { socket: socketPath } = paths(config.dataDir)
  if (await askStatus(socketPath)) throw new StoreError(`an agent runs already: it answers at ${socketPath}`)
  const log = pino({ level: config.logLevel, base: undefined })
  const stopped = new Promise<void>((resolve) => {
    process.once('SIGTERM', () => resolve())
    process.once('SIGINT', () => resolve())
  })
  const agent = await startAgent(config, log, { newStore })
  const socket = await serveStatus(socketPath, agent.status)
  await stopped
  log.info('stopping')
  await socket.close()
  await agent.close()
  return 0
}
