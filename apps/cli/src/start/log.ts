import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Logger, pino } from 'pino'
import type { Config } from '../config/config.ts'

const LARGEST_LOG_BYTES = 50_000_000

/**
 * The log of a running installation: a file on a local network, standard output elsewhere. A file that has grown large is put
 * aside, so that at most two such are kept.
 */
export function createLog({ log: { level, to } }: Config): Logger {
  if (to === '-') return pino({ level, ...REDACTION })
  mkdirSync(dirname(to), { recursive: true })
  if (existsSync(to) && statSync(to).size > LARGEST_LOG_BYTES) renameSync(to, `${to}.1`)
  return pino({ level, ...REDACTION }, pino.destination({ dest: to, sync: true, mkdir: true }))
}

/** Nothing here logs these on purpose; a header or an address inside an error still must not show. */
const REDACTION = {
  redact: {
    paths: ['req.headers.authorization', 'req.headers.cookie', '*.connectionString', '*.password', '*.secret'],
    censor: '[secret]',
  },
}
