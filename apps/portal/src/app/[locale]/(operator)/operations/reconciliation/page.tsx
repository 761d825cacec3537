import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { readQuery, type SearchParams } from '../../../../../data/page-params.ts'
import { eitherOr, ListPage } from '../../../../../operator/list-page.tsx'
import { settlementAsset } from '../../../../../operator/money.ts'
import { listReconciliations } from '../../../../../operator/queries.ts'
import { orSignIn, requireAddress } from '../../../../../session/require.ts'
import { Amount } from '../../../../../ui/amount.tsx'
import { Badge } from '../../../../../ui/badge.tsx'
import { Field, Select } from '../../../../../ui/field.tsx'
import { Link } from '../../../../../ui/link.tsx'
import { Time } from '../../../../../ui/time.tsx'

const PATH = '/operations/reconciliation'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('operator')
  return { title: t('reconciliation'), robots: { index: false } }
}

/** Comparisons of the books with the ledger and the terms, to the stroop. */
export default async function ReconciliationPage({ searchParams }: { readonly searchParams: SearchParams }) {
  await requireAddress(PATH)
  const { cursor, ...query } = await readQuery(searchParams, 'offering', 'off', 'cursor')
  const [t, common, asset, comparisons] = await Promise.all([
    getTranslations('operator'),
    getTranslations('common'),
    settlementAsset(),
    listReconciliations({ ...query, cursor, order: 'desc' }).then((answer) => orSignIn(answer, PATH)),
  ])
  return (
    <ListPage
      at="reconciliation"
      api="/v1/operations/reconciliation"
      answer={comparisons}
      query={query}
      cursor={cursor}
      keyOf={({ id }) => id}
      filters={
        <>
          <Field
            name="offering"
            label={t('offering')}
            defaultValue={query.offering}
            inputMode="numeric"
            pattern="[0-9]{1,9}"
          />
          <Select
            name="off"
            label={t('result')}
            defaultValue={query.off}
            options={eitherOr(common('all'), t('isOff'), t('isRight'))}
          />
        </>
      }
      columns={[
        { id: 'at', title: t('at'), header: true, cell: ({ at }) => <Time at={at} style="second" /> },
        {
          id: 'offering',
          title: t('offering'),
          cell: ({ offeringId }) => (
            <Link href={`/offerings/${offeringId}`} className="link">
              {offeringId}
            </Link>
          ),
        },
        {
          id: 'result',
          title: t('result'),
          cell: ({ findings }) => (
            <Badge tone={findings.length === 0 ? 'good' : 'bad'}>
              {t(findings.length === 0 ? 'isRight' : 'isOff')}
            </Badge>
          ),
        },
        {
          id: 'difference',
          title: t('difference'),
          right: true,
          cell: ({ differenceStroops }) => <Amount stroops={differenceStroops} asset={asset} />,
        },
        { id: 'compared', title: t('compared'), right: true, cell: ({ compared }) => compared },
        { id: 'ledger', title: t('queueLedger'), right: true, cell: ({ ledger }) => ledger },
        {
          id: 'findings',
          title: t('findings'),
          prose: true,
          cell: ({ findings }) =>
            findings.length === 0 ? (
              '—'
            ) : (
              <ul className="space-y-1">
                {findings.map(({ what, unit, expected, actual }) => (
                  <li key={what}>
                    {what}: {t('insteadOf', { actual, expected, unit })}
                  </li>
                ))}
              </ul>
            ),
        },
      ]}
    />
  )
}
