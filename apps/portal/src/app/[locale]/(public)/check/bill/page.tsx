import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { getSystem, listOfferings, traceBill } from '../../../../../api/queries.ts'
import { BillCheck } from '../../../../../check/bill-check.tsx'
import { readQuery, type SearchParams } from '../../../../../data/page-params.ts'
import { ClientTexts } from '../../../../../i18n/client-texts.tsx'
import { browserRpcUrl } from '../../../../../site/rpc.ts'
import { Button } from '../../../../../ui/button.tsx'
import { Field, Select } from '../../../../../ui/field.tsx'
import { Link } from '../../../../../ui/link.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import { ProblemNote } from '../../../../../ui/problem-note.tsx'
import { PageHead } from '../../../../../ui/section.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('check')
  return { title: t('billTitle'), description: t('billLead') }
}

/** A bill, recomputed by the reader's own browser. */
export default async function CheckBillPage({ searchParams }: { readonly searchParams: SearchParams }) {
  const query = await readQuery(searchParams, 'system', 'number')
  const [t, offerings] = await Promise.all([getTranslations('check'), listOfferings()])
  const systems = new Map(
    (offerings.ok ? offerings.value.data : []).map(({ systemId, systemName }) => [
      systemId,
      systemName ?? String(systemId),
    ]),
  )
  const asked = /^\d{1,9}$/.test(query.system ?? '') && /^[1-9]\d{0,18}$/.test(query.number ?? '')
  return (
    <>
      <PageHead title={t('billTitle')} lead={t('billLead')} />
      <form method="get" className="mt-6 flex flex-wrap items-end gap-4">
        <Select
          name="system"
          label={t('system')}
          defaultValue={query.system}
          options={[...systems].map(([id, name]) => ({ value: String(id), label: name }))}
        />
        <Field
          name="number"
          required
          inputMode="numeric"
          pattern="[1-9][0-9]*"
          label={t('billNumber')}
          defaultValue={query.number}
          className="w-40"
        />
        <Button type="submit">{t('check')}</Button>
      </form>
      {asked && <Checked systemId={Number(query.system)} number={query.number ?? ''} />}
    </>
  )
}

async function Checked({ systemId, number }: { readonly systemId: number; readonly number: string }) {
  const [t, bill, trace, system] = await Promise.all([
    getTranslations('check'),
    getTranslations('bill'),
    traceBill(systemId, number),
    getSystem(systemId),
  ])
  if (!trace.ok) {
    return (
      <div className="mt-8">
        <ProblemNote problem={trace.error} />
      </div>
    )
  }
  const meterKeys = Object.fromEntries(
    (system.ok ? system.value.meters : []).map(({ id, publicKey }) => [id, publicKey]),
  )
  return (
    <div className="mt-8 max-w-3xl">
      <p className="mb-4">
        <Link href={`/systems/${systemId}/bills/${number}`} className="link">
          {bill('title', { number })}
        </Link>
      </p>
      <ClientTexts of={['check']}>
        <noscript>
          <Notice tone="warn">{t('needsScript')}</Notice>
        </noscript>
        <BillCheck trace={trace.value} meterKeys={meterKeys} rpcUrl={browserRpcUrl()} />
      </ClientTexts>
    </div>
  )
}
