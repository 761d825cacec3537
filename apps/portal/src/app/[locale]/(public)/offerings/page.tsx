import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { findOfferings } from '../../../../api/queries.ts'
import { OFFERING_KINDS, OFFERING_STATES } from '../../../../data/offering-words.ts'
import { readQuery, type SearchParams } from '../../../../data/page-params.ts'
import { OfferingCard } from '../../../../public/offering-card.tsx'
import { Button, buttonClass } from '../../../../ui/button.tsx'
import { classes } from '../../../../ui/classes.ts'
import { Field, Select } from '../../../../ui/field.tsx'
import { Link } from '../../../../ui/link.tsx'
import { Empty } from '../../../../ui/notice.tsx'
import { Pagination, withQuery } from '../../../../ui/pagination.tsx'
import { ProblemNote } from '../../../../ui/problem-note.tsx'
import { PageHead } from '../../../../ui/section.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('offering')
  return { title: t('listTitle'), description: t('listLead') }
}

/** All offerings, with search and filters in the address: a link shows what its sender saw. */
export default async function OfferingsPage({ searchParams }: { readonly searchParams: SearchParams }) {
  const { cursor, ...filter } = await readQuery(searchParams, 'q', 'state', 'kind', 'cursor')
  const [t, common, offerings] = await Promise.all([
    getTranslations('offering'),
    getTranslations('common'),
    findOfferings(filter, cursor),
  ])
  const isFiltered = Object.keys(filter).length > 0
  const anything = { value: '', label: t('any') }
  return (
    <>
      <PageHead title={t('listTitle')} lead={t('listLead')} />
      <search className="mt-6 block">
        <form method="get" className="flex flex-wrap items-start gap-4">
          <Field
            className="min-w-64 flex-1"
            name="q"
            type="search"
            label={t('search')}
            hint={t('searchHint')}
            defaultValue={filter.q}
          />
          <Select
            name="state"
            label={t('state')}
            defaultValue={filter.state}
            options={[anything, ...OFFERING_STATES.map((value) => ({ value, label: t(`state${value}`) }))]}
          />
          <Select
            name="kind"
            label={t('kind')}
            defaultValue={filter.kind}
            options={[anything, ...OFFERING_KINDS.map((value) => ({ value, label: t(`kind${value}`) }))]}
          />
          <Button type="submit" look="secondary" className="sm:mt-7">
            {t('apply')}
          </Button>
          {isFiltered && (
            <Link href="/offerings" className={classes(buttonClass('quiet'), 'sm:mt-7')}>
              {t('clear')}
            </Link>
          )}
        </form>
      </search>
      <div className="mt-8">
        {!offerings.ok ? (
          <ProblemNote problem={offerings.error} />
        ) : offerings.value.data.length === 0 ? (
          <Empty title={t(isFiltered ? 'none' : 'nothingYet')}>{t(isFiltered ? 'noneLead' : 'nothingYetLead')}</Empty>
        ) : (
          <>
            <p role="status" className="text-sm text-muted">
              {t('results', { count: offerings.value.data.length })}
            </p>
            <ul className="mt-3 grid gap-5 sm:grid-cols-2 lg:grid-cols-3">
              {offerings.value.data.map((offering) => (
                <li key={offering.id}>
                  <OfferingCard offering={offering} level="h2" />
                </li>
              ))}
            </ul>
            <p className="mt-4 text-right text-sm">
              <a className="link" download href={withQuery('/api/v1/offerings', { ...filter, format: 'csv' })}>
                {common('csv')}
              </a>
            </p>
            <Pagination
              path="/offerings"
              query={filter}
              cursor={cursor}
              nextCursor={offerings.value.nextCursor}
              label={t('pages')}
            />
          </>
        )}
      </div>
    </>
  )
}
