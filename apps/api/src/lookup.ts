import type { Database, Offering, System } from '@heliobond/db'
import { Problem } from './errors.ts'

/** @throws {Problem} HELIOBOND_OFFERING_NOT_FOUND */
export async function offeringOf(database: Database, id: number): Promise<Offering> {
  const offering = await database.prisma.offering.findUnique({ where: { id } })
  if (!offering) throw new Problem('HELIOBOND_OFFERING_NOT_FOUND', `Offering ${id} is not known here.`)
  return offering
}

/** @throws {Problem} HELIOBOND_SYSTEM_NOT_FOUND */
export async function systemOf(database: Database, id: number): Promise<System> {
  const system = await database.prisma.system.findUnique({ where: { id } })
  if (!system) throw new Problem('HELIOBOND_SYSTEM_NOT_FOUND', `System ${id} is not known here.`)
  return system
}
