import { hasLocale } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { plainAmount } from '../../../../format/amount.ts'
import { timeText } from '../../../../format/time.ts'
import { routing } from '../../../../i18n/routing.ts'
import { HISTORY_KINDS } from '../../../../investor/history-table.tsx'
import { offeringNames } from '../../../../investor/names.ts'
import { getStatement } from '../../../../investor/queries.ts'
import { spanOf } from '../../../../investor/span.ts'
import { PdfDocument } from '../../../../pdf/document.ts'
import { pdfResponse } from '../../../../pdf/response.ts'
import { problemOf } from '../../../../session/forward.ts'

/** The statement of account of who is signed in, as a file: `?from=2026-01-01&to=2026-12-31&locale=es`. */
export async function GET(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams
  const asked = query.get('locale')
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale
  const span = spanOf({ from: query.get('from') ?? undefined, to: query.get('to') ?? undefined })
  const [t, site, names, statement] = await Promise.all([
    getTranslations({ locale, namespace: 'portfolio' }),
    getTranslations({ locale, namespace: 'site' }),
    offeringNames(),
    getStatement(span.from, span.to),
  ])
  if (!statement.ok) return problemOf(statement.error)
  const { address, from, to, offerings } = statement.value
  const day = (moment: string) => timeText(moment, 'day', locale)
  const document = new PdfDocument(`${site('name')} ${t('statement')}`)
    .line(`${site('name')} · ${t('statement')}`, { size: 18, bold: true })
    .line(address, { size: 9 })
    .line(`${from === null ? '…' : day(from)} – ${day(to)}`)
    .line(t('statementLead'), { size: 9 })
  for (const offering of offerings) {
    const { offeringId, name, settlementAsset, lines } = offering
    const bond = names.get(offeringId)?.bondAsset ?? name
    const money = (stroops: string) => plainAmount(stroops, settlementAsset, locale)
    document
      .space(14)
      .line(name, { size: 13, bold: true })
      .pair(t('opening'), plainAmount(offering.openingBondStroops, bond, locale))
      .pair(t('closing'), plainAmount(offering.closingBondStroops, bond, locale), { bold: true })
      .pair(t('invested'), money(offering.investedStroops))
      .pair(t('proceeds'), money(offering.proceedsStroops))
      .pair(t('couponsReceived'), money(offering.couponsStroops))
      .pair(t('principalReceived'), money(offering.redeemedStroops))
      .pair(t('realized'), offering.realizedGainStroops === null ? '—' : money(offering.realizedGainStroops))
      .space(6)
    if (lines.length === 0) continue
    document.table(
      [
        { title: t('time'), share: 0.22 },
        { title: t('kind'), share: 0.18 },
        { title: t('bonds'), share: 0.2, right: true },
        { title: t('money'), share: 0.22, right: true },
        { title: t('transaction'), share: 0.18, right: true },
      ],
      lines.map(({ at, kind, coupon, bondStroops, moneyAsset, moneyStroops, txHash }) => {
        const known = HISTORY_KINDS.find((one) => one === kind)
        return [
          timeText(at, 'minute', locale),
          known === undefined ? kind : t(`kind${known}`, { number: coupon ?? '' }),
          bondStroops === '0' ? '' : plainAmount(bondStroops, bond, locale),
          moneyAsset === null ? '' : plainAmount(moneyStroops, moneyAsset, locale),
          txHash.slice(0, 16),
        ]
      }),
    )
  }
  return pdfResponse(document, `heliobond-${to.slice(0, 10)}.pdf`)
}
