import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { callApi } from '../../../../api/client.ts'
import { listOfferings } from '../../../../api/queries.ts'
import { ClientTexts } from '../../../../i18n/client-texts.tsx'
import { getNetwork } from '../../../../site/network.ts'
import { type Chapter, chaptersOf, liveOf } from '../../../../tour/chapters.ts'
import { Clock } from '../../../../tour/clock.tsx'
import { PlayButton } from '../../../../tour/play-button.tsx'
import { buttonClass } from '../../../../ui/button.tsx'
import { Link } from '../../../../ui/link.tsx'
import { Empty } from '../../../../ui/notice.tsx'
import { ProblemNote } from '../../../../ui/problem-note.tsx'
import { PageHead, Section } from '../../../../ui/section.tsx'
import type { Person } from '../../../../wallet/development.ts'
import { listTenders } from '../../../../works/queries.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('tour')
  return { title: t('title'), robots: { index: false } }
}

/** One bond's life, chapter by chapter, with the people of the example and a clock to turn. Of a rehearsal network only. */
export default async function TourPage() {
  const [t, network] = await Promise.all([getTranslations('tour'), getNetwork()])
  if (!network.up) {
    return (
      <>
        <PageHead title={t('title')} />
        <div className="mt-6">
          <ProblemNote problem={network.problem} />
        </div>
      </>
    )
  }
  if (network.facts.name !== 'local') {
    return (
      <>
        <PageHead title={t('title')} />
        <div className="mt-6">
          <Empty title={t('notHere')}>{t('notHereLead')}</Empty>
        </div>
      </>
    )
  }
  const [offerings, tenders, people] = await Promise.all([
    listOfferings(),
    listTenders({}),
    callApi<{ data: readonly Person[] }>('/v1/dev/people'),
  ])
  const rows = offerings.ok ? offerings.value.data : []
  const chapters = chaptersOf(rows, tenders.ok ? tenders.value.data : [], people.ok ? people.value.data : [])
  const live = liveOf(rows)
  return (
    <ClientTexts of={['tour', 'wallet', 'problem', 'refusal']}>
      <PageHead title={t('title')} lead={t('lead')} />
      <Section id="clock" title={t('clock')} lead={t('clockLead')} className="mt-8">
        <Clock
          time={network.facts.time.toISOString()}
          isOver={live !== undefined && live.state !== 'Live'}
          bond={live?.state === 'Live' ? { offering: live.id, system: live.systemId } : null}
        />
      </Section>
      <Section id="chapters" title={t('chapters')}>
        {!offerings.ok && <ProblemNote problem={offerings.error} />}
        <ol className="grid gap-5 lg:grid-cols-2">
          {chapters.map((chapter, index) => (
            <li key={chapter.id} className="card flex flex-col p-5">
              <ChapterCard chapter={chapter} number={index + 1} passphrase={network.facts.passphrase} />
            </li>
          ))}
          <li className="card p-5 lg:col-span-2">
            <h3 className="text-lg font-semibold">
              <span className="figure mr-2 text-accent">{chapters.length + 1}</span>
              {t('years')}
            </h3>
            <p className="mt-2 max-w-prose text-muted">{t('yearsLead')}</p>
            <pre className="mt-3 overflow-x-auto rounded bg-sunken p-3 font-mono">npm run demo</pre>
            {live && (
              <p className="mt-3">
                <Link href={`/offerings/${live.id}#schedule`} className="link">
                  {t('schedule')}
                </Link>
              </p>
            )}
          </li>
        </ol>
      </Section>
    </ClientTexts>
  )
}

/** What the example says of somebody besides the name is said by the chapter. */
const nameOf = ({ name }: Person): string => name.replace(/ \(.*\)$/, '')

async function ChapterCard({
  chapter: { id, href, person },
  number,
  passphrase,
}: {
  readonly chapter: Chapter
  readonly number: number
  readonly passphrase: string
}) {
  const [t, locale] = await Promise.all([getTranslations('tour'), getLocale()])
  return (
    <>
      <h3 className="text-lg font-semibold">
        <span className="figure mr-2 text-accent">{number}</span>
        {t(id)}
      </h3>
      <p className="mt-2 mb-4 flex-1 text-muted">{t(`${id}Lead`)}</p>
      {person === null ? (
        <p>
          <Link href={href} className={buttonClass('secondary')}>
            {t('look')}
            <span className="sr-only">: {t(id)}</span>
          </Link>
        </p>
      ) : (
        <PlayButton name={nameOf(person)} address={person.address} passphrase={passphrase} next={`/${locale}${href}`} />
      )}
    </>
  )
}
