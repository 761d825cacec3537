import { getEnergy } from '../../../../../api/queries.ts'
import type { EnergySeries } from '../../../../../api/types.ts'
import { apiMoment } from '../../../../../data/civil.ts'
import { partsOf } from '../../../../../energy/dense/parts.ts'
import { energyCsv } from '../../../../../energy/energy-csv.ts'
import { problemOf, problemResponse } from '../../../../../session/forward.ts'

const MS = 1_000
/** More is no period that a page shows. */
const MOST_SECONDS = 3 * 366 * 86_400

interface Context {
  readonly params: Promise<{ system: string }>
}

/** The energy of a period as a file: `?from=...&to=...&step=half-hour`, as the page shows it. Open to everybody, as the page is. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { system } = await params
  const query = new URL(request.url).searchParams
  const step = query.get('step') ?? ''
  const [from, to] = ['from', 'to'].map((name) => Date.parse(query.get(name) ?? '') / MS)
  const isSpan = from !== undefined && to !== undefined && from < to && to - from <= MOST_SECONDS
  if (!/^[1-9]\d{0,8}$/.test(system) || !isSpan) {
    return problemResponse(
      400,
      'PORTAL_NO_PERIOD',
      'A file is of a system and a period',
      'from and to are moments, UTC.',
    )
  }
  // The interface answers so many buckets at once; longer ones than half-hours are few.
  const marks = step === 'half-hour' ? partsOf(from, to) : [from, to]
  const buckets: EnergySeries['data'][number][] = []
  for (const [index, start] of marks.slice(0, -1).entries()) {
    const moments = [start, marks[index + 1] ?? to].map((seconds) => apiMoment(new Date(seconds * MS)))
    const answer = await getEnergy(Number(system), moments[0] ?? '', moments[1] ?? '', step)
    if (!answer.ok) return problemOf(answer.error)
    buckets.push(...answer.value.data)
  }
  return new Response(energyCsv(buckets), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="heliobond-systems-${system}-energy.csv"`,
      'cache-control': 'no-store',
    },
  })
}
