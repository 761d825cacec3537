/** A real Modbus TCP server that speaks SunSpec maps. */
import { createServer, type Server } from 'node:net'
import { ServerTCP } from 'modbus-serial'

export interface MapServer {
  readonly port: number
  /** Holding registers by address; what is not there answers with the exception "illegal data address". */
  readonly words: Map<number, number>
  readonly coils: Map<number, boolean>
  /** Set: every request is answered with this Modbus exception. */
  exception: number | undefined
  /** Set: nothing is answered. */
  silent: boolean
  /** Set: coils are written and do not move. */
  stuckCoils: boolean
  /** How many connections came. */
  connections: number
  /** Ends all connections; new ones are taken. */
  dropAll(): void
  close(): Promise<void>
}

export const INVERTER_AT = 40_070
export const METER_AT = 40_122

const high = (value: number) => Math.floor(value / 0x1_0000)
const low = (value: number) => value % 0x1_0000

/** A map at `base`: common model, inverter (103), meter (203), end. */
export function writeMap(words: Map<number, number>, base = 40_000, ids = { inverter: 103, meter: 203 }): void {
  const put = (at: number, values: readonly number[]) => {
    for (const [index, value] of values.entries()) words.set(base + at + index, value)
  }
  put(0, [0x5375, 0x6e53])
  put(2, [1, 66, ...Array.from({ length: 66 }, () => 0x2020)])
  put(70, [ids.inverter, 50, ...Array.from({ length: 50 }, () => 0)])
  put(122, [ids.meter, 105, ...Array.from({ length: 105 }, () => 0)])
  put(229, [0xffff, 0])
}

export function setInverter(words: Map<number, number>, wh: number, scale = 0, at = INVERTER_AT): void {
  words
    .set(at + 24, high(wh))
    .set(at + 25, low(wh))
    .set(at + 26, scale & 0xffff)
}

export function setMeter(
  words: Map<number, number>,
  exported: number,
  imported: number,
  scale = 0,
  at = METER_AT,
): void {
  words.set(at + 38, high(exported)).set(at + 39, low(exported))
  words
    .set(at + 46, high(imported))
    .set(at + 47, low(imported))
    .set(at + 54, scale & 0xffff)
}

class ModbusFault extends Error {
  readonly modbusErrorCode: number
  constructor(code: number) {
    super(`exception ${code}`)
    this.modbusErrorCode = code
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

/** Starts one on a free port, or on the one given. */
export async function startMapServer(wanted?: number): Promise<MapServer> {
  // The library takes 0 for its default, 502.
  const port = wanted ?? (await freePort())
  const words = new Map<number, number>()
  const coils = new Map<number, boolean>()
  const server: MapServer = {
    ...{ port, words, coils, exception: undefined, silent: false, stuckCoils: false, connections: 0 },
    dropAll() {
      for (const socket of tcp.socks.keys()) socket.destroy()
    },
    async close() {
      server.dropAll()
      await new Promise<void>((resolve) => tcp.close(() => resolve()))
    },
  }
  const answer = async <T>(value: T | undefined): Promise<T> => {
    if (server.silent) await new Promise(() => undefined)
    if (server.exception !== undefined) throw new ModbusFault(server.exception)
    if (value === undefined) throw new ModbusFault(2)
    return value
  }
  const tcp = new ServerTCP(
    {
      getHoldingRegister: (address: number) => answer(words.get(address)),
      getCoil: (address: number) => answer(coils.get(address) ?? false),
      setCoil: async (address: number, on: boolean) => {
        const coil = await answer(address)
        if (!server.stuckCoils) coils.set(coil, on)
      },
    },
    { host: '127.0.0.1', port, unitID: 1 },
  )
  tcp.on('socketError', () => undefined)
  const listener = (tcp as unknown as { _server: Server })._server
  listener.on('connection', () => {
    server.connections += 1
  })
  await new Promise<void>((resolve, reject) => {
    tcp.on('initialized', () => resolve())
    tcp.on('serverError', (error) => reject(error))
  })
  return server
}
