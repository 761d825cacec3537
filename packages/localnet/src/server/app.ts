import type { IncomingMessage, ServerResponse } from 'node:http'
import type { LocalnetCore } from '../core/types.ts'
import { badRequest, found, type HttpAnswer, invalidField, notFound, problem } from '../horizon/answer.ts'
import type { HorizonContext } from '../horizon/context.ts'
import { HistoryIndex } from '../horizon/ingest/history-index.ts'
import { answerHorizon } from '../horizon/router.ts'
import type { ClassicState } from '../horizon/state.ts'
import { streamHorizon } from '../horizon/stream.ts'
import { describeTransaction } from '../horizon/transactions.ts'
import type { RpcContext } from '../rpc/context.ts'
import { dispatch, isControl } from '../rpc/dispatch.ts'
import { createEventIndex } from '../rpc/event-index.ts'
import { createFeeWindows } from '../rpc/fee-stats.ts'
import { NOT_JSON, type Request, readRequest } from '../rpc/json-rpc.ts'
import type { Faults } from './faults.ts'
import type { Friendbot } from './friendbot.ts'
import type { LedgerHistory } from './history.ts'
import { MAX_RPC_BODY_BYTES, refusedRpcRequest, TOO_LARGE } from './rpc-http.ts'
import type { Snapshots } from './snapshots.ts'
import type { TextAnswer } from './text-answer.ts'

/** Several of the largest transactions in base64. */
const MAX_BODY_BYTES = 4 * 1024 * 1024
const JSON_TYPE = 'application/json'

export interface AppOptions {
  readonly core: LocalnetCore
  readonly state: ClassicState
  readonly history: LedgerHistory
  readonly faults: Faults
  readonly friendbot: Friendbot
  readonly snapshots: Snapshots
  /** Where this server is reached when a request does not say. */
  readonly url: () => string
  /** Hears of errors that are nobody's refusal. */
  readonly onBug: (error: unknown) => void
}

type Reply = HttpAnswer | TextAnswer | 'no content' | 'streamed'

/** The body as text; undefined when it is larger than anything a client has a reason to send. */
async function readBody(request: IncomingMessage, maxBytes = MAX_BODY_BYTES): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) throw new Error('a request body came as text')
    size += chunk.length
    if (size <= maxBytes) chunks.push(chunk)
  }
  return size <= maxBytes ? Buffer.concat(chunks).toString('utf8') : undefined
}

function tooLarge(): HttpAnswer {
  const detail = `The body is larger than ${MAX_BODY_BYTES} bytes.`
  return problem({
    code: 'payload_too_large',
    title: 'Payload Too Large',
    status: 413,
    detail,
  })
}

function unavailable(): HttpAnswer {
  const detail = 'A fault was set on this network.'
  return problem({
    code: 'server_over_capacity',
    title: 'Server Over Capacity',
    status: 503,
    detail,
  })
}

function crashed(error: unknown): HttpAnswer {
  const detail = error instanceof Error ? error.message : String(error)
  return problem({
    code: 'server_error',
    title: 'Internal Server Error',
    status: 500,
    detail,
  })
}

/** What serves one network: JSON-RPC, friendbot and Horizon on one port. */
export function createApp(options: AppOptions): (request: IncomingMessage, response: ServerResponse) => void {
  const { core, state, history, faults, friendbot, snapshots } = options
  const fees = createFeeWindows(core)
  const events = createEventIndex(core)
  const index = new HistoryIndex(core, history)

  function baseUrlOf(request: IncomingMessage): string {
    const { host } = request.headers
    return host ? `http://${host}` : options.url()
  }

  function setHeaders(response: ServerResponse): void {
    response.setHeader('Access-Control-Allow-Origin', '*')
    response.setHeader('Access-Control-Expose-Headers', 'Date, Latest-Ledger')
    response.setHeader('Latest-Ledger', core.latestLedger().sequence)
    // Clients of Horizon take the network's time from this header, so that time bounds hold on a turned clock too.
    response.setHeader('Date', new Date(Number(core.latestLedger().closeTime) * 1_000).toUTCString())
  }

  function send(response: ServerResponse, reply: Reply): void {
    if (reply === 'streamed') return
    setHeaders(response)
    if (reply === 'no content') {
      response.writeHead(204).end()
      return
    }
    const isText = 'text' in reply
    const body = Buffer.from(isText ? reply.text : JSON.stringify(reply.body))
    response
      .writeHead(reply.status, {
        ...(body.length > 0 && { 'Content-Type': isText ? 'text/plain; charset=utf-8' : reply.contentType }),
        'Content-Length': body.length,
      })
      .end(body)
  }

  /**
   * Carries a request through the faults that are set for it.
   *
   * @param methods what faults may name: the RPC methods asked for, `horizon` or `friendbot`
   */
  async function throughFaults(
    response: ServerResponse,
    methods: readonly string[],
    answer: () => Reply | Promise<Reply>,
  ): Promise<void> {
    const taken = methods.flatMap((method) => faults.take(['drop', 'delay', 'http5xx', 'loseResponse'], method))
    if (taken.some(({ kind }) => kind === 'drop')) {
      response.destroy()
      return
    }
    for (const { kind, ms } of taken) {
      if (kind === 'delay') await new Promise((resolve) => setTimeout(resolve, ms))
    }
    if (taken.some(({ kind }) => kind === 'http5xx')) return send(response, unavailable())
    const reply = await answer()
    if (taken.some(({ kind }) => kind === 'loseResponse')) response.destroy()
    else send(response, reply)
  }

  function methodsOf(request: Request): string[] {
    const methods = request.calls.flatMap(({ method }) => (method !== '' && !isControl(method) ? [method] : []))
    return [...new Set(methods)]
  }

  async function serveRpc(request: IncomingMessage, response: ServerResponse, url: string): Promise<void> {
    response.setHeader('Accept-Post', 'application/json')
    const refused = refusedRpcRequest(request.method ?? '', request.headers)
    const text = await readBody(request, MAX_RPC_BODY_BYTES)
    if (refused !== undefined) return send(response, refused)
    if (text === undefined) return send(response, TOO_LARGE)
    const parsed = readRequest(text)
    if (parsed === null) return send(response, { status: 500, text: `${NOT_JSON}\n` })
    const context: RpcContext = {
      core,
      history,
      events,
      fees,
      faults,
      snapshots,
      friendbotUrl: `${url}/friendbot`,
    }
    await throughFaults(response, methodsOf(parsed), () => {
      const body = dispatch(parsed, context, options.onBug)
      return body === undefined ? 'no content' : { status: 200, contentType: JSON_TYPE, body }
    })
  }

  async function answerFriendbot(address: string, context: HorizonContext): Promise<HttpAnswer> {
    const funding = await friendbot.fund(address)
    if (funding.ok) return found(describeTransaction(funding.applied, context))
    if (funding.code === 'INVALID_ADDRESS') return invalidField('addr', funding.message)
    return badRequest(funding.message)
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const base = baseUrlOf(request)
    const target = new URL(request.url ?? '/', base)
    // What HEAD asks for is what GET would answer, without the body, which the server then leaves out.
    const method = request.method === 'HEAD' ? 'GET' : (request.method ?? 'GET')
    const path = target.pathname.replace(/\/+$/, '') || '/'
    if (method === 'OPTIONS') {
      response.setHeader('Access-Control-Allow-Methods', 'GET, HEAD, POST, OPTIONS')
      response.setHeader('Access-Control-Allow-Headers', request.headers['access-control-request-headers'] ?? '*')
      response.setHeader('Access-Control-Max-Age', '600')
      return send(response, 'no content')
    }
    const isRpcPath = path === '/rpc' || path === '/soroban/rpc'
    if (isRpcPath || (method === 'POST' && path === '/')) return serveRpc(request, response, base)

    const text = await readBody(request)
    if (text === undefined) return send(response, tooLarge())
    const form = new URLSearchParams(text)
    const context: HorizonContext = {
      core,
      state,
      history,
      index,
      fees,
      faults,
      baseUrl: base,
    }
    if (path === '/friendbot') {
      if (method !== 'GET' && method !== 'POST') return send(response, { status: 405, text: '' })
      const address = target.searchParams.get('addr') ?? form.get('addr') ?? ''
      return throughFaults(response, ['friendbot'], () => answerFriendbot(address, context))
    }
    if (path === '/favicon.ico') return send(response, notFound())
    const lastEventId = request.headers['last-event-id']
    const asked = {
      method,
      path,
      query: target.searchParams,
      form,
      contentType: request.headers['content-type'],
      lastEventId: typeof lastEventId === 'string' ? lastEventId : undefined,
    }
    await throughFaults(response, ['horizon'], () => {
      if (!request.headers.accept?.includes('text/event-stream')) return answerHorizon(asked, context)
      setHeaders(response)
      return streamHorizon(asked, context, response)
    })
  }

  return (request, response) => {
    serve(request, response).catch((error: unknown) => {
      // A client that went away is no bug; whatever else was thrown is.
      if (request.destroyed && !request.complete) return
      options.onBug(error)
      if (!response.headersSent) send(response, crashed(error))
      else response.destroy()
    })
  }
}
