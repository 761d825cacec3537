import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { getOffering, listOfferings } from '../../../../api/queries.ts'
import type { OfferingDetail } from '../../../../api/types.ts'
import { ClientTexts } from '../../../../i18n/client-texts.tsx'
import { DraftsTable } from '../../../../issuer/drafts-table.tsx'
import { NewDraft } from '../../../../issuer/new-draft.tsx'
import { OwnOfferings } from '../../../../issuer/own-offerings.tsx'
import { listDrafts } from '../../../../issuer/queries.ts'
import { orSignIn, requireAddress } from '../../../../session/require.ts'
import { getMe } from '../../../../session/session.ts'
import { Empty } from '../../../../ui/notice.tsx'
import { ProblemNote } from '../../../../ui/problem-note.tsx'
import { PageHead, Section } from '../../../../ui/section.tsx'

const PATH = '/issuer'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('issuer')
  return { title: t('area'), robots: { index: false } }
}

/** The offerings in which an address holds an office. */
async function offeringsOf(address: string): Promise<OfferingDetail[]> {
  const offerings = await listOfferings()
  const details = await Promise.all((offerings.ok ? offerings.value.data : []).map(({ id }) => getOffering(id)))
  return details.flatMap((detail) =>
    detail.ok && Object.values(detail.value.roles).includes(address) ? [detail.value] : [],
  )
}

/** What an issuer plans, and what they have out. */
export default async function IssuerPage() {
  const address = await requireAddress(PATH)
  const [t, drafts, offerings, me] = await Promise.all([
    getTranslations('issuer'),
    listDrafts().then((answer) => orSignIn(answer, PATH)),
    offeringsOf(address),
    getMe(),
  ])
  const mayBegin = me?.ok === true && me.value.roles.includes('issuer')
  return (
    <ClientTexts of={['draft', 'problem', 'refusal']}>
      <PageHead title={t('area')} lead={t('areaLead')} />
      <Section id="offerings" title={t('offerings')} lead={t('offeringsLead')} className="mt-8">
        {offerings.length === 0 ? (
          <Empty title={t('noOfferings')}>{t('noOfferingsLead')}</Empty>
        ) : (
          <OwnOfferings offerings={offerings} address={address} />
        )}
      </Section>
      <Section id="drafts" title={t('drafts')} lead={t('draftsLead')}>
        <div className="space-y-6">
          {mayBegin && <NewDraft />}
          {!drafts.ok ? (
            <ProblemNote problem={drafts.error} />
          ) : drafts.value.data.length === 0 ? (
            <Empty title={t('noDrafts')}>{t(mayBegin ? 'noDraftsLead' : 'noDraftsOther')}</Empty>
          ) : (
            <DraftsTable drafts={drafts.value.data} />
          )}
        </div>
      </Section>
    </ClientTexts>
  )
}
