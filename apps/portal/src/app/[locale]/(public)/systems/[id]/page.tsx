import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { foundOr404 } from '../../../../../api/found.ts'
import { getDecision, getLive, getSystem, listBills } from '../../../../../api/queries.ts'
import { offeringOfSystem } from '../../../../../data/offering-of-system.ts'
import { readId, readQuery, type SearchParams } from '../../../../../data/page-params.ts'
import { EnergyView } from '../../../../../energy/energy-view.tsx'
import { periodOf } from '../../../../../energy/period.ts'
import { PeriodPicker } from '../../../../../energy/period-picker.tsx'
import { powerText } from '../../../../../format/energy.ts'
import { LivePower } from '../../../../../live/live-power.tsx'
import { BillsTable } from '../../../../../public/bills-table.tsx'
import { MetersTable } from '../../../../../public/meters-table.tsx'
import { PartiesTable } from '../../../../../public/parties-table.tsx'
import { networkNow } from '../../../../../site/network.ts'
import { Link } from '../../../../../ui/link.tsx'
import { Empty } from '../../../../../ui/notice.tsx'
import { ProblemNote } from '../../../../../ui/problem-note.tsx'
import { PageHead, Section } from '../../../../../ui/section.tsx'
import { ModelledBadge } from '../../../../../ui/state-badge.tsx'

interface Props {
  readonly params: Promise<{ id: string }>
  readonly searchParams: SearchParams
}

const BILLS_SHOWN = 8

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const system = await getSystem(readId((await params).id))
  return { title: system.ok ? system.value.name : undefined }
}

/** A solar system, live: what it makes, who uses it and whose it is, what was billed, and the meters behind it all. */
export default async function SystemPage({ params, searchParams }: Props) {
  const id = readId((await params).id)
  const [t, locale, query, now, system] = await Promise.all([
    getTranslations('system'),
    getLocale(),
    readQuery(searchParams, 'unit', 'at', 'from', 'to'),
    networkNow(),
    getSystem(id).then(foundOr404),
  ])
  if (!system.ok) return <ProblemPage problem={<ProblemNote problem={system.error} />} title={t('eyebrow', { id })} />
  const [live, decision, bills, offering] = await Promise.all([
    getLive(id),
    getDecision(id),
    listBills(id, undefined, undefined, BILLS_SHOWN),
    offeringOfSystem(id),
  ])
  const { name, capacityW, modelled, parties, meters } = system.value
  const asset = offering?.settlementAsset
  const period = periodOf(query, now)
  const makers = live.ok ? live.value.meters.filter(({ kind }) => kind !== 'load') : []
  return (
    <>
      <PageHead
        eyebrow={t('eyebrow', { id })}
        title={name}
        lead={t('lead', { capacity: powerText(BigInt(capacityW), locale) })}
        badges={modelled && <ModelledBadge />}
        actions={
          offering && (
            <Link href={`/offerings/${offering.id}`} className="link">
              {t('offering')}
            </Link>
          )
        }
      />
      <section aria-labelledby="live-title" className="mt-6 card p-6">
        <h2 id="live-title" className="eyebrow">
          {t('live')}
        </h2>
        {!live.ok ? (
          <ProblemNote problem={live.error} />
        ) : makers.every(({ at }) => at === null) ? (
          <p className="mt-1 text-muted">{t('noReading')}</p>
        ) : (
          <p className="mt-1">
            <LivePower
              systemId={id}
              meters={makers.map(({ meter, powerW, at }) => ({ meter, powerW, at }))}
              updated={t('readingOf')}
            />
          </p>
        )}
      </section>

      <Section id="energy" title={t('energy')}>
        <div className="space-y-5">
          <PeriodPicker period={period} path={`/systems/${id}`} />
          <EnergyView systemId={id} period={period} />
        </div>
      </Section>

      <Section id="users" title={t('users')} lead={t('usersLead')}>
        <PartiesTable
          systemId={id}
          parties={parties}
          decision={decision.ok ? decision.value : undefined}
          asset={asset}
        />
      </Section>

      <Section
        id="bills"
        title={t('bills')}
        lead={t('billsLead')}
        aside={
          <Link href={`/systems/${id}/bills`} className="link">
            {t('allBills')}
          </Link>
        }
      >
        {!bills.ok ? (
          <ProblemNote problem={bills.error} />
        ) : bills.value.data.length === 0 ? (
          <Empty title={t('noBills')}>{t('noBillsLead')}</Empty>
        ) : (
          <BillsTable
            systemId={id}
            bills={bills.value.data}
            asset={asset ?? ''}
            now={now}
            csv={`/v1/systems/${id}/bills?format=csv&order=desc`}
          />
        )}
      </Section>

      <Section
        id="meters"
        title={t('meters')}
        lead={t('metersLead')}
        aside={
          <span className="flex flex-wrap gap-4 text-sm">
            <a href={`/api/v1/systems/${id}/readings?format=csv`} className="link" download>
              {t('readingsCsv')}
            </a>
            <a href={`/api/v1/systems/${id}/statements?format=csv`} className="link" download>
              {t('statementsCsv')}
            </a>
          </span>
        }
      >
        <MetersTable meters={meters} parties={parties} />
      </Section>
    </>
  )
}

const ProblemPage = ({ title, problem }: { readonly title: string; readonly problem: React.ReactNode }) => (
  <>
    <PageHead title={title} />
    <div className="mt-6">{problem}</div>
  </>
)
