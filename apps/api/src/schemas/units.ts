/** The vocabulary of every answer. Units end the names; numbers that may pass 2^53 cross as decimal strings. */
import { Type } from '@fastify/type-provider-typebox'

/** A JSON number would lose stroops above 2^53. */
export const Stroops = (description: string) =>
  Type.String({ pattern: '^-?(0|[1-9][0-9]*)$', description: `${description} In stroops (1 unit = 10,000,000).` })

export const WattHours = (description: string) =>
  Type.String({ pattern: '^(0|[1-9][0-9]*)$', description: `${description} In watt-hours.` })

/** Of what may be taken back by a correction. */
export const SignedWattHours = (description: string) =>
  Type.String({ pattern: '^-?(0|[1-9][0-9]*)$', description: `${description} In watt-hours.` })

export const Watts = (description: string) =>
  Type.String({ pattern: '^(0|[1-9][0-9]*)$', description: `${description} In watts.` })

export const Timestamp = (description: string) =>
  Type.String({ format: 'date-time', description: `${description} UTC, RFC 3339, by the network's clock.` })

export const Bps = (description: string) =>
  Type.Integer({ minimum: 0, maximum: 10_000, description: `${description} In basis points (10,000 = the whole).` })

export const Hash = (description: string) =>
  Type.String({ pattern: '^[0-9a-f]{64}$', description: `${description} 32 bytes, hexadecimal.` })

/** As the network spells it; the database keeps what it was told. */
export const TxHash = (description: string) =>
  Type.String({ description: `${description} Hash of the transaction, hexadecimal.` })

export const Address = (description: string) =>
  Type.String({ description: `${description} Stellar address (G... an account, C... a contract).` })

export const Modelled = Type.Boolean({
  description: 'True where the energy comes from a model and not from a meter. Whoever shows it must say so.',
})

export const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()])
