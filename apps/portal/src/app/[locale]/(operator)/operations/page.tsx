import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ClientTexts } from '../../../../i18n/client-texts.tsx'
import { RefreshOn } from '../../../../live/refresh-on.tsx'
import { Ago } from '../../../../operator/ago.tsx'
import { alarmColumns } from '../../../../operator/alarm-columns.tsx'
import { OperatorHead } from '../../../../operator/head.tsx'
import { settlementAsset } from '../../../../operator/money.ts'
import { getOverview, listAlarms } from '../../../../operator/queries.ts'
import { SearchForm } from '../../../../operator/search-form.tsx'
import type { Overview } from '../../../../operator/types.ts'
import { orSignIn, requireAddress } from '../../../../session/require.ts'
import { ACT_TEXTS } from '../../../../ui/act-texts.ts'
import { Amount } from '../../../../ui/amount.tsx'
import { classes } from '../../../../ui/classes.ts'
import { Link } from '../../../../ui/link.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { ProblemNote } from '../../../../ui/problem-note.tsx'
import { Section } from '../../../../ui/section.tsx'
import { Stat, Stats } from '../../../../ui/stat.tsx'
import { DataTable } from '../../../../ui/table.tsx'
import { Time } from '../../../../ui/time.tsx'

const PATH = '/operations'
const ALARMS_SHOWN = 10

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('operator')
  return { title: t('area'), robots: { index: false } }
}

/** What needs somebody now, and how everything stands. */
export default async function OverviewPage() {
  await requireAddress(PATH)
  const overview = await getOverview().then((answer) => orSignIn(answer, PATH))
  return (
    <ClientTexts of={ACT_TEXTS}>
      <RefreshOn events={['payment', 'collection', 'redemption', 'transaction', 'alarm', 'bill']} />
      <OperatorHead at="overview" />
      <SearchForm q="" />
      {overview.ok ? (
        <>
          <Alarms />
          <Figures overview={overview.value} />
        </>
      ) : (
        <div className="mt-6">
          <ProblemNote problem={overview.error} />
        </div>
      )}
    </ClientTexts>
  )
}

async function Alarms() {
  const [t, alarms, columns] = await Promise.all([
    getTranslations('operator'),
    listAlarms({ open: true, limit: ALARMS_SHOWN, order: 'desc' }),
    alarmColumns(),
  ])
  if (!alarms.ok) return null
  return (
    <Section
      id="alarms"
      title={t('openAlarms')}
      aside={
        <Link href={`${PATH}/alarms`} className="link">
          {t('allAlarms')}
        </Link>
      }
      className="mt-8"
    >
      {alarms.value.data.length === 0 ? (
        <Notice tone="good">{t('noAlarms')}</Notice>
      ) : (
        <DataTable
          id="open-alarms"
          caption={t('openAlarms')}
          hideCaption
          dense
          rows={alarms.value.data}
          keyOf={({ id }) => id}
          columns={columns}
        />
      )}
    </Section>
  )
}

/** A figure that leads to its list; one that wants somebody stands out. */
function count(value: number, href: string, isBad = value > 0): ReactNode {
  return (
    <Link href={href} className={classes('link', isBad && 'text-bad')}>
      {value}
    </Link>
  )
}

async function Figures({ overview }: { readonly overview: Overview }) {
  const [t, asset] = await Promise.all([getTranslations('operator'), settlementAsset()])
  const { queue, channels, meters, bills, parties, wallets, reconciliation, index, orphans, jobsFailing } = overview
  return (
    <>
      <Section id="payments" title={t('group_payments')}>
        <Stats className="grid-cols-2 lg:grid-cols-4">
          <Stat
            name={t('givenUp')}
            value={count(queue.givenUp, `${PATH}/transactions?status=dead`)}
            note={t('givenUpNote')}
          />
          <Stat
            name={t('pending')}
            value={count(queue.open, `${PATH}/transactions?status=pending`, false)}
            note={
              queue.oldestSeconds === null ? (
                t('pendingNote')
              ) : (
                <>
                  {t('oldest')} <Ago seconds={queue.oldestSeconds} />
                </>
              )
            }
          />
          <Stat
            name={t('channels')}
            value={count(channels.free, `${PATH}/channels`, channels.free === 0)}
            note={t('channelsNote', { lent: channels.lent })}
          />
          <Stat
            name={t('lowWallets')}
            value={count(wallets.low, `${PATH}/wallets?low=true`)}
            note={t('lowWalletsNote', { armed: wallets.armed })}
          />
          <Stat
            name={t('overdue')}
            value={count(bills.overdue, `${PATH}/ladder`)}
            note={t('overdueNote', { unpaid: bills.unpaid })}
          />
          <Stat name={t('openBills')} value={<Amount stroops={bills.unpaidStroops} asset={asset} />} />
          <Stat
            name={t('behind')}
            value={count(parties.grace + parties.breach + parties.default, `${PATH}/ladder?state=Breach`)}
            note={t('behindNote', { grace: parties.grace, breach: parties.breach, broken: parties.default })}
          />
          <Stat name={t('orphans')} value={count(orphans, `${PATH}/orphans`)} note={t('orphansNote')} />
        </Stats>
      </Section>
      <Section id="meters" title={t('group_meters')}>
        <Stats className="grid-cols-2 lg:grid-cols-4">
          <Stat name={t('registered')} value={count(meters.registered, `${PATH}/devices`, false)} />
          <Stat name={t('silentMeters')} value={count(meters.silent, `${PATH}/devices`)} note={t('silentNote')} />
          <Stat
            name={t('quarantine')}
            value={count(meters.quarantined, `${PATH}/quarantine?released=false`)}
            note={t('quarantineNote')}
          />
          <Stat
            name={t('indexLag')}
            value={index.lagSeconds === null ? '—' : t('seconds', { count: Number(index.lagSeconds) })}
            note={t('indexLagNote')}
          />
        </Stats>
      </Section>
      <Section id="books" title={t('group_books')}>
        <Stats className="grid-cols-2 lg:grid-cols-4">
          <Stat
            name={t('offeringsOff')}
            value={count(reconciliation.offeringsOff, `${PATH}/reconciliation?off=true`)}
            note={t('offeringsOffNote')}
          />
          <Stat name={t('difference')} value={<Amount stroops={reconciliation.differenceStroops} asset={asset} />} />
          <Stat
            name={t('lastComparison')}
            value={reconciliation.lastAt === null ? '—' : <Time at={reconciliation.lastAt} style="day" />}
            note={reconciliation.lastAt !== null && <Time at={reconciliation.lastAt} style="clock" />}
          />
          <Stat
            name={t('jobsFailing')}
            value={<span className={jobsFailing > 0 ? 'text-bad' : ''}>{jobsFailing}</span>}
            note={t('jobsFailingNote')}
          />
        </Stats>
      </Section>
    </>
  )
}
