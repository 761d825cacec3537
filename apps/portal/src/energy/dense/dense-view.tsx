'use client'

import { lazy, Suspense, useMemo, useState } from 'react'
import type { ApiProblem } from '../../api/problem.ts'
import { useTexts } from '../../i18n/texts.tsx'
import { Button } from '../../ui/button.tsx'
import { ProblemText } from '../../ui/problem-text.tsx'
import type { DenseColumns } from './half-hours.ts'

const DenseChart = lazy(() => import('./dense-chart.tsx'))

/** Every half-hour of a period, when somebody wants to see it: neither the data nor the drawing is loaded before. */
export function DenseView({
  systemId,
  from,
  to,
  party,
  csv,
  csvText,
}: {
  readonly systemId: number
  /** Unix seconds. */
  readonly from: number
  readonly to: number
  readonly party?: number
  /** Where the figures are to be had as a file, and the words of the link. */
  readonly csv: string
  readonly csvText: string
}) {
  const t = useTexts('energy')
  const [columns, setColumns] = useState<DenseColumns | null>(null)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const [working, setWorking] = useState(false)
  const names = useMemo(() => ({ generated: t('generated'), exported: t('exported'), consumed: t('consumed') }), [t])
  async function load() {
    setWorking(true)
    setProblem(null)
    const { loadHalfHours } = await import('./half-hours.ts')
    const loaded = await loadHalfHours(systemId, from, to, party)
    setWorking(false)
    if (loaded.ok) setColumns(loaded.value)
    else setProblem(loaded.error)
  }
  if (columns === null) {
    return (
      <div className="space-y-3">
        <Button look="secondary" disabled={working} onClick={load}>
          {t(working ? 'denseLoading' : 'dense')}
        </Button>
        {problem && <ProblemText problem={problem} />}
      </div>
    )
  }
  return (
    <figure className="card p-4">
      <figcaption className="mb-3 text-sm text-muted">{t('denseHint')}</figcaption>
      <Suspense fallback={<p role="status">{t('denseLoading')}</p>}>
        <DenseChart columns={columns} names={names} label={t('denseLabel', { count: columns.at.length })} />
      </Suspense>
      <p className="mt-3 text-sm">
        <a href={csv} className="link" download>
          {csvText}
        </a>
      </p>
    </figure>
  )
}
