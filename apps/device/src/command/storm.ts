import { openIdentity } from '../agent/identity.ts'
import { loadConfig } from '../config/config.ts'
import { setStorm } from '../control/storm.ts'

/** Saves stored energy for so many hours, or ends that. A running agent sees it within a second. @returns the exit code. */
export async function storm(
  configPath: string,
  hours: number | undefined,
  say: (line: string) => void,
): Promise<number> {
  const config = await loadConfig(configPath)
  if (!config.control) {
    say('This device switches no circuits: there is no "control" in its configuration.')
    return 1
  }
  const { store } = openIdentity(config)
  try {
    const until = hours === undefined ? undefined : BigInt(Math.floor(Date.now() / 1_000) + hours * 3_600)
    setStorm(store, until)
    say(
      until === undefined
        ? 'Storm mode is off.'
        : `Only the critical floor is fed until ${new Date(Number(until) * 1_000).toISOString()}.`,
    )
    return 0
  } finally {
    store.close()
  }
}
