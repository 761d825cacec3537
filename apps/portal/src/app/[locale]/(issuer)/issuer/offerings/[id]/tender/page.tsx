import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { foundOr404 } from '../../../../../../../api/found.ts'
import { getBuckets, getOffering } from '../../../../../../../api/queries.ts'
import { apiMoment } from '../../../../../../../data/civil.ts'
import { readId } from '../../../../../../../data/page-params.ts'
import { assetCode } from '../../../../../../../format/amount.ts'
import { ClientTexts } from '../../../../../../../i18n/client-texts.tsx'
import { fieldText } from '../../../../../../../issuer/field-value.ts'
import { peopleNames } from '../../../../../../../issuer/people.ts'
import { requireAddress } from '../../../../../../../session/require.ts'
import { signingNetwork } from '../../../../../../../signing/site-network.ts'
import { SIGNING_TEXTS } from '../../../../../../../signing/texts.ts'
import { networkNow } from '../../../../../../../site/network.ts'
import { OpenTenderForm } from '../../../../../../../tender/open-form.tsx'
import { standingTender } from '../../../../../../../tender/standing.ts'
import { Link } from '../../../../../../../ui/link.tsx'
import { Notice } from '../../../../../../../ui/notice.tsx'
import { ProblemNote } from '../../../../../../../ui/problem-note.tsx'
import { PageHead } from '../../../../../../../ui/section.tsx'
import { PhaseBadge } from '../../../../../../../works/phase-badge.tsx'
import { listTenders } from '../../../../../../../works/queries.ts'

interface Props {
  readonly params: Promise<{ id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('issuer')
  return { title: t('openTender'), robots: { index: false } }
}

/** Opens the works of an offering to sealed bids. */
export default async function OpenTenderPage({ params }: Props) {
  const id = readId((await params).id)
  const path = `/issuer/offerings/${id}/tender`
  const address = await requireAddress(path)
  const [t, offering, buckets, tenders, network, now, names] = await Promise.all([
    getTranslations('issuer'),
    getOffering(id).then(foundOr404),
    getBuckets(id),
    listTenders({ offering: id }),
    signingNetwork(),
    networkNow(),
    peopleNames(),
  ])
  const contractId = offering.ok ? offering.value.tenderContract : null
  const construction = buckets.ok
    ? buckets.value.buckets.find(({ name }) => name === 'construction')?.stroops
    : undefined
  const standing = tenders.ok ? standingTender(tenders.value.data) : undefined
  return (
    <ClientTexts of={['tenderForm', ...SIGNING_TEXTS]}>
      <PageHead
        eyebrow={
          <Link href={`/issuer/offerings/${id}`} className="link">
            {offering.ok ? offering.value.name : id}
          </Link>
        }
        title={t('openTender')}
        lead={t('openTenderLead')}
      />
      <div className="mt-8">
        {!offering.ok ? (
          <ProblemNote problem={offering.error} />
        ) : contractId === null ? (
          <Notice>{t('noTenderContract')}</Notice>
        ) : !tenders.ok ? (
          <ProblemNote problem={tenders.error} />
        ) : standing ? (
          <Notice title={t('tenderStands', { number: standing.number })}>
            <p className="flex flex-wrap items-center gap-3">
              <PhaseBadge phase={standing.phase} />
              <Link href={`/issuer/tenders/${standing.id}`} className="link">
                {t('toTender', { number: standing.number })}
              </Link>
            </p>
            <p className="mt-3 max-w-prose">{t('tenderStandsLead')}</p>
          </Notice>
        ) : (
          network && (
            <OpenTenderForm
              facts={{
                offering: id,
                contractId,
                address,
                network,
                settlementAsset: offering.value.settlementAsset,
                names,
              }}
              ceiling={fieldText('money', construction)}
              now={apiMoment(now)}
              forfeitsTo={offering.value.roles.trustee ?? ''}
              money={assetCode(offering.value.settlementAsset)}
            />
          )
        )}
      </div>
    </ClientTexts>
  )
}
