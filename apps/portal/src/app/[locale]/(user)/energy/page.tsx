import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { orSignIn, requireAddress } from '../../../../session/require.ts'
import { getMe } from '../../../../session/session.ts'
import { buttonClass } from '../../../../ui/button.tsx'
import { Link } from '../../../../ui/link.tsx'
import { Empty } from '../../../../ui/notice.tsx'
import { ProblemNote } from '../../../../ui/problem-note.tsx'
import { PageHead } from '../../../../ui/section.tsx'

const PATH = '/energy'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('user')
  return { title: t('title') }
}

/** Whoever looks after one party comes to it at once; whoever looks after several chooses. */
export default async function EnergyPage() {
  await requireAddress(PATH)
  const [t, locale, me] = await Promise.all([getTranslations('user'), getLocale(), getMe()])
  const known = me && (await orSignIn(me, PATH))
  if (!known?.ok) {
    return (
      <>
        <PageHead title={t('title')} />
        <div className="mt-6">{known && <ProblemNote problem={known.error} />}</div>
      </>
    )
  }
  const { parties } = known.value
  const [only] = parties
  if (only && parties.length === 1) redirect(`/${locale}/energy/${only.systemId}/${only.partyIndex}`)
  return (
    <>
      <PageHead title={t('title')} lead={parties.length > 0 ? t('lead') : undefined} />
      <div className="mt-6">
        {parties.length === 0 ? (
          <Empty title={t('none')}>{t('noneLead')}</Empty>
        ) : (
          <ul className="flex flex-wrap gap-3">
            {parties.map(({ systemId, partyIndex, name }) => (
              <li key={`${systemId}/${partyIndex}`}>
                <Link href={`/energy/${systemId}/${partyIndex}`} className={buttonClass('secondary')}>
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  )
}
