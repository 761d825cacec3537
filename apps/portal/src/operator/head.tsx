import { getTranslations } from 'next-intl/server'
import { PageHead } from '../ui/section.tsx'
import { type OperatorTab, OperatorTabs } from './tabs.tsx'

/** The head of an operator's page: what it is about, and the way to the others. */
export async function OperatorHead({ at }: { readonly at: OperatorTab }) {
  const t = await getTranslations('operator')
  return (
    <>
      <PageHead eyebrow={t('area')} title={t(at)} lead={t(`${at}Lead`)} />
      <OperatorTabs at={at} />
    </>
  )
}
