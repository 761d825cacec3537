import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { listCertificates, listDonors } from '../../../../../api/queries.ts'
import { CertificateCheck } from '../../../../../check/certificate-check.tsx'
import { readQuery, type SearchParams } from '../../../../../data/page-params.ts'
import { ClientTexts } from '../../../../../i18n/client-texts.tsx'
import { browserRpcUrl } from '../../../../../site/rpc.ts'
import { Button } from '../../../../../ui/button.tsx'
import { Select } from '../../../../../ui/field.tsx'
import { Link } from '../../../../../ui/link.tsx'
import { Empty, Notice } from '../../../../../ui/notice.tsx'
import { ProblemNote } from '../../../../../ui/problem-note.tsx'
import { PageHead } from '../../../../../ui/section.tsx'

/** Of more the check says that it cannot tell. */
const MOST_DONORS = 500

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('check')
  return { title: t('certificateTitle'), description: t('certificateLead') }
}

/** A system's certificates, recomputed by the reader's own browser. */
export default async function CheckCertificatePage({ searchParams }: { readonly searchParams: SearchParams }) {
  const query = await readQuery(searchParams, 'system')
  const [t, certificate, accounts] = await Promise.all([
    getTranslations('check'),
    getTranslations('certificate'),
    listCertificates(),
  ])
  const all = accounts.ok ? accounts.value.data : []
  const account = all.find(({ systemId }) => String(systemId) === query.system)
  const donors = account ? await listDonors(account.systemId, undefined, MOST_DONORS) : null
  return (
    <>
      <PageHead title={t('certificateTitle')} lead={t('certificateLead')} />
      {!accounts.ok ? (
        <div className="mt-6">
          <ProblemNote problem={accounts.error} />
        </div>
      ) : all.length === 0 ? (
        <div className="mt-6">
          <Empty title={certificate('none')}>{certificate('noneLead')}</Empty>
        </div>
      ) : (
        <form method="get" className="mt-6 flex flex-wrap items-end gap-4">
          <Select
            name="system"
            label={t('system')}
            defaultValue={query.system}
            options={all.map(({ systemId, systemName }) => ({ value: String(systemId), label: systemName }))}
          />
          <Button type="submit">{t('check')}</Button>
        </form>
      )}
      {account && (
        <div className="mt-8 max-w-3xl">
          <p className="mb-4">
            <Link href={`/certificates/${account.systemId}`} className="link">
              {account.systemName}
            </Link>
          </p>
          <ClientTexts of={['check']}>
            <noscript>
              <Notice tone="warn">{t('needsScript')}</Notice>
            </noscript>
            <CertificateCheck account={account} donors={donors?.ok ? donors.value : null} rpcUrl={browserRpcUrl()} />
          </ClientTexts>
        </div>
      )}
    </>
  )
}
