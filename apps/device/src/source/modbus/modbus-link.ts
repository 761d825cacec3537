import { Socket } from 'node:net'
import { err, ok, type Result } from '@heliobond/domain'
import jsmodbus from 'jsmodbus'
import type { SourceRefusal } from '../meter-source.ts'

type ModbusRefusal = SourceRefusal & { readonly code: 'SOURCE_UNREACHABLE' | 'SOURCE_EXCEPTION' }

/** One Modbus TCP device, one request at a time. Connects when asked something, and again after anything went wrong. */
export interface ModbusLink {
  /** Holding registers, counted from 0 as they are on the wire. */
  readHolding(address: number, count: number): Promise<Result<readonly number[], ModbusRefusal>>
  /** Writes one coil and reads it back: what it returns is what the device says afterwards. */
  writeCoil(address: number, on: boolean): Promise<Result<boolean, ModbusRefusal>>
  close(): void
}

export interface ModbusAddress {
  readonly host: string
  readonly port: number
  readonly unitId: number
}

/** At most so many registers fit an answer (Modbus Application Protocol, 6.3). */
const MOST_REGISTERS = 125

/**
 * Opens a link; nothing is sent before the first request.
 *
 * The library frames and parses. What it does not do is done here: after a timeout or an answer out of step the socket is
 * thrown away, since a late answer must never be taken for the next question's; and an answer of another length than asked
 * is refused.
 */
export function openModbus({ host, port, unitId }: ModbusAddress, timeoutMs: number): ModbusLink {
  let connection: { socket: Socket; client: InstanceType<typeof jsmodbus.client.TCP> } | undefined
  let last: Promise<unknown> = Promise.resolve()

  function drop(): void {
    connection?.socket.destroy()
    connection = undefined
  }

  async function connect() {
    if (connection && !connection.socket.destroyed) return connection
    const socket = new Socket()
    socket.setNoDelay(true)
    const client = new jsmodbus.client.TCP(socket, unitId, timeoutMs)
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => socket.destroy(new Error(`no connection within ${timeoutMs} ms`)), timeoutMs)
      socket.once('connect', () => {
        clearTimeout(timer)
        resolve()
      })
      // Heard for as long as the socket lives: an error that nobody hears ends the process.
      socket.on('error', (error) => {
        clearTimeout(timer)
        reject(error)
      })
      socket.once('close', () => {
        clearTimeout(timer)
        reject(new Error('the connection was closed'))
      })
      socket.connect(port, host)
    })
    connection = { socket, client }
    return connection
  }

  /** Requests wait for each other: many devices answer only one at a time. */
  function ask<T>(
    work: (client: InstanceType<typeof jsmodbus.client.TCP>) => Promise<T>,
  ): Promise<Result<T, ModbusRefusal>> {
    const answer = last.then(async (): Promise<Result<T, ModbusRefusal>> => {
      try {
        const { client } = await connect()
        return ok(await work(client))
      } catch (error) {
        const refusal = refusalOf(error, `${host}:${port}`)
        if (refusal.code === 'SOURCE_UNREACHABLE') drop()
        return err(refusal)
      }
    })
    last = answer
    return answer
  }

  return {
    readHolding: (address, count) =>
      ask(async (client) => {
        const words: number[] = []
        for (let from = 0; from < count; from += MOST_REGISTERS) {
          const wanted = Math.min(MOST_REGISTERS, count - from)
          const { response } = await client.readHoldingRegisters(address + from, wanted)
          if (response.unitId !== unitId || response.body.valuesAsArray.length !== wanted) {
            throw new Error(`an answer of ${response.body.valuesAsArray.length} registers, not ${wanted}`)
          }
          words.push(...response.body.valuesAsArray)
        }
        return words
      }),
    writeCoil: (address, on) =>
      ask(async (client) => {
        await client.writeSingleCoil(address, on)
        const { response } = await client.readCoils(address, 1)
        return response.body.valuesAsArray[0] === 1
      }),
    close: drop,
  }
}

function refusalOf(error: unknown, address: string): ModbusRefusal {
  const { err: kind, message } = error as { err?: unknown; message?: unknown }
  const detail = `${address}: ${typeof message === 'string' ? message : String(error)}`
  return { code: kind === 'ModbusException' ? 'SOURCE_EXCEPTION' : 'SOURCE_UNREACHABLE', detail }
}
