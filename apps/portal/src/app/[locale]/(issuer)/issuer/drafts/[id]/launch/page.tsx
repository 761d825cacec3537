import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { foundOr404 } from '../../../../../../../api/found.ts'
import { readId } from '../../../../../../../data/page-params.ts'
import { ClientTexts } from '../../../../../../../i18n/client-texts.tsx'
import { DraftHead } from '../../../../../../../issuer/draft-head.tsx'
import { launchFacts } from '../../../../../../../issuer/launch-facts.ts'
import { LaunchPanel } from '../../../../../../../issuer/launch-panel.tsx'
import { peopleNames } from '../../../../../../../issuer/people.ts'
import { Problems } from '../../../../../../../issuer/problems.tsx'
import { getDraft, getLaunchSteps } from '../../../../../../../issuer/queries.ts'
import type { Draft } from '../../../../../../../issuer/types.ts'
import { RefreshOn } from '../../../../../../../live/refresh-on.tsx'
import { orSignIn, requireAddress } from '../../../../../../../session/require.ts'
import { signingNetwork } from '../../../../../../../signing/site-network.ts'
import { SIGNING_TEXTS } from '../../../../../../../signing/texts.ts'
import { buttonClass } from '../../../../../../../ui/button.tsx'
import { Link } from '../../../../../../../ui/link.tsx'
import { Notice } from '../../../../../../../ui/notice.tsx'
import { ProblemNote } from '../../../../../../../ui/problem-note.tsx'
import { PageHead } from '../../../../../../../ui/section.tsx'

interface Props {
  readonly params: Promise<{ id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('issuer')
  return { title: t('launch'), robots: { index: false } }
}

/** The launch of an offering, step by step, as the network stands now. */
export default async function LaunchPage({ params }: Props) {
  const id = readId((await params).id)
  const path = `/issuer/drafts/${id}/launch`
  const address = await requireAddress(path)
  const [t, draft] = await Promise.all([
    getTranslations('issuer'),
    getDraft(id)
      .then((answer) => orSignIn(answer, path))
      .then(foundOr404),
  ])
  if (!draft.ok) {
    return (
      <>
        <PageHead title={t('launch')} />
        <div className="mt-6">
          <ProblemNote problem={draft.error} />
        </div>
      </>
    )
  }
  return (
    <ClientTexts of={['launch', ...SIGNING_TEXTS]}>
      <RefreshOn events={['transaction']} />
      <DraftHead draft={draft.value} at="launch" />
      <p className="mt-6 max-w-prose text-muted">{t('launchLead')}</p>
      <div className="mt-6">
        {draft.value.problems.length > 0 ? (
          <Problems draftId={id} problems={draft.value.problems} />
        ) : (
          <Steps draft={draft.value} address={address} />
        )}
      </div>
    </ClientTexts>
  )
}

async function Steps({ draft, address }: { readonly draft: Draft; readonly address: string }) {
  const [t, steps, network, names] = await Promise.all([
    getTranslations('issuer'),
    getLaunchSteps(draft.id),
    signingNetwork(),
    peopleNames(),
  ])
  if (!steps.ok) return <ProblemNote problem={steps.error} />
  if (network === null) return null
  const { offeringId } = draft
  const facts = await launchFacts(draft, { address, network, names })
  const isDone = steps.value.steps.every(({ status }) => status === 'done')
  return (
    <div className="space-y-6">
      {isDone && (
        <Notice tone="good" title={t('launched')}>
          <p>{t(offeringId === null ? 'launchedSoon' : 'launchedLead')}</p>
          {offeringId !== null && (
            <p className="mt-3">
              <Link href={`/issuer/offerings/${offeringId}`} className={buttonClass()}>
                {t('manage')}
              </Link>
            </p>
          )}
        </Notice>
      )}
      <LaunchPanel steps={steps.value.steps} facts={facts} />
    </div>
  )
}
