import { getLocale, getTranslations } from 'next-intl/server'
import { ActButton } from '../ui/act-button.tsx'

/** Gives a draft up, after a second thought. Needs `ACT_TEXTS`. */
export async function AbandonDraft({ id }: { readonly id: number }) {
  const [t, locale] = await Promise.all([getTranslations('issuer'), getLocale()])
  return (
    <details>
      <summary className="link inline-block min-h-6 cursor-pointer text-sm">{t('abandon')}</summary>
      <p className="mt-2 mb-3 text-sm text-muted">{t('abandonLead')}</p>
      <ActButton
        path={`/v1/drafts/${id}`}
        method="DELETE"
        label={t('abandonSure')}
        look="danger"
        next={`/${locale}/issuer`}
      />
    </details>
  )
}
