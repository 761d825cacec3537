import { getTranslations } from 'next-intl/server'
import { durationIn } from '../format/duration.ts'

/** How long ago something was, in the unit that reads best. */
export async function Ago({ seconds }: { readonly seconds: string }) {
  const t = await getTranslations('operator')
  const { unit, count } = durationIn(seconds)
  return unit === 'hours' && count === 0
    ? t('minutesAgo', { count: Number(BigInt(seconds) / 60n) })
    : t(`${unit}Ago`, { count })
}
