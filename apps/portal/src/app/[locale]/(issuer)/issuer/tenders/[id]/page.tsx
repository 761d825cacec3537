import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { foundOr404 } from '../../../../../../api/found.ts'
import { getOffering } from '../../../../../../api/queries.ts'
import { ClientTexts } from '../../../../../../i18n/client-texts.tsx'
import { peopleNames } from '../../../../../../issuer/people.ts'
import { RefreshOn } from '../../../../../../live/refresh-on.tsx'
import { requireAddress } from '../../../../../../session/require.ts'
import { signingNetwork } from '../../../../../../signing/site-network.ts'
import { SIGNING_TEXTS } from '../../../../../../signing/texts.ts'
import { OfficePart } from '../../../../../../tender/office-part.tsx'
import { Link } from '../../../../../../ui/link.tsx'
import { ProblemNote } from '../../../../../../ui/problem-note.tsx'
import { PageHead, Section } from '../../../../../../ui/section.tsx'
import { BidsTable } from '../../../../../../works/bids-table.tsx'
import { Course } from '../../../../../../works/course.tsx'
import { MilestonesTable } from '../../../../../../works/milestones-table.tsx'
import { PhaseBadge } from '../../../../../../works/phase-badge.tsx'
import { getTender } from '../../../../../../works/queries.ts'
import { TermsFacts } from '../../../../../../works/terms.tsx'

interface Props {
  readonly params: Promise<{ id: string }>
}

/** A tender's id in the address; whatever is none leads to the page that says so. */
async function tenderId(params: Props['params']): Promise<string> {
  const { id } = await params
  if (!/^[1-9]\d{0,8}-[1-9]\d{0,8}$/.test(id)) notFound()
  return id
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('tenderOffice')
  return { title: t('title', { id: await tenderId(params) }), robots: { index: false } }
}

/** A tender as its offices see it: what waits for them, and everything that they decide on. */
export default async function TenderOfficePage({ params }: Props) {
  const id = await tenderId(params)
  const address = await requireAddress(`/issuer/tenders/${id}`)
  const [t, tender, network, names] = await Promise.all([
    getTranslations('tenderOffice'),
    getTender(id).then(foundOr404),
    signingNetwork(),
    peopleNames(),
  ])
  const offering = tender.ok ? await getOffering(tender.value.offeringId) : null
  if (!tender.ok || !offering?.ok || network === null) {
    const problem = !tender.ok ? tender.error : offering && !offering.ok ? offering.error : null
    return (
      <>
        <PageHead title={t('title', { id })} />
        <div className="mt-6">{problem && <ProblemNote problem={problem} />}</div>
      </>
    )
  }
  const { settlementAsset, id: offeringId } = offering.value
  return (
    <ClientTexts of={['tenderForm', 'actForm', ...SIGNING_TEXTS]}>
      <RefreshOn events={['transaction', 'offering']} />
      <PageHead
        eyebrow={
          <Link href={`/issuer/offerings/${offeringId}`} className="link">
            {tender.value.offeringName}
          </Link>
        }
        title={t('title', { id })}
        badges={<PhaseBadge phase={tender.value.phase} />}
        actions={
          <Link href={`/works/${id}`} className="link">
            {t('publicPage')}
          </Link>
        }
      />
      <div className="mt-8 grid gap-10 lg:grid-cols-[2fr_1fr]">
        <Section id="now" title={t('now')} className="mt-0 min-w-0">
          <OfficePart
            tender={tender.value}
            facts={{
              tender: id,
              offering: offeringId,
              contractId: tender.value.contractId,
              address,
              network,
              settlementAsset,
              names,
            }}
          />
        </Section>
        <Section id="course" title={t('course')} className="mt-0">
          <Course tender={tender.value} />
        </Section>
      </div>
      <Section id="bids" title={t('bids')}>
        <BidsTable tender={tender.value} asset={settlementAsset} address={address} />
      </Section>
      <Section id="milestones" title={t('milestones')}>
        <MilestonesTable tender={tender.value} asset={settlementAsset} />
      </Section>
      <Section id="terms" title={t('terms')}>
        <div className="card px-5 py-2">
          <TermsFacts terms={tender.value.terms} asset={settlementAsset} contractId={tender.value.contractId} />
        </div>
      </Section>
    </ClientTexts>
  )
}
