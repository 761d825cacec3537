import { notFound } from 'next/navigation'
import type { ApiResult } from '../api/client.ts'
import { foundOr404 } from '../api/found.ts'
import { getSystem } from '../api/queries.ts'
import type { Party, SolarSystem } from '../api/types.ts'
import { readId } from '../data/page-params.ts'

export type PartyParams = Promise<{ readonly system: string; readonly party: string }>

export interface PartyPlace {
  readonly systemId: number
  readonly index: number
  readonly path: string
}

/** The system and the party that an address of a page names. */
export async function placeOf(params: PartyParams): Promise<PartyPlace> {
  const { system, party } = await params
  const [systemId, index] = [readId(system), readId(party)]
  return { systemId, index, path: `/energy/${systemId}/${index}` }
}

/** A party of a system, or why it cannot be had. A party that is not there is no page. */
export async function partyAt({
  systemId,
  index,
}: PartyPlace): Promise<ApiResult<{ readonly system: SolarSystem; readonly party: Party }>> {
  const system = foundOr404(await getSystem(systemId))
  if (!system.ok) return system
  const party = system.value.parties.find((one) => one.index === index)
  if (!party) notFound()
  return { ok: true, value: { system: system.value, party } }
}
