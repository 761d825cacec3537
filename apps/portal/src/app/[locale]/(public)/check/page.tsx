import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Link } from '../../../../ui/link.tsx'
import { PageHead } from '../../../../ui/section.tsx'

const CHECKS = ['coupon', 'bill', 'certificate'] as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('check')
  return { title: t('title'), description: t('lead') }
}

/** What can be recomputed by anybody. */
export default async function CheckPage() {
  const t = await getTranslations('check')
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <ul className="mt-8 grid gap-5 md:grid-cols-3">
        {CHECKS.map((name) => (
          <li key={name} className="relative card p-6 hover:border-line-strong">
            <h2 className="text-lg font-semibold">
              <Link href={`/check/${name}`} className="text-ink no-underline after:absolute after:inset-0">
                {t(`${name}Title`)}
              </Link>
            </h2>
            <p className="mt-1 text-muted">{t(`${name}Lead`)}</p>
          </li>
        ))}
      </ul>
    </>
  )
}
