/** JSON forms of what a statement's draft keeps: numbers beyond 2^53 as decimal strings. */
import {
  type BookedEnergy,
  type EnergyOffset,
  type MeterMark,
  mapRegisters,
  NO_ENERGY,
  type Registers,
  toHex,
} from '@heliobond/domain'
import type { StatementDraft } from './draft.ts'

/** A JSON object as the database gives it. */
export type Json = Readonly<Record<string, unknown>>

/** Bigints as decimal strings, bytes as hex, all the way down. */
export function toJson(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString()
  if (value instanceof Uint8Array) return toHex(value)
  if (Array.isArray(value)) return value.map(toJson)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toJson(item)]))
}

const big = (value: unknown): bigint => BigInt(String(value ?? 0))

export const registersOf = (json: unknown): Registers => {
  const fields = (json ?? NO_ENERGY) as Json
  return mapRegisters((name) => big(fields[name]))
}

/** A meter's mark, and what was counted for it up to the statement's end. */
export interface KeptMark {
  /** Null: the meter had not spoken. */
  readonly mark: MeterMark | null
  /** Null: no statement has counted it yet. */
  readonly counted: Registers | null
}

export function keptMarkOf(json: unknown): KeptMark {
  const kept = (json ?? {}) as { mark?: Json | null; counted?: Json | null }
  const counted = kept.counted ? registersOf(kept.counted) : null
  const { mark } = kept
  if (!mark) return { mark: null, counted }
  const first = mark.first as Json | null
  return {
    counted,
    mark: {
      ...registersOf(mark),
      epoch: Number(mark.epoch),
      seq: big(mark.seq),
      at: big(mark.at),
      cumulative: registersOf(mark.cumulative),
      first: first ? { ...registersOf(first), seq: big(first.seq) } : null,
    },
  }
}

export function bookedOf(json: unknown): BookedEnergy {
  const { generated, exported, consumedWh } = json as {
    generated: Json
    exported: Json
    consumedWh: readonly unknown[]
  }
  const register = ({ totalWh, slackWh }: Json) => ({ totalWh: big(totalWh), slackWh: big(slackWh) })
  return { generated: register(generated), exported: register(exported), consumedWh: consumedWh.map(big) }
}

export function offsetOf(json: unknown): EnergyOffset {
  const { generatedWh, exportedWh, consumedWh } = json as Json & { consumedWh: readonly unknown[] }
  return { generatedWh: big(generatedWh), exportedWh: big(exportedWh), consumedWh: consumedWh.map(big) }
}

/** A statement as it is proposed: what the energy contract takes. */
export type ProposedFigures = Pick<StatementDraft, 'from' | 'to' | 'readingsRoot' | 'figures'>

export const figuresToJson = ({ from, to, readingsRoot, figures }: ProposedFigures): unknown =>
  toJson({ from, to, readingsRoot, ...figures })

/** The contract's own struct of a statement. */
export function contractStatement(system: number, index: number, json: Json) {
  return {
    system,
    index,
    from: big(json.from),
    to: big(json.to),
    generated_wh: big(json.generatedWh),
    exported_wh: big(json.exportedWh),
    consumed_wh: (json.consumedWh as readonly unknown[]).map(big),
    readings_root: new Uint8Array(Buffer.from(String(json.readingsRoot), 'hex')),
    quality: Number(json.quality),
    generated_correction_wh: big(json.generatedCorrectionWh),
    exported_correction_wh: big(json.exportedCorrectionWh),
  }
}

export type ContractStatement = ReturnType<typeof contractStatement>

/** The differences between two statements, field by field: none means that they have the same hash. */
export function statementDifferences(
  proposed: ContractStatement,
  found: ContractStatement,
): { readonly field: string; readonly proposed: string; readonly found: string }[] {
  const text = (value: unknown) => (value instanceof Uint8Array ? toHex(value) : String(value))
  return (Object.keys(proposed) as (keyof ContractStatement)[]).flatMap((field) => {
    const [a, b] = [text(proposed[field]), text(found[field])]
    return a === b ? [] : [{ field, proposed: a, found: b }]
  })
}
