import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { listCertificates, listRetirements } from '../../../../api/queries.ts'
import { readQuery, type SearchParams } from '../../../../data/page-params.ts'
import { CertificateAccounts, RetirementsTable } from '../../../../public/certificate-tables.tsx'
import { Empty } from '../../../../ui/notice.tsx'
import { Pagination } from '../../../../ui/pagination.tsx'
import { ProblemNote } from '../../../../ui/problem-note.tsx'
import { PageHead, Section } from '../../../../ui/section.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('certificate')
  return { title: t('title'), description: t('lead') }
}

/** Every certified system, and every retirement: public. */
export default async function CertificatesPage({ searchParams }: { readonly searchParams: SearchParams }) {
  const { cursor } = await readQuery(searchParams, 'cursor')
  const [t, accounts, retirements] = await Promise.all([
    getTranslations('certificate'),
    listCertificates(),
    listRetirements(undefined, cursor),
  ])
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <Section id="systems" title={t('systems')} className="mt-8">
        {!accounts.ok ? (
          <ProblemNote problem={accounts.error} />
        ) : accounts.value.data.length === 0 ? (
          <Empty title={t('none')}>{t('noneLead')}</Empty>
        ) : (
          <CertificateAccounts accounts={accounts.value.data} />
        )}
      </Section>
      <Section id="retirements" title={t('retirements')} lead={t('retirementsLead')}>
        {!retirements.ok ? (
          <ProblemNote problem={retirements.error} />
        ) : retirements.value.data.length === 0 ? (
          <Empty title={t('noRetirements')}>{t('noRetirementsLead')}</Empty>
        ) : (
          <>
            <RetirementsTable
              retirements={retirements.value.data}
              accounts={accounts.ok ? accounts.value.data : []}
              csv="/v1/certificates/retirements?format=csv&order=desc"
            />
            <Pagination
              path="/certificates"
              cursor={cursor}
              nextCursor={retirements.value.nextCursor}
              label={t('allPages')}
            />
          </>
        )}
      </Section>
    </>
  )
}
