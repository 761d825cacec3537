import { rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import type { AgentStatus } from './status.ts'

/** Tells whoever connects to the socket how the agent is. A socket and no file: an SD card wears out by writing. */
export async function serveStatus(path: string, status: () => AgentStatus): Promise<{ close(): Promise<void> }> {
  // One of an earlier life, killed: that nobody answers there was seen before.
  rmSync(path, { force: true })
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.end(JSON.stringify(status()))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, () => resolve())
  })
  return { close: () => new Promise((resolve) => server.close(() => resolve())) }
}

/** Asks a running agent; undefined when none runs there. */
export function askStatus(path: string): Promise<AgentStatus | undefined> {
  return new Promise((resolve) => {
    let text = ''
    const socket = connect(path)
    socket.setTimeout(5_000, () => socket.destroy())
    socket.on('error', () => resolve(undefined))
    socket.on('data', (chunk) => {
      text += chunk.toString('utf8')
    })
    socket.on('close', () => {
      try {
        resolve(JSON.parse(text) as AgentStatus)
      } catch {
        resolve(undefined)
      }
    })
  })
}
