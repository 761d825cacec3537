import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Launches } from '../../../../approver/launches.tsx'
import { Meters } from '../../../../approver/meters.tsx'
import { TendersWaiting } from '../../../../approver/tenders.tsx'
import { ClientTexts } from '../../../../i18n/client-texts.tsx'
import { peopleNames } from '../../../../issuer/people.ts'
import { RefreshOn } from '../../../../live/refresh-on.tsx'
import { requireAddress } from '../../../../session/require.ts'
import { getMe } from '../../../../session/session.ts'
import { signingNetwork } from '../../../../signing/site-network.ts'
import { SIGNING_TEXTS } from '../../../../signing/texts.ts'
import { PageHead, Section } from '../../../../ui/section.tsx'

const PATH = '/approvals'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('approver')
  return { title: t('title'), robots: { index: false } }
}

/** Everything that waits for somebody else's signature than the issuer's, each with what is approved in words. */
export default async function ApprovalsPage() {
  const address = await requireAddress(PATH)
  const [t, network, names, me] = await Promise.all([
    getTranslations('approver'),
    signingNetwork(),
    peopleNames(),
    getMe(),
  ])
  const seesMeters = me?.ok === true && me.value.roles.some((role) => role === 'approver' || role === 'operator')
  return (
    <ClientTexts of={['launch', ...SIGNING_TEXTS]}>
      <RefreshOn events={['transaction', 'offering']} />
      <PageHead title={t('title')} lead={t('lead')} />
      {network && (
        <>
          <Section id="launches" title={t('launches')} lead={t('launchesLead')} className="mt-8">
            <Launches signer={{ address, network, names }} />
          </Section>
          {seesMeters && (
            <Section id="meters" title={t('meters')} lead={t('metersLead')}>
              <Meters address={address} network={network} />
            </Section>
          )}
          <Section id="tenders" title={t('tenders')} lead={t('tendersLead')}>
            <TendersWaiting />
          </Section>
        </>
      )}
    </ClientTexts>
  )
}
