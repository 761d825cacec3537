/** A cable between a device and whatever it speaks to: it can be pulled. */
import { connect, createServer, type Socket } from 'node:net'

export interface Cable {
  readonly port: number
  /** Ends what is under way; nothing passes until `mend`. */
  cut(): void
  mend(): void
  close(): Promise<void>
}

export async function startCable(toPort: number): Promise<Cable> {
  const sockets = new Set<Socket>()
  let isCut = false
  const server = createServer((near) => {
    if (isCut) return near.destroy()
    const far = connect(toPort, '127.0.0.1')
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one)
      one.setNoDelay(true)
      one.on('error', () => undefined)
      one.on('close', () => {
        sockets.delete(one)
        other.destroy()
      })
    }
    near.pipe(far)
    far.pipe(near)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const address = server.address()
  const drop = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    cut() {
      isCut = true
      drop()
    },
    mend() {
      isCut = false
    },
    async close() {
      drop()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
