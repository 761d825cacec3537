import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { percentText } from '../format/amount.ts'
import { powerText } from '../format/energy.ts'
import { launchFacts } from '../issuer/launch-facts.ts'
import { getDraft, getLaunchSteps, listDrafts } from '../issuer/queries.ts'
import { type LaunchFacts, SignStep } from '../issuer/sign-step.tsx'
import type { Draft } from '../issuer/types.ts'
import type { SigningNetwork } from '../signing/site-network.ts'
import { Amount } from '../ui/amount.tsx'
import { Address, Hash } from '../ui/identifier.tsx'
import { Link } from '../ui/link.tsx'
import { Empty } from '../ui/notice.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Fact, Facts } from '../ui/stat.tsx'

/** Steps that are somebody else's than the issuer's. */
const STEPS = ['approve-system', 'bind-offering', 'open-energy'] as const
type ApproverStep = (typeof STEPS)[number]

/** Newest first: what was launched long ago waits for nobody. */
const MOST_LAUNCHES = 40

interface Waiting {
  readonly draft: Draft
  readonly step: ApproverStep
  readonly facts: LaunchFacts
}

interface Signer {
  readonly address: string
  readonly network: SigningNetwork
  readonly names: Readonly<Record<string, string>>
}

/** What of the launches under way waits for this address. */
async function waitingFor(signer: Signer, ids: readonly number[]): Promise<Waiting[]> {
  const found = await Promise.all(
    ids.map(async (id): Promise<Waiting[]> => {
      const [draft, launch] = await Promise.all([getDraft(id), getLaunchSteps(id)])
      // A draft that is not complete has no steps yet.
      if (!draft.ok || !launch.ok) return []
      const names = launch.value.steps
        .filter(({ status, signer: who }) => status === 'ready' && who === signer.address)
        .flatMap(({ name }) => STEPS.filter((step) => step === name))
      if (names.length === 0) return []
      const facts = await launchFacts(draft.value, signer)
      return names.map((step) => ({ draft: draft.value, step, facts }))
    }),
  )
  return found.flat()
}

/** Launches that wait for who is signed in, each with what is approved in words. Needs `launch` and `SIGNING_TEXTS`. */
export async function Launches({ signer }: { readonly signer: Signer }) {
  const [t, drafts] = await Promise.all([getTranslations('approver'), listDrafts()])
  if (!drafts.ok) return <ProblemNote problem={drafts.error} />
  // A sale may be open before its energy account is.
  const open = drafts.value.data.filter(({ status }) => status !== 'abandoned').slice(0, MOST_LAUNCHES)
  const waiting = await waitingFor(
    signer,
    open.map(({ id }) => id),
  )
  if (waiting.length === 0) return <Empty title={t('noLaunches')}>{t('noLaunchesLead')}</Empty>
  return (
    <ul className="space-y-6">
      {waiting.map(({ draft, step, facts }) => (
        <li key={`${draft.id} ${step}`} className="card p-5">
          <p className="eyebrow">{draft.name}</p>
          <h3 className="mt-1 text-lg font-semibold">{t(step)}</h3>
          <p className="mt-1 max-w-prose text-muted">{t(`${step}_lead`)}</p>
          <div className="my-4">
            <What step={step} draft={draft} facts={facts} />
          </div>
          <SignStep name={step} facts={facts} label={t(step)} />
          <p className="mt-4 text-sm">
            <Link href={`/issuer/drafts/${draft.id}`} className="link">
              {t('wholeDraft')}
            </Link>
          </p>
        </li>
      ))}
    </ul>
  )
}

/** What is approved, in words and figures. */
async function What({ step, draft, facts }: Waiting): Promise<ReactNode> {
  const [t, locale] = await Promise.all([getTranslations('approver'), getLocale()])
  const { system, sale, terms, documentsHash } = draft.body as Draft['body'] & {
    readonly sale?: { readonly capStroops?: string; readonly minimumStroops?: string }
    readonly terms?: { readonly rateBps?: number }
  }
  return (
    <Facts>
      <Fact name={t('issuer')}>
        {facts.names[draft.owner] ?? ''} <Address value={draft.owner} />
      </Fact>
      <Fact name={t('system')}>
        {system?.name} {system?.capacityW && `· ${powerText(BigInt(system.capacityW), locale)}`}
      </Fact>
      {(system?.parties ?? []).map(({ name, owner, portionBps }) => (
        <Fact key={name + owner} name={name}>
          {percentText(portionBps, locale)} · {facts.names[owner] ?? ''} <Address value={owner} />
        </Fact>
      ))}
      {step === 'bind-offering' && (
        <>
          <Fact name={t('sells')}>
            {sale?.capStroops && <Amount stroops={sale.capStroops} asset={facts.bondAsset ?? ''} />}
          </Fact>
          <Fact name={t('coupon')}>{percentText(terms?.rateBps ?? 0, locale)}</Fact>
          <Fact name={t('contract')}>{facts.offeringContract && <Address value={facts.offeringContract} />}</Fact>
          <Fact name={t('statement')}>{documentsHash && <Hash value={documentsHash} />}</Fact>
        </>
      )}
    </Facts>
  )
}
