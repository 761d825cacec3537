import type { ServerResponse } from 'node:http'
import { type FastifyPluginAsyncTypebox, Type } from '@fastify/type-provider-typebox'
import type { ApiOptions } from '../app.ts'
import { Problem } from '../errors.ts'
import {
  eventsSince,
  type FeedEvent,
  formatPosition,
  isBehind,
  latestPosition,
  newlySettled,
  newReadings,
  type Position,
  parsePosition,
} from '../event-feed.ts'
import { systemId } from '../schemas/ids.ts'
import { problemResponses } from '../schemas/problem.ts'

const LOOK_MS = 1_000
const HEARTBEAT_MS = 15_000
const RETRY_MS = 3_000
const MOST_STREAMS = 1_000
/** Who reads slower than this is let go, and comes back with the id of the last event that it has. */
const MOST_UNREAD_BYTES = 262_144

interface Stream {
  readonly response: ServerResponse
  readonly system: number | null
  /** What it has been told: nothing at or before it is told again. */
  told: Position
  /** What was published while it still gets what it missed; null once it has that. */
  waiting: { events: readonly FeedEvent[]; id: string }[] | null
}

/**
 * `/v1/events`: server-sent events. One look at the tables a second serves all streams, and none is taken while nobody listens.
 *
 * An event's id is a position over all tables. A client that comes back with `Last-Event-ID` gets what it missed, but for readings: of
 * these only the newest matter.
 */
export const eventRoutes =
  ({ database }: ApiOptions): FastifyPluginAsyncTypebox =>
  async (app) => {
    const streams = new Set<Stream>()
    let timer: NodeJS.Timeout | null = null
    let position: Position | null = null
    let lastWritten = 0
    const seen = new Map<number, string>()
    const settled = new Map<string, bigint>()

    const write = (stream: Stream, text: string) => {
      stream.response.write(text)
      if (stream.response.writableLength > MOST_UNREAD_BYTES) stream.response.destroy()
    }
    const tell = (stream: Stream, events: readonly FeedEvent[], id: string) => {
      const text = events
        .filter(({ systemId: of }) => stream.system === null || of === null || stream.system === of)
        .filter((event) => isBehind(event, stream.told))
        .map((event) => format(event, id))
        .join('')
      if (text !== '') write(stream, text)
    }
    const publish = (events: readonly FeedEvent[], id: string) => {
      for (const stream of streams) {
        if (stream.waiting) stream.waiting.push({ events, id })
        else tell(stream, events, id)
      }
    }

    async function look(): Promise<void> {
      const from = position
      if (from === null) return
      const found = await eventsSince(database, from)
      position = found.position
      const transactions = await newlySettled(database, settled)
      const readings = await newReadings(database, seen)
      publish([...found.events, ...transactions, ...readings], formatPosition(found.position))
      if (Date.now() - lastWritten < HEARTBEAT_MS) return
      lastWritten = Date.now()
      for (const stream of streams) write(stream, ': still here\n\n')
    }

    function lookAgainLater(): void {
      timer = setTimeout(async () => {
        try {
          await look()
        } catch (error) {
          // Streams stay open: the position did not move, so the next look brings what this one could not.
          app.log.error({ err: error }, 'events could not be read')
        }
        if (streams.size > 0) lookAgainLater()
        else timer = null
      }, LOOK_MS)
    }

    async function begin(): Promise<Position> {
      if (timer === null) {
        position = await latestPosition(database)
        await newReadings(database, seen)
        await newlySettled(database, settled)
        if (timer === null) lookAgainLater()
      }
      return position ?? latestPosition(database)
    }

    app.addHook('preClose', async () => {
      if (timer) clearTimeout(timer)
      for (const { response } of streams) response.end()
    })

    app.get(
      '/',
      {
        schema: {
          operationId: 'streamEvents',
          tags: ['service'],
          summary: 'What happens, as it happens (server-sent events)',
          description:
            'Events bill, payment, collection, redemption, reading and transaction (of wallets, once it is settled), each with JSON data. `Last-Event-ID` brings what was missed, but for readings and transactions.',
          querystring: Type.Object(
            { system: Type.Optional({ ...systemId, description: 'Of this system only.' }) },
            { additionalProperties: false },
          ),
          response: { 200: { description: 'text/event-stream', type: 'string' }, ...problemResponses },
        },
      },
      async (request, reply) => {
        if (streams.size >= MOST_STREAMS) {
          throw new Problem('HELIOBOND_TOO_MANY_REQUESTS', 'As many streams as we serve are open: try again later.')
        }
        const lastId = request.headers['last-event-id']
        const given = typeof lastId === 'string' ? parsePosition(lastId) : null
        if (lastId !== undefined && given === null) {
          throw new Problem('HELIOBOND_BAD_CURSOR', 'Last-Event-ID is none that this stream gave out.')
        }
        const now = await begin()
        reply.hijack()
        const { raw } = reply
        for (const [name, value] of Object.entries(reply.getHeaders()))
          if (value !== undefined) raw.setHeader(name, value)
        raw.writeHead(200, {
          'content-type': 'text/event-stream; charset=utf-8',
          'cache-control': 'no-cache, no-transform',
          'x-accel-buffering': 'no',
        })
        const stream: Stream = { response: raw, system: request.query.system ?? null, told: given ?? now, waiting: [] }
        streams.add(stream)
        raw.on('close', () => streams.delete(stream))
        write(stream, `retry: ${RETRY_MS}\nid: ${formatPosition(stream.told)}\n\n`)
        for (let missed = given !== null; missed; ) {
          const { events, position: next } = await eventsSince(database, stream.told)
          tell(stream, events, formatPosition(next))
          stream.told = next
          missed = events.length > 0
        }
        const { waiting } = stream
        stream.waiting = null
        for (const { events, id } of waiting ?? []) tell(stream, events, id)
      },
    )
  }

const format = ({ type, systemId: system, data }: FeedEvent, id: string) =>
  `event: ${type}\nid: ${id}\ndata: ${JSON.stringify({ systemId: system, ...data })}\n\n`
