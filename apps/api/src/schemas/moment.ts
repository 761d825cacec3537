import { Type } from '@fastify/type-provider-typebox'
import { utcSeconds } from '@heliobond/domain'
import { Problem } from '../errors.ts'

/** A time in a query, that may be left out. */
export const moment = (description: string) =>
  Type.Optional(
    Type.String({
      pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$',
      description: `${description} YYYY-MM-DDTHH:MM:SSZ.`,
    }),
  )

/** That time in Unix seconds. @throws {Problem} if the calendar has no such time. */
export function momentOf(name: string, text: string | undefined): bigint | undefined {
  if (text === undefined) return undefined
  const seconds = utcSeconds(text)
  if (seconds === undefined)
    throw new Problem(
      'HELIOBOND_INVALID_REQUEST',
      '{field} is no time that the calendar has.',
      { field: name },
      { reason: 'NO_SUCH_TIME' },
    )
  return seconds
}
