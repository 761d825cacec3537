import { createServer } from 'node:net'

/** A port that something is to listen on. */
export interface WantedPort {
  /** For people: what would listen. */
  readonly part: string
  readonly host: string
  readonly port: number
  /** The variable that chooses it. */
  readonly variable: string
}

/** A port cannot be had. The message says which, and how to choose another. */
export class PortTakenError extends Error {}

/**
 * Looks whether the ports are free before anything is started: a taken one is told at once, and all of them together.
 *
 * @throws {PortTakenError}
 */
export async function requireFreePorts(wanted: readonly WantedPort[]): Promise<void> {
  const found = await Promise.all(wanted.map(async (one) => ({ ...one, fault: await faultOf(one) })))
  const problems = found.flatMap(({ part, port, variable, fault }) =>
    fault === null
      ? []
      : [
          `port ${port} for ${part} ${fault}: choose another with ${variable}=${otherPort(port)}, or 0 for any free one`,
        ],
  )
  if (problems.length > 0) throw new PortTakenError(problems.join('\n'))
}

const otherPort = (port: number) => (port < 1024 ? port + 10_000 : port < 65_000 ? port + 1 : port - 1000)

/** Why nothing can listen there now; null when something can. */
function faultOf({ host, port }: WantedPort): Promise<string | null> {
  if (port === 0) return Promise.resolve(null)
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve('is taken')
      else if (error.code === 'EACCES') resolve('needs rights that this user lacks')
      else resolve(`cannot be had on ${host} (${error.code ?? error.message})`)
    })
    probe.listen({ port, host }, () => probe.close(() => resolve(null)))
  })
}
