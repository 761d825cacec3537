import { hasLocale } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { plainAmount } from '../../../../format/amount.ts'
import { timeText } from '../../../../format/time.ts'
import { routing } from '../../../../i18n/routing.ts'
import { offeringNames } from '../../../../investor/names.ts'
import { getPortfolio, listLots } from '../../../../investor/queries.ts'
import { PdfDocument } from '../../../../pdf/document.ts'
import { pdfResponse } from '../../../../pdf/response.ts'
import { problemOf } from '../../../../session/forward.ts'

/** More than any tax year of one person should have; what is beyond is in the CSV. */
const MOST_LOTS = 500

/** The tax lots of who is signed in, as a file: `?locale=es&offering=1`. */
export async function GET(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams
  const asked = query.get('locale')
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale
  const [t, site, names, portfolio, lots] = await Promise.all([
    getTranslations({ locale, namespace: 'portfolio' }),
    getTranslations({ locale, namespace: 'site' }),
    offeringNames(),
    getPortfolio(),
    listLots(query.get('offering') ?? undefined, undefined, MOST_LOTS),
  ])
  if (!lots.ok) return problemOf(lots.error)
  if (!portfolio.ok) return problemOf(portfolio.error)
  const { address, at, holdings } = portfolio.value
  const assetOf = (id: number) => holdings.find(({ offeringId }) => offeringId === id)?.settlementAsset ?? 'USDC'
  const day = (moment: string) => timeText(moment, 'day', locale)
  const document = new PdfDocument(`${site('name')} ${t('lots')}`)
    .line(`${site('name')} · ${t('lots')}`, { size: 18, bold: true })
    .line(address, { size: 9 })
    .line(timeText(at, 'minute', locale))
    .space(6)
    .line(t('lotsLead'), { size: 8 })
    .space(6)
    .table(
      [
        { title: t('offering'), share: 0.22 },
        { title: t('acquired'), share: 0.12 },
        { title: t('disposed'), share: 0.12 },
        { title: t('bonds'), share: 0.16, right: true },
        { title: t('cost'), share: 0.13, right: true },
        { title: t('proceeds'), share: 0.13, right: true },
        { title: t('gain'), share: 0.12, right: true },
      ],
      lots.value.data.map((lot) => {
        const money = (stroops: string | null) =>
          stroops === null ? '—' : plainAmount(stroops, assetOf(lot.offeringId), locale)
        return [
          names.get(lot.offeringId)?.name ?? String(lot.offeringId),
          day(lot.acquiredAt),
          lot.disposedAt === null ? t('held') : day(lot.disposedAt),
          plainAmount(lot.bondStroops, names.get(lot.offeringId)?.bondAsset ?? '', locale),
          money(lot.costStroops),
          money(lot.proceedsStroops),
          money(lot.gainStroops),
        ]
      }),
      7,
    )
  return pdfResponse(document, `heliobond-${t('lots').toLowerCase().replaceAll(' ', '-')}-${at.slice(0, 10)}.pdf`)
}
