import { Type } from '@fastify/type-provider-typebox'
import type { Database } from '@heliobond/db'
import type { Static } from 'typebox'
import { Value } from 'typebox/value'
import { Problem } from './errors.ts'

/** The contracts that all systems of an installation share, and the symbols of its tariff. */
const Platform = Type.Object({
  registry: Type.String(),
  tariff: Type.String(),
  energy: Type.String(),
  retailSymbol: Type.String(),
  exportSymbol: Type.String(),
  /** The stablecoin that new offerings are settled in, `CODE:ISSUER`. */
  settlement: Type.Optional(Type.String()),
  certificate: Type.Optional(Type.String()),
})
export type Platform = Static<typeof Platform>

/** The setting that says them. */
export const PLATFORM_SETTING = 'platform'

/**
 * The shared contracts: the setting `platform`; without it those of the newest project.
 *
 * @throws {Problem} HELIOBOND_ACTION_REFUSED (NOT_CONFIGURED) where nothing was deployed yet.
 */
export async function platformOf({ prisma }: Database): Promise<Platform> {
  const setting = await prisma.setting.findUnique({ where: { key: PLATFORM_SETTING } })
  if (setting) {
    if (!Value.Check(Platform, setting.value)) throw new Error(`setting ${PLATFORM_SETTING} names no contracts`)
    return setting.value
  }
  const newest = await prisma.offering.findFirst({ orderBy: { id: 'desc' } })
  const project = newest && (await prisma.setting.findUnique({ where: { key: `project:${newest.id}` } }))
  if (!newest || !project || !Value.Check(Platform, project.value)) {
    throw new Problem(
      'HELIOBOND_ACTION_REFUSED',
      'The shared contracts of this installation are not deployed yet.',
      {},
      {
        reason: 'NOT_CONFIGURED',
      },
    )
  }
  return { settlement: newest.settlementAsset, ...project.value }
}
