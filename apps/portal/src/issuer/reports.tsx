import { getLocale, getTranslations } from 'next-intl/server'
import type { ApiResult } from '../api/client.ts'
import { callApi } from '../api/client.ts'
import type { Page } from '../api/types.ts'
import { codedText } from '../i18n/coded.ts'
import { loadMessages } from '../i18n/messages.ts'
import { callAsSignedIn } from '../session/session.ts'
import { networkNow } from '../site/network.ts'
import { Amount } from '../ui/amount.tsx'
import { Badge } from '../ui/badge.tsx'
import { Energy } from '../ui/energy.tsx'
import { TxHash } from '../ui/identifier.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Fact, Facts } from '../ui/stat.tsx'
import { DataTable } from '../ui/table.tsx'
import { Time } from '../ui/time.tsx'

interface ImpactReport {
  readonly year: number
  readonly generatedWh: string
  readonly exportedWh: string
  readonly certificates: { readonly recMwh: string; readonly carbonMwh: string; readonly retainedMwh: string }
  readonly emissions: { readonly avoidedGramsCo2e: string; readonly netGramsCo2e: string } | null
  readonly proceeds: {
    readonly settlementAsset: string
    readonly raisedStroops: string
    readonly unallocatedStroops: string
  } | null
  readonly method: readonly string[]
}

interface EventNotice {
  readonly number: number
  readonly category: string
  readonly at: string
  readonly dueAt: string
  readonly overdue: boolean
  /** What happened; stable. */
  readonly reason: string
  /** What the sentence about it names. */
  readonly params: Readonly<Record<string, unknown>>
  /** The draft, in the language in which it is filed. */
  readonly text: string
  readonly txHash: string
}

const GRAMS_IN_KILOGRAM = 1_000n

/** The yearly impact of an offering's system, and drafts of the notices that the law asks for. */
export async function Reports({
  offering,
  system,
  settlementAsset,
}: {
  readonly offering: number
  readonly system: number
  readonly settlementAsset: string
}) {
  const year = (await networkNow()).getUTCFullYear()
  const [t, impact, notices] = await Promise.all([
    getTranslations('issuer'),
    callApi<ImpactReport>('/v1/reports/impact', { query: { system, year } }),
    callAsSignedIn<Page<EventNotice>>('/v1/reports/event-notices', { query: { offering, order: 'desc' } }),
  ])
  return (
    <div className="space-y-8">
      <div>
        <h3 className="text-lg font-semibold">{t('impact', { year })}</h3>
        <p className="mt-1 mb-3 max-w-prose text-muted">{t('impactLead')}</p>
        <Impact impact={impact} href={`/api/v1/reports/impact?system=${system}&year=${year}`} />
      </div>
      <div>
        <h3 className="text-lg font-semibold">{t('notices')}</h3>
        <p className="mt-1 mb-3 max-w-prose text-muted">{t('noticesLead')}</p>
        <Notices notices={notices} offering={offering} settlementAsset={settlementAsset} />
      </div>
    </div>
  )
}

async function Impact({ impact, href }: { readonly impact: ApiResult<ImpactReport>; readonly href: string }) {
  const t = await getTranslations('issuer')
  if (!impact.ok) return <ProblemNote problem={impact.error} />
  const { generatedWh, exportedWh, certificates, emissions, proceeds, method } = impact.value
  const kilograms = (grams: string) => t('kilograms', { count: String(BigInt(grams) / GRAMS_IN_KILOGRAM) })
  return (
    <div className="card px-5 py-2">
      <Facts>
        <Fact name={t('impactGenerated')}>
          <Energy wh={generatedWh} />
        </Fact>
        <Fact name={t('impactExported')}>
          <Energy wh={exportedWh} />
        </Fact>
        <Fact name={t('impactCertificates')}>
          {t('impactMwh', { rec: certificates.recMwh, carbon: certificates.carbonMwh, kept: certificates.retainedMwh })}
        </Fact>
        <Fact
          name={t('impactNet')}
          note={emissions && t('impactAvoided', { amount: kilograms(emissions.avoidedGramsCo2e) })}
        >
          {emissions === null ? t('impactUnknown') : kilograms(emissions.netGramsCo2e)}
        </Fact>
        {proceeds && (
          <Fact name={t('impactProceeds')} note={t('impactUnallocated')}>
            <Amount stroops={proceeds.raisedStroops} asset={proceeds.settlementAsset} /> ·{' '}
            <Amount stroops={proceeds.unallocatedStroops} asset={proceeds.settlementAsset} />
          </Fact>
        )}
      </Facts>
      <details className="py-3 text-sm">
        <summary className="link inline-block min-h-6 cursor-pointer">{t('impactMethod')}</summary>
        <ul className="mt-2 list-disc space-y-1 pl-5 text-muted">
          {method.map((line, index) => (
            <li key={line}>{t(`impactMethod_${index}` as 'impactMethod_0')}</li>
          ))}
        </ul>
        <p className="mt-2">
          <a href={href} className="link">
            JSON
          </a>
        </p>
      </details>
    </div>
  )
}

async function Notices({
  notices,
  offering,
  settlementAsset,
}: {
  readonly notices: ApiResult<Page<EventNotice>>
  readonly offering: number
  readonly settlementAsset: string
}) {
  const [t, locale] = await Promise.all([getTranslations('issuer'), getLocale()])
  const { eventNotice: texts } = await loadMessages(locale)
  const words = ({ reason, params }: EventNotice) =>
    codedText(texts[reason as keyof typeof texts], params, locale, settlementAsset)
  if (!notices.ok) return <ProblemNote problem={notices.error} />
  if (notices.value.data.length === 0) return <p className="text-muted">{t('noNotices')}</p>
  return (
    <DataTable
      id="notices-table"
      caption={t('notices')}
      hideCaption
      dense
      rows={notices.value.data}
      keyOf={({ txHash, number, category }) => `${txHash} ${number} ${category}`}
      csv={`/v1/reports/event-notices?offering=${offering}&format=csv&order=desc`}
      columns={[
        {
          id: 'what',
          title: t('noticeWhat'),
          header: true,
          cell: (notice) => {
            const category = texts[`category_${notice.number}` as 'category_1']
            return (
              <span className="block max-w-96">
                <span lang={category === undefined ? 'en' : undefined}>{category ?? notice.category}</span>
                <span className="mt-1 block font-normal">{words(notice)}</span>
              </span>
            )
          },
        },
        { id: 'at', title: t('noticeAt'), cell: ({ at }) => <Time at={at} /> },
        {
          id: 'due',
          title: t('noticeDue'),
          cell: ({ dueAt, overdue }) => (
            <>
              <Time at={dueAt} style="day" /> {overdue && <Badge tone="bad">{t('noticeOverdue')}</Badge>}
            </>
          ),
        },
        {
          id: 'text',
          title: t('noticeText'),
          cell: ({ text }) => (
            <details className="max-w-96">
              <summary className="link inline-block min-h-6 cursor-pointer">{t('noticeShow')}</summary>
              <p className="mt-1 whitespace-pre-wrap" lang="en">
                {text}
              </p>
            </details>
          ),
        },
        { id: 'tx', title: t('noticeTx'), cell: ({ txHash }) => <TxHash value={txHash} /> },
      ]}
    />
  )
}
