import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { SaveTable } from '../save-table.tsx'
import { ScrollArea } from '../scroll-area.tsx'

export type ChartHue = 'generated' | 'used' | 'exported' | 'grid' | 'plan'
export const hueOf = (hue: ChartHue): string => `var(--chart-${hue})`

/** A drawing is scaled to its place: on a phone its letters must be larger to be read. */
export const CHART_TEXT = 'text-[14px] xl:text-[16px] max-sm:text-[21px]'
/** The label of that place along the axis: on a phone every second one has room. */
export const chartLabel = (place: number): string => (place % 2 === 0 ? CHART_TEXT : `${CHART_TEXT} max-sm:hidden`)

export interface ChartSeries {
  readonly id: string
  readonly name: string
  readonly hue: ChartHue
  /** One value a label; null where nothing is known. For drawing only: the table below has the exact text. */
  readonly values: readonly (number | null)[]
  /** The exact values in words, for the table and what is told on hovering. */
  readonly texts: readonly string[]
}

/** A chart with its name, what it says in a sentence, its key, and the data behind it as a table. */
export async function ChartFrame({
  id,
  title,
  summary,
  series,
  labels,
  labelTitle,
  children,
}: {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly series: readonly Pick<ChartSeries, 'id' | 'name' | 'hue' | 'texts'>[]
  readonly labels: readonly string[]
  /** Heading of the column of labels. */
  readonly labelTitle: string
  readonly children: ReactNode
}) {
  const t = await getTranslations('common')
  return (
    <figure className="card min-w-0 p-4 sm:p-5">
      <figcaption>
        <p id={`${id}-title`} className="font-semibold">
          {title}
        </p>
        <p className="mt-0.5 text-sm text-muted">{summary}</p>
      </figcaption>
      <ul aria-label={t('key')} className="mt-3 flex flex-wrap gap-x-5 gap-y-1 text-sm">
        {series.map(({ id: one, name, hue }) => (
          <li key={one} className="inline-flex items-center gap-2">
            <span aria-hidden="true" className="size-3 rounded-sm" style={{ background: hueOf(hue) }} />
            {name}
          </li>
        ))}
      </ul>
      <div className="mt-3 max-w-3xl">{children}</div>
      <details className="mt-3 text-sm">
        <summary className="link inline-block min-h-6 cursor-pointer">{t('showData')}</summary>
        <div className="mt-2 max-h-96 overflow-y-auto">
          <ScrollArea labelledBy={`${id}-data`}>
            <table className="w-full text-sm">
              <caption id={`${id}-data`} className="sr-only">
                {title}
              </caption>
              <thead>
                <tr className="border-b border-line text-muted">
                  <th scope="col" className="px-3 py-1.5 text-left font-semibold">
                    {labelTitle}
                  </th>
                  {series.map(({ id: one, name }) => (
                    <th key={one} scope="col" className="px-3 py-1.5 text-right font-semibold">
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody className="divide-y divide-line">
                {labels.map((label, row) => (
                  <tr key={label}>
                    <th scope="row" className="px-3 py-1.5 text-left font-normal whitespace-nowrap">
                      {label}
                    </th>
                    {series.map(({ id: one, texts }) => (
                      <td key={one} className="figure px-3 py-1.5 text-right whitespace-nowrap">
                        {texts[row] ?? ''}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollArea>
        </div>
        <p className="mt-2 text-right">
          <SaveTable caption={`${id}-data`} name={id} label={t('csv')} />
        </p>
      </details>
    </figure>
  )
}
