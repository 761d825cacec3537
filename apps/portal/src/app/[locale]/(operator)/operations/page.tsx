import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { listOfferings } from '../../../../api/queries.ts'
import { RefreshOn } from '../../../../live/refresh-on.tsx'
import { OperatorHead } from '../../../../operator/head.tsx'
import { meterState } from '../../../../operator/meter-state.ts'
import { listMeterHealth, listQuarantine, listQueue, systemNames } from '../../../../operator/queries.ts'
import { Standings } from '../../../../operator/standings.tsx'
import { orSignIn, requireAddress } from '../../../../session/require.ts'
import { Link } from '../../../../ui/link.tsx'
import { ProblemNote } from '../../../../ui/problem-note.tsx'
import { Section } from '../../../../ui/section.tsx'
import { Stat, Stats } from '../../../../ui/stat.tsx'

const PATH = '/operations'
/** As many as one page of the API holds: more are told as "or more". */
const MOST = 500

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('operator')
  return { title: t('area'), robots: { index: false } }
}

/** What needs somebody now, and how everything stands. */
export default async function OverviewPage() {
  await requireAddress(PATH)
  const [t, dead, failed, pending, meters, quarantine, systems, offerings] = await Promise.all([
    getTranslations('operator'),
    listQueue({ status: 'dead', limit: MOST }).then((answer) => orSignIn(answer, PATH)),
    listQueue({ status: 'failed', limit: MOST }),
    listQueue({ status: 'pending', limit: MOST }),
    listMeterHealth({ limit: MOST }),
    listQuarantine({ released: false, limit: MOST }),
    systemNames(),
    listOfferings(),
  ])
  const problem = [dead, failed, pending, meters, quarantine].find((answer) => !answer.ok)
  if (problem && !problem.ok) {
    return (
      <>
        <OperatorHead at="overview" />
        <div className="mt-6">
          <ProblemNote problem={problem.error} />
        </div>
      </>
    )
  }
  const rows = <Row,>(answer: { ok: boolean; value?: { data: readonly Row[] } }) => answer.value?.data ?? []
  const silent = rows(meters).filter((meter) => ['silent', 'neverSpoke'].includes(meterState(meter)))
  const count = (number: number, href: string) => (
    <Link href={href} className="link">
      {number >= MOST ? t('orMore', { count: MOST }) : number}
    </Link>
  )
  const [offering] = offerings.ok ? offerings.value.data : []
  return (
    <>
      <RefreshOn events={['payment', 'collection', 'redemption', 'transaction', 'alarm']} />
      <OperatorHead at="overview" />
      <Stats className="mt-6 grid-cols-2 lg:grid-cols-4">
        <Stat
          name={t('givenUp')}
          value={count(rows(dead).length + rows(failed).length, `${PATH}/transactions?status=dead`)}
          note={t('givenUpNote')}
        />
        <Stat
          name={t('pending')}
          value={count(rows(pending).length, `${PATH}/transactions?status=pending`)}
          note={t('pendingNote')}
        />
        <Stat name={t('silentMeters')} value={count(silent.length, `${PATH}/devices`)} note={t('silentNote')} />
        <Stat
          name={t('quarantine')}
          value={count(rows(quarantine).length, `${PATH}/quarantine?released=false`)}
          note={t('quarantineNote')}
        />
      </Stats>
      <Section id="ladder" title={t('ladder')} lead={t('ladderLead')}>
        <Standings systems={systems} asset={offering?.settlementAsset ?? ''} />
      </Section>
    </>
  )
}
