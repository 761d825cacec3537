import { equalBytes } from './bytes.ts'
import { capacityBoundWh } from './energy.ts'
import type { Reading } from './reading.ts'
import { err, ok, type Result } from './result.ts'

/** Which registers of a meter count: a site has generation and export, a load one party's consumption, combined all three. */
export type MeterKind = 'Site' | 'Load' | 'Combined'

/** A meter as the registry knows it. */
export type Meter = {
  readonly system: number
  readonly meter: number
  readonly kind: MeterKind
  readonly epoch: number
  readonly capacityW: number
  readonly revoked: boolean
}

/** The stored readings of the same meter next to a new one in the order of (epoch, seq); itself, if it is already stored. */
export type ReadingNeighbours = {
  readonly previous?: Reading
  readonly same?: Reading
  readonly next?: Reading
}

/** Why a reading is quarantined. `BAD_SIGNATURE` is set by whoever verifies the signature, before this judgement. */
export type ReadingRefusalCode =
  | 'UNKNOWN_METER'
  | 'BAD_SIGNATURE'
  | 'OLD_EPOCH'
  | 'EPOCH_NOT_OPEN'
  | 'FUTURE'
  | 'ROLE_REGISTER'
  | 'SEQ_NOT_GROWING'
  | 'TIME_FELL'
  | 'REGISTER_FELL'
  | 'IMPOSSIBLE_JUMP'

/** `DUPLICATE` is a reading that is stored already: acknowledged again, not stored again. */
export type ReadingVerdict = 'NEW' | 'DUPLICATE'

export type JudgeOptions = {
  /** How far a meter's clock may be ahead of the ledger's, which moves in steps of some seconds. 60 by default. */
  readonly clockToleranceSeconds?: bigint
}

/**
 * Decides whether a reading with a true signature is believed.
 *
 * Readings may arrive in any order: each must fit between its neighbours in the order of (epoch, seq), so that the set
 * that is believed stays monotone whatever the network did. `at` never falls and may repeat; within an epoch registers
 * never fall and never rise by more than {@link jumpBoundWh}.
 *
 * @param nowSeconds The network's time.
 */
export function judgeReading(
  reading: Reading,
  { previous, same, next }: ReadingNeighbours,
  meter: Meter | undefined,
  nowSeconds: bigint,
  { clockToleranceSeconds = 60n }: JudgeOptions = {},
): Result<ReadingVerdict, { readonly code: ReadingRefusalCode }> {
  if (!meter || meter.meter !== reading.meter || meter.system !== reading.system) return err({ code: 'UNKNOWN_METER' })
  // Before all that may have changed since: what is stored is acknowledged again, or the device would never forget it.
  if (same) return sameContent(reading, same) ? ok('DUPLICATE') : err({ code: 'SEQ_NOT_GROWING' })
  if (meter.revoked) return err({ code: 'UNKNOWN_METER' })
  if (reading.epoch < meter.epoch) return err({ code: 'OLD_EPOCH' })
  if (reading.epoch > meter.epoch) return err({ code: 'EPOCH_NOT_OPEN' })
  if (reading.at > nowSeconds + clockToleranceSeconds) return err({ code: 'FUTURE' })
  if (hasForeignRegister(reading, meter.kind)) return err({ code: 'ROLE_REGISTER' })

  const code =
    (previous && stepFault(previous, reading, meter.capacityW)) ?? (next && stepFault(reading, next, meter.capacityW))
  return code ? err({ code }) : ok('NEW')
}

/**
 * The most that a register of equipment of this rating can rise between two readings: its capacity over the time between
 * them with the 10 % margin, where either end may be off by its fraction of a second and of a watt-hour.
 */
export const jumpBoundWh = (capacityW: number, elapsedSeconds: bigint): bigint =>
  capacityBoundWh(capacityW, elapsedSeconds + 1n) + 1n

function stepFault(earlier: Reading, later: Reading, capacityW: number): ReadingRefusalCode | undefined {
  if (later.at < earlier.at) return 'TIME_FELL'
  // A new epoch is a new or a reset meter: its registers start anywhere.
  if (earlier.epoch !== later.epoch) return undefined
  const rises = [
    later.generatedWh - earlier.generatedWh,
    later.consumedWh - earlier.consumedWh,
    later.exportedWh - earlier.exportedWh,
  ]
  if (rises.some((rise) => rise < 0n)) return 'REGISTER_FELL'
  const bound = jumpBoundWh(capacityW, later.at - earlier.at)
  return rises.some((rise) => rise > bound) ? 'IMPOSSIBLE_JUMP' : undefined
}

function hasForeignRegister({ generatedWh, consumedWh, exportedWh }: Reading, kind: MeterKind): boolean {
  switch (kind) {
    case 'Site':
      return consumedWh !== 0n
    case 'Load':
      return generatedWh !== 0n || exportedWh !== 0n
    case 'Combined':
      return false
  }
}

const sameContent = (a: Reading, b: Reading): boolean =>
  a.system === b.system &&
  a.meter === b.meter &&
  a.epoch === b.epoch &&
  a.seq === b.seq &&
  a.at === b.at &&
  a.generatedWh === b.generatedWh &&
  a.consumedWh === b.consumedWh &&
  a.exportedWh === b.exportedWh &&
  equalBytes(a.signature, b.signature)
