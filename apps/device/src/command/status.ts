import { paths } from '../agent/identity.ts'
import { askStatus } from '../agent/status-socket.ts'
import { loadConfig } from '../config/config.ts'

/** Prints how the running agent is. @returns the exit code: 1 when none runs. */
export async function status(configPath: string): Promise<number> {
  const config = await loadConfig(configPath)
  const { socket } = paths(config.dataDir)
  const answer = await askStatus(socket)
  if (!answer) {
    process.stderr.write(`no agent answers at ${socket}\n`)
    return 1
  }
  process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`)
  return 0
}
