import { getTranslations } from 'next-intl/server'
import { Badge, type Tone } from '../ui/badge.tsx'
import { Link } from '../ui/link.tsx'
import { PageHead } from '../ui/section.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { FORM_PARTS, type FormPart, partOf } from './form.ts'
import type { Draft, DraftStatus } from './types.ts'

export const DRAFT_TONES: Readonly<Record<DraftStatus, Tone>> = {
  draft: 'neutral',
  launching: 'sun',
  launched: 'good',
  abandoned: 'neutral',
}

/** The head of a draft: its name, where it stands, and the way to its parts. */
export async function DraftHead({ draft, at }: { readonly draft: Draft; readonly at: FormPart | 'launch' }) {
  const [t, words] = await Promise.all([getTranslations('issuer'), getTranslations('draft')])
  const open = (part: FormPart) => draft.problems.filter(({ path }) => partOf(path) === part).length
  const path = `/issuer/drafts/${draft.id}`
  return (
    <>
      <PageHead
        eyebrow={
          <Link href="/issuer" className="link">
            {t('area')}
          </Link>
        }
        title={draft.name === '' ? t('unnamed', { id: draft.id }) : draft.name}
        badges={<Badge tone={DRAFT_TONES[draft.status]}>{t(`status_${draft.status}`)}</Badge>}
      />
      <Tabs
        label={t('parts')}
        tabs={[
          ...FORM_PARTS.map((part) => ({
            href: `${path}?part=${part}`,
            title: open(part) === 0 ? words(part) : `${words(part)} (${open(part)})`,
            here: part === at,
          })),
          { href: `${path}/launch`, title: t('launch'), here: at === 'launch' },
        ]}
      />
    </>
  )
}
