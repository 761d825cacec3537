import type { getTranslations } from 'next-intl/server'

type Texts = Awaited<ReturnType<typeof getTranslations<'works'>>>

const [DAY, HOUR] = [86_400n, 3_600n]

/** A length of time in whole days, or in hours below a day. */
export function lengthText(seconds: string, t: Texts): string {
  const value = BigInt(seconds)
  return value >= DAY ? t('days', { count: Number(value / DAY) }) : t('hours', { count: Number(value / HOUR) })
}
