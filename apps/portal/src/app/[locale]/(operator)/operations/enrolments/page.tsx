import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { readQuery, type SearchParams } from '../../../../../data/page-params.ts'
import { ClientTexts } from '../../../../../i18n/client-texts.tsx'
import { EnrolForm } from '../../../../../operator/enrol-form.tsx'
import { EnrolmentsTable } from '../../../../../operator/enrolments-table.tsx'
import { OperatorHead } from '../../../../../operator/head.tsx'
import { listEnrolments, systemNames } from '../../../../../operator/queries.ts'
import { orSignIn, requireAddress } from '../../../../../session/require.ts'
import { ACT_TEXTS } from '../../../../../ui/act-texts.ts'
import { Listed } from '../../../../../ui/listed.tsx'
import { Empty } from '../../../../../ui/notice.tsx'
import { Section } from '../../../../../ui/section.tsx'

const PATH = '/operations/enrolments'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('operator')
  return { title: t('enrolments'), robots: { index: false } }
}

/** How a meter's key comes to the approver: by a one-time code. */
export default async function EnrolmentsPage({ searchParams }: { readonly searchParams: SearchParams }) {
  await requireAddress(PATH)
  const { cursor } = await readQuery(searchParams, 'cursor')
  const [t, enrolments, systems] = await Promise.all([
    getTranslations('operator'),
    listEnrolments({ cursor, order: 'desc' }).then((answer) => orSignIn(answer, PATH)),
    systemNames(),
  ])
  return (
    <ClientTexts of={['enrol', ...ACT_TEXTS]}>
      <OperatorHead at="enrolments" />
      <Section id="give" title={t('giveCode')} lead={t('giveCodeLead')} className="mt-8">
        <EnrolForm systems={[...systems].map(([id, name]) => ({ id, name }))} />
      </Section>
      <Section id="given" title={t('givenCodes')}>
        <Listed
          answer={enrolments}
          path={PATH}
          query={{}}
          cursor={cursor}
          empty={<Empty title={t('noEnrolments')}>{t('noEnrolmentsLead')}</Empty>}
        >
          {(rows) => <EnrolmentsTable rows={rows} systems={systems} csv="/v1/enrolments?format=csv&order=desc" />}
        </Listed>
      </Section>
    </ClientTexts>
  )
}
