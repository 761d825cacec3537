/**
 * The signer behind a Unix socket: one JSON object a line, `{"key": "autopay", "envelopeXdr": "..."}`, answered by `{"signature": "<base64>"}` or
 * `{"refused": {"code": "...", "detail": "...", "retry": false}}`. Who may ask is who may open the socket's file.
 */
import { chmod, rm } from 'node:fs/promises'
import { connect, createServer, type Socket } from 'node:net'
import { SigningRefusedError } from '@heliobond/chain'
import type { Logger } from 'pino'
import type { AutopaySigner } from './autopay-signer.ts'

/** A hundred path payments make some 21,000 characters of base64. */
const MOST_LINE_BYTES = 131_072
const PATIENCE_MS = 15_000

export interface SignerServer {
  readonly path: string
  close(): Promise<void>
}

/**
 * Listens at `path`, for this user and group only. A socket that a process which is gone has left there is replaced.
 *
 * @throws if another process listens there, or the path cannot be written.
 */
export async function startSignerServer(signer: AutopaySigner, path: string, log: Logger): Promise<SignerServer> {
  if (await answers(path)) throw new Error(`another signer listens at ${path}`)
  await rm(path, { force: true })
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', (error) => log.debug({ error: error.message }, 'a connection to the signer broke'))
    serve(socket, (line) => answer(signer, line, log))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, () => resolve())
  })
  await chmod(path, 0o660)
  return {
    path,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path)
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}

/** Answers line after line; a line that grows beyond all measure ends the connection. */
function serve(socket: Socket, answerTo: (line: string) => Promise<unknown>): void {
  let buffered = ''
  let turn = Promise.resolve()
  socket.setEncoding('utf8')
  socket.setTimeout(PATIENCE_MS * 4, () => socket.destroy())
  socket.on('data', (text: string) => {
    buffered += text
    const lines = buffered.split('\n')
    buffered = lines.pop() ?? ''
    if (buffered.length > MOST_LINE_BYTES || lines.some((line) => line.length > MOST_LINE_BYTES))
      return socket.destroy()
    for (const line of lines) turn = turn.then(() => reply(socket, answerTo(line)))
  })
}

async function reply(socket: Socket, answered: Promise<unknown>): Promise<void> {
  try {
    const answer = await answered
    if (!socket.destroyed) socket.write(`${JSON.stringify(answer)}\n`)
  } catch {
    socket.destroy()
  }
}

async function answer(signer: AutopaySigner, line: string, log: Logger): Promise<unknown> {
  const request = parse(line)
  if (!request) return { refused: { code: 'NOT_A_REQUEST', detail: 'a key and an envelope are wanted', retry: false } }
  try {
    return { signature: Buffer.from(await signer.sign(request.key, request.envelopeXdr)).toString('base64') }
  } catch (error) {
    if (error instanceof SigningRefusedError)
      return { refused: { code: error.code, detail: error.message, retry: error.retry } }
    // The network or the database does not answer: nothing was signed.
    log.error({ err: error }, 'the signer could not look at a transaction')
    return { refused: { code: 'SIGNER_UNAVAILABLE', detail: 'it could not look at the transaction', retry: true } }
  }
}

function parse(line: string): { key: string; envelopeXdr: string } | null {
  try {
    const { key, envelopeXdr } = JSON.parse(line) as Record<string, unknown>
    return typeof key === 'string' && typeof envelopeXdr === 'string' ? { key, envelopeXdr } : null
  } catch {
    return null
  }
}

/** A signer that is a process of its own. */
export function signerAt(path: string): AutopaySigner {
  return {
    async sign(key, envelopeXdr) {
      const line = await ask(path, `${JSON.stringify({ key, envelopeXdr })}\n`)
      const { signature, refused } = JSON.parse(line) as {
        signature?: string
        refused?: { code: string; detail: string; retry: boolean }
      }
      if (refused) throw new SigningRefusedError(refused.code, refused.detail, refused.retry)
      const bytes = Buffer.from(signature ?? '', 'base64')
      if (bytes.length !== 64) throw unavailable('no signature in its answer')
      return new Uint8Array(bytes)
    },
  }
}

const unavailable = (why: string) => new SigningRefusedError('SIGNER_UNAVAILABLE', why, true)

function ask(path: string, request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(path)
    let heard = ''
    socket.setEncoding('utf8')
    socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error('no answer in time')))
    socket.once('connect', () => socket.write(request))
    socket.on('data', (text: string) => {
      heard += text
      const end = heard.indexOf('\n')
      if (end === -1) return
      socket.end()
      resolve(heard.slice(0, end))
    })
    socket.once('error', (error) => reject(unavailable(error.message)))
    socket.once('close', () => reject(unavailable('the connection was closed')))
  })
}
