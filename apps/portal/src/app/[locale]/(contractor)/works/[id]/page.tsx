import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { foundOr404 } from '../../../../../api/found.ts'
import { getOffering } from '../../../../../api/queries.ts'
import type { Tender } from '../../../../../api/tender-types.ts'
import type { OfferingDetail } from '../../../../../api/types.ts'
import { ClientTexts } from '../../../../../i18n/client-texts.tsx'
import { RefreshOn } from '../../../../../live/refresh-on.tsx'
import { signedInAddress } from '../../../../../session/session.ts'
import { signingNetwork } from '../../../../../signing/site-network.ts'
import { SIGNING_TEXTS } from '../../../../../signing/texts.ts'
import { buttonClass } from '../../../../../ui/button.tsx'
import { Link } from '../../../../../ui/link.tsx'
import { ProblemNote } from '../../../../../ui/problem-note.tsx'
import { PageHead, Section } from '../../../../../ui/section.tsx'
import { BidsTable } from '../../../../../works/bids-table.tsx'
import { Course } from '../../../../../works/course.tsx'
import { MilestonesTable } from '../../../../../works/milestones-table.tsx'
import { PhaseBadge } from '../../../../../works/phase-badge.tsx'
import { getTender } from '../../../../../works/queries.ts'
import { TermsFacts } from '../../../../../works/terms.tsx'
import { YourPart } from '../../../../../works/your-part.tsx'

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
  const t = await getTranslations('works')
  return { title: t('metaTitle', { id: await tenderId(params) }) }
}

/** One tender: how it goes, what is to be built, who bids, and what is up to whoever is signed in. */
export default async function TenderPage({ params }: Props) {
  const id = await tenderId(params)
  const [t, tender, address] = await Promise.all([getTranslations('works'), getTender(id), signedInAddress()])
  const found = foundOr404(tender)
  const offering = found.ok ? await getOffering(found.value.offeringId) : null
  if (!found.ok || !offering?.ok) {
    const problem = !found.ok ? found.error : offering && !offering.ok ? offering.error : null
    return (
      <>
        <PageHead title={t('metaTitle', { id })} />
        <div className="mt-6">{problem && <ProblemNote problem={problem} />}</div>
      </>
    )
  }
  const asset = offering.value.settlementAsset
  return (
    <>
      <RefreshOn events={['transaction', 'offering']} />
      <PageHead
        eyebrow={t('metaTitle', { id })}
        title={found.value.offeringName}
        badges={<PhaseBadge phase={found.value.phase} />}
        actions={
          <Link href={`/offerings/${found.value.offeringId}`} className={buttonClass('secondary')}>
            {t('toOffering')}
          </Link>
        }
      />
      <div className="mt-8 grid gap-10 lg:grid-cols-[2fr_1fr]">
        <Section id="yours" title={t('yours')} className="mt-0 min-w-0">
          {address === null ? (
            <SignInFirst id={id} />
          ) : (
            <Yours tender={found.value} offering={offering.value} address={address} />
          )}
        </Section>
        <Section id="course" title={t('course')} className="mt-0">
          <Course tender={found.value} />
        </Section>
      </div>
      <Section id="milestones" title={t('milestones')} lead={t('milestonesLead')}>
        <MilestonesTable tender={found.value} asset={asset} />
      </Section>
      <Section id="bids" title={t('bids')} lead={t('bidsLead')}>
        <BidsTable tender={found.value} asset={asset} address={address} />
      </Section>
      <Section id="terms" title={t('terms')}>
        <div className="card px-5 py-2">
          <TermsFacts terms={found.value.terms} asset={asset} contractId={found.value.contractId} />
        </div>
      </Section>
    </>
  )
}

async function SignInFirst({ id }: { readonly id: string }) {
  const [t, locale] = await Promise.all([getTranslations('works'), getLocale()])
  return (
    <div className="space-y-4">
      <p className="max-w-prose">{t('signInLead')}</p>
      <Link href={`/account?next=${encodeURIComponent(`/${locale}/works/${id}`)}`} className={buttonClass()}>
        {t('signIn')}
      </Link>
    </div>
  )
}

async function Yours({
  tender,
  offering,
  address,
}: {
  readonly tender: Tender
  readonly offering: OfferingDetail
  readonly address: string
}) {
  const [t, network] = await Promise.all([getTranslations('works'), signingNetwork()])
  if (network === null) return null
  return (
    <ClientTexts of={['works', ...SIGNING_TEXTS]}>
      <YourPart
        tender={tender}
        facts={{
          id: tender.id,
          offeringId: tender.offeringId,
          contractId: tender.contractId,
          number: tender.number,
          address,
          network,
          settlementAsset: offering.settlementAsset,
          names: { [tender.contractId]: t('tenderContract'), [offering.contractId]: t('escrow') },
        }}
      />
    </ClientTexts>
  )
}
