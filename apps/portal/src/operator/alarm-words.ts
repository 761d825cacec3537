import { codedText } from '../i18n/coded.ts'
import type { Messages } from '../i18n/messages.ts'
import type { Locale } from '../i18n/routing.ts'
import type { Alarm } from './types.ts'

/** Which of the texts of its kind fits an alarm: some kinds have two. */
export function alarmText({ kind, detail }: Pick<Alarm, 'kind' | 'detail'>): string {
  const name = kind.replaceAll('.', '_')
  if (kind === 'wallet.unsafe' && detail.tooPowerful === true) return `${name}_power`
  if (kind === 'wallet.allowance' && detail.byUser === true) return `${name}_user`
  if (kind === 'tariff.waiting' && detail.alone === true) return `${name}_alone`
  if (kind === 'payment.orphan' && detail.sentBack === true) return `${name}_back`
  return name
}

/** What an alarm says, in the reader's language; null where only the API has words for it. Fees are lumens, all other amounts the stablecoin. */
export function alarmWords(
  alarm: Pick<Alarm, 'kind' | 'detail'>,
  texts: Messages['alarm'],
  locale: Locale,
  settlementAsset: string,
): string | null {
  const asset = alarm.kind.startsWith('fees.') ? 'native' : settlementAsset
  return codedText(texts[alarmText(alarm) as keyof typeof texts], alarm.detail, locale, asset)
}
