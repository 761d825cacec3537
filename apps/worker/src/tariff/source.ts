/** Where a feeder learns what the utility's prices are: a file, or an address on the web. What either says is a tariff sheet. */
import { open } from 'node:fs/promises'
import { isAbsolute } from 'node:path'
import { err, ok, parseTariffSheet, type Result, type TariffChange } from '@heliobond/domain'

export type TariffSourceRefusal = {
  readonly code: 'SOURCE_UNREACHABLE' | 'NOT_A_TARIFF_SHEET'
  readonly detail: string
}

/** Another kind of source (a regulator's table, a utility's own API) is another implementation of this. */
export interface TariffSource {
  /** For people, without secrets. */
  readonly name: string
  /** What it says now, of all tariffs it knows. */
  read(): Promise<Result<readonly TariffChange[], TariffSourceRefusal>>
}

/** By the name of the feeder's key. */
export type TariffSources = Readonly<Record<string, TariffSource>>

const MOST_BYTES = 2 * 1024 * 1024
const PATIENCE_MS = 10_000

/** A tariff sheet in a file, read anew each time. */
export function fileTariff(path: string): TariffSource {
  return {
    name: path,
    async read() {
      try {
        const file = await open(path)
        try {
          return textOf(await upTo(file.createReadStream({ autoClose: false })))
        } finally {
          await file.close()
        }
      } catch (error) {
        return unreachable(error)
      }
    },
  }
}

/** A tariff sheet on the web, asked for anew each time. A redirect is no answer: it could lead anywhere. */
export function webTariff(address: string, patienceMs = PATIENCE_MS): TariffSource {
  const { origin, pathname } = new URL(address)
  return {
    name: `${origin}${pathname}`,
    async read() {
      try {
        const answer = await fetch(address, {
          redirect: 'manual',
          headers: { accept: 'application/json' },
          signal: AbortSignal.timeout(patienceMs),
        })
        if (answer.ok && answer.body) return textOf(await upTo(answer.body))
        await answer.body?.cancel()
        return err({ code: 'SOURCE_UNREACHABLE', detail: `it answers ${answer.status}` })
      } catch (error) {
        return unreachable(error)
      }
    },
  }
}

/** The bytes as they come; null when there are too many, and the rest is not read. */
async function upTo(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of stream) {
    length += part.length
    if (length > MOST_BYTES) return null
    parts.push(part)
  }
  return Buffer.concat(parts)
}

function textOf(bytes: Uint8Array | null): Result<readonly TariffChange[], TariffSourceRefusal> {
  if (bytes === null) return err({ code: 'NOT_A_TARIFF_SHEET', detail: `it is longer than ${MOST_BYTES} bytes` })
  try {
    return parseTariffSheet(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return err({ code: 'NOT_A_TARIFF_SHEET', detail: 'it is not UTF-8' })
  }
}

function unreachable(error: unknown): Result<never, TariffSourceRefusal> {
  if (!(error instanceof Error)) throw error
  const cause = error.cause instanceof Error ? `: ${error.cause.message}` : ''
  return err({ code: 'SOURCE_UNREACHABLE', detail: `${error.message}${cause}` })
}

/** The key of a feeder that has none of its own name in the configuration. */
export const FIRST_FEEDER = 'feeder'
/** Names of feeders' keys. */
export const isFeederKey = (name: string): boolean => /^feeder(\.[1-9]\d{0,2})?$/.test(name)

/**
 * Reads the configuration: one place, for the key `feeder`, or `KEY=PLACE` for each feeder of this process, separated by blanks. A place is an absolute
 * path, or an https address (http on this machine only: whoever changes the answer on its way changes the price).
 */
export function tariffSourcesFrom(
  text: string,
): Result<TariffSources, { readonly code: 'BAD_TARIFF_SOURCE'; readonly detail: string }> {
  const sources: Record<string, TariffSource> = {}
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    const named = /^(feeder[^=/:]*)=(.*)$/.exec(word)
    const [key, place] = named ? [named[1] ?? '', named[2] ?? ''] : [FIRST_FEEDER, word]
    const source = sourceAt(place)
    if (!isFeederKey(key)) return bad(`"${key}" is no feeder's key: feeder, feeder.2 and so on are`)
    if (Object.hasOwn(sources, key)) return bad(`${key} has two sources: one each`)
    if (!source) return bad(`${key} needs an absolute path or an https address`)
    sources[key] = source
  }
  return ok(sources)
}

const bad = (detail: string) => err({ code: 'BAD_TARIFF_SOURCE', detail } as const)

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']

function sourceAt(place: string): TariffSource | null {
  if (isAbsolute(place)) return fileTariff(place)
  if (!URL.canParse(place)) return null
  const { protocol, hostname } = new URL(place)
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.includes(hostname)) ? webTariff(place) : null
}
