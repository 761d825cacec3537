import type { ServerResponse } from 'node:http'
import type { TextAnswer } from '../server/text-answer.ts'
import { type HttpAnswer, notAcceptable } from './answer.ts'
import type { HorizonContext, HorizonRequest } from './context.ts'
import { type Paged, readLimit, readPage } from './paging.ts'
import { type Matched, matchRoute, unknownPath } from './router.ts'

/** Events of an object before its stream is closed, to be opened anew. */
const OBJECT_EVENTS = 10
/** A stream is closed after so long, to be opened anew: Horizon's time limit of a connection. */
const CONNECTION_MS = 55_000

const HELLO = 'retry: 1000\nevent: open\ndata: "hello"\n\n'
const BYE = 'retry: 10\nevent: close\ndata: "byebye"\n\n'

interface Event {
  readonly id?: string
  readonly data: unknown
}

/** What a stream tells: it is asked again after every ledger. */
interface Source {
  readonly limit: number
  /** What is new; an answer that is no page ends the stream. */
  readonly next: () => Promise<readonly Event[] | HttpAnswer>
}

function recordsOf({ body }: HttpAnswer): readonly Paged[] {
  return (body as { readonly _embedded: { readonly records: readonly Paged[] } })._embedded.records
}

/** Records of a page, each once; the cursor goes on with what was sent. */
function pageSource({ answer }: Matched, request: HorizonRequest, context: HorizonContext): Source | HttpAnswer {
  const limit = readLimit(request.query)
  if (typeof limit !== 'number') return limit
  const read = readPage(request, context)
  if ('refusal' in read) return read.refusal
  // `now` is the moment at which the stream began, not that of each look.
  let lastEventId = read.page.cursor
  return {
    limit,
    async next() {
      const page = await answer({ ...request, lastEventId }, context)
      if (page.status !== 200) return page
      const records = recordsOf(page)
      lastEventId = records.at(-1)?.paging_token ?? lastEventId
      return records.map((record) => ({ id: record.paging_token, data: record }))
    },
  }
}

/** An object, whenever it is not what it was. */
function objectSource({ answer }: Matched, request: HorizonRequest, context: HorizonContext): Source {
  let last = ''
  return {
    limit: OBJECT_EVENTS,
    async next() {
      const object = await answer(request, context)
      if (object.status !== 200) return object
      const text = JSON.stringify(object.body)
      if (text === last) return []
      last = text
      return [{ data: object.body }]
    },
  }
}

function eventText({ id, data }: Event): string {
  return `${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`
}

/** Resolves when there is something to look at: a new ledger, the end of the connection, or of its time. */
class Waker {
  #wake: (() => void) | undefined
  #due = false

  readonly ring = (): void => {
    this.#due = true
    this.#wake?.()
  }

  async wait(): Promise<void> {
    if (!this.#due) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
    this.#due = false
  }
}

async function tell(
  response: ServerResponse,
  { core }: HorizonContext,
  source: Source,
  first: readonly Event[],
  connectionMs: number,
): Promise<void> {
  const waker = new Waker()
  let ended = false
  const end = () => {
    ended = true
    waker.ring()
  }
  const timer = setTimeout(end, connectionMs).unref()
  const unsubscribe = core.onLedger(waker.ring)
  response.on('close', end)
  let left = source.limit
  response.write(HELLO)
  try {
    for (let events: readonly Event[] | HttpAnswer = first; ; events = await source.next()) {
      if ('status' in events) {
        response.write(`event: err\ndata: ${JSON.stringify(events.body)}\n\n`)
        break
      }
      for (const event of events.slice(0, left)) response.write(eventText(event))
      left -= Math.min(left, events.length)
      if (left === 0 || ended) break
      await waker.wait()
      if (ended) break
    }
  } finally {
    clearTimeout(timer)
    unsubscribe()
  }
  response.end(BYE)
}

/**
 * Answers with server-sent events, as Horizon does (render/sse): `hello`, records as ledgers close, `byebye` when a
 * page's worth was sent or the time of a connection is over. Clients then open it anew with the last event's id.
 *
 * @returns an answer to be sent in the stream's place when there is nothing to stream
 */
export async function streamHorizon(
  request: HorizonRequest,
  context: HorizonContext,
  response: ServerResponse,
  connectionMs = CONNECTION_MS,
): Promise<HttpAnswer | TextAnswer | 'streamed'> {
  const matched = matchRoute(request)
  if (matched === undefined) return unknownPath(request)
  const { stream } = matched.route
  if (stream === undefined) return notAcceptable()
  const source = stream === 'page' ? pageSource(matched, request, context) : objectSource(matched, request, context)
  if ('status' in source) return source
  const first = await source.next()
  if ('status' in first) return first
  response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-cache' })
  await tell(response, context, source, first, connectionMs)
  return 'streamed'
}
