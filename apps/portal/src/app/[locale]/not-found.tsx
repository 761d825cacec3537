import { getTranslations } from 'next-intl/server'
import { buttonClass } from '../../ui/button.tsx'
import { Link } from '../../ui/link.tsx'
import { PageHead } from '../../ui/section.tsx'

export default async function NotFound() {
  const t = await getTranslations('problem')
  return (
    <>
      <PageHead eyebrow="404" title={t('notFoundTitle')} lead={t('notFoundLead')} />
      <p className="mt-6">
        <Link href="/offerings" className={buttonClass()}>
          {t('toOfferings')}
        </Link>
      </p>
    </>
  )
}
