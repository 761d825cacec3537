import type { Database, Offering, System } from '@heliobond/db'
import { Problem } from './errors.ts'

/** @throws {Problem} HELIOBOND_OFFERING_NOT_FOUND */
export async function offeringOf(database: Database, id: number): Promise<Offering> {
  const offering = await database.prisma.offering.findUnique({ where: { id } })
  if (!offering)
    throw new Problem('HELIOBOND_OFFERING_NOT_FOUND', 'Offering {offering} is not known here.', { offering: id })
  return offering
}

/** @throws {Problem} HELIOBOND_SYSTEM_NOT_FOUND */
export async function systemOf(database: Database, id: number): Promise<System> {
  const system = await database.prisma.system.findUnique({ where: { id } })
  if (!system) throw new Problem('HELIOBOND_SYSTEM_NOT_FOUND', 'System {system} is not known here.', { system: id })
  return system
}

/** What every list of a system needs of it. */
export interface SystemFacts {
  readonly modelled: boolean
  /** The ids of its meters, in ascending order. */
  readonly meters: readonly number[]
}

/** In one question: lists are asked for far more often than all else. @throws {Problem} HELIOBOND_SYSTEM_NOT_FOUND */
export async function systemFacts({ pool }: Database, id: number): Promise<SystemFacts> {
  const { rows } = await pool.query<{ modelled: boolean; meters: number[] }>({
    name: 'system-facts',
    text: 'select modelled, array(select m.id from meter m where m.system_id = s.id order by m.id) as meters from system s where s.id = $1',
    values: [id],
  })
  const [system] = rows
  if (!system) throw new Problem('HELIOBOND_SYSTEM_NOT_FOUND', 'System {system} is not known here.', { system: id })
  return system
}
