import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { foundOr404 } from '../../../../../../api/found.ts'
import { readId, readQuery, type SearchParams } from '../../../../../../data/page-params.ts'
import { assetCode } from '../../../../../../format/amount.ts'
import { ClientTexts } from '../../../../../../i18n/client-texts.tsx'
import { loadMessages } from '../../../../../../i18n/messages.ts'
import { AbandonDraft } from '../../../../../../issuer/abandon-draft.tsx'
import { DraftForm } from '../../../../../../issuer/draft-form.tsx'
import { DraftHead } from '../../../../../../issuer/draft-head.tsx'
import { FORM_PARTS } from '../../../../../../issuer/form.ts'
import { moneyOf } from '../../../../../../issuer/money.ts'
import { rehearsalPeople } from '../../../../../../issuer/people.ts'
import { Preview } from '../../../../../../issuer/preview.tsx'
import { problemsIn } from '../../../../../../issuer/problem-words.ts'
import { Problems } from '../../../../../../issuer/problems.tsx'
import { getDraft } from '../../../../../../issuer/queries.ts'
import { orSignIn, requireAddress } from '../../../../../../session/require.ts'
import { buttonClass } from '../../../../../../ui/button.tsx'
import { Link } from '../../../../../../ui/link.tsx'
import { Notice } from '../../../../../../ui/notice.tsx'
import { ProblemNote } from '../../../../../../ui/problem-note.tsx'
import { PageHead } from '../../../../../../ui/section.tsx'

interface Props {
  readonly params: Promise<{ id: string }>
  readonly searchParams: SearchParams
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('issuer')
  return { title: t('draft', { id: readId((await params).id) }), robots: { index: false } }
}

/** A draft as it is written: one part of its form, what is in the way, and what it comes to. */
export default async function DraftPage({ params, searchParams }: Props) {
  const id = readId((await params).id)
  const path = `/issuer/drafts/${id}`
  const address = await requireAddress(path)
  const query = await readQuery(searchParams, 'part')
  const part = FORM_PARTS.find((one) => one === query.part) ?? 'basics'
  const [t, draft, people] = await Promise.all([
    getTranslations('issuer'),
    getDraft(id)
      .then((answer) => orSignIn(answer, path))
      .then(foundOr404),
    rehearsalPeople(),
  ])
  if (!draft.ok) {
    return (
      <>
        <PageHead title={t('draft', { id })} />
        <div className="mt-6">
          <ProblemNote problem={draft.error} />
        </div>
      </>
    )
  }
  const { body, status, version, owner, preview } = draft.value
  const [money, locale] = await Promise.all([moneyOf(body), getLocale()])
  const problems = problemsIn(draft.value.problems, (await loadMessages(locale)).draftRule, locale, money)
  const mayChange = status === 'draft' && owner === address
  return (
    <ClientTexts of={['draft', 'act', 'problem', 'refusal']}>
      <DraftHead draft={draft.value} at={part} />
      <div className="mt-8 grid items-start gap-8 lg:grid-cols-[1fr_20rem]">
        <div className="min-w-0">
          {mayChange ? (
            <DraftForm
              draft={{ id, version, body }}
              part={part}
              problems={problems}
              money={assetCode(money)}
              people={people}
            />
          ) : (
            <Notice>{t(status === 'draft' ? 'notYours' : 'fixed')}</Notice>
          )}
        </div>
        <aside aria-label={t('readiness')} className="space-y-4">
          {status === 'draft' && <Problems draftId={id} problems={problems} />}
          {problems.length === 0 && (
            <Link href={`${path}/launch`} className={buttonClass()}>
              {t('toLaunch')}
            </Link>
          )}
          {mayChange && <AbandonDraft id={id} />}
        </aside>
      </div>
      {preview && <Preview preview={preview} money={money} bonds={body.bondCode ?? ''} />}
    </ClientTexts>
  )
}
