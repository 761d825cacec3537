import { headers } from 'next/headers'
import { getTranslations } from 'next-intl/server'

export default async function Home() {
  const t = await getTranslations('site')
  await headers()
  return <h1>{t('tagline')}</h1>
}
