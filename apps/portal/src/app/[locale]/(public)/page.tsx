import { getTranslations } from 'next-intl/server'
import { listOfferings } from '../../../api/queries.ts'
import { LiveCard } from '../../../public/live-card.tsx'
import { OfferingCard } from '../../../public/offering-card.tsx'
import { getNetwork } from '../../../site/network.ts'
import { buttonClass } from '../../../ui/button.tsx'
import { Link } from '../../../ui/link.tsx'
import { Empty } from '../../../ui/notice.tsx'
import { ProblemNote } from '../../../ui/problem-note.tsx'
import { Section } from '../../../ui/section.tsx'

const PROJECTS_SHOWN = 3
const STEPS = [1, 2, 3, 4] as const
const CHECKS = [
  ['/check/coupon', 'checkCoupon'],
  ['/check/bill', 'checkBill'],
  ['/check/certificate', 'checkCertificate'],
] as const

/** The idea in one screen, with what a real project does at this moment. */
export default async function Home() {
  const [t, site, offerings, network] = await Promise.all([
    getTranslations('home'),
    getTranslations('site'),
    listOfferings(),
    getNetwork(),
  ])
  const rows = offerings.ok ? offerings.value.data : []
  const running = rows.find(({ state }) => state === 'Live')
  return (
    <>
      <div className="grid items-center gap-10 pt-10 lg:grid-cols-[3fr_2fr] lg:pt-14">
        <div>
          <h1 className="text-4xl font-semibold sm:text-5xl">{t('title')}</h1>
          <p className="mt-5 max-w-prose text-lg text-muted">{t('lead')}</p>
          <p className="mt-7 flex flex-wrap gap-3">
            <Link href="/offerings" className={buttonClass()}>
              {t('toOfferings')}
            </Link>
            <Link href="/check" className={buttonClass('secondary')}>
              {t('toProofs')}
            </Link>
            {network.up && network.facts.name === 'local' && (
              <Link href="/tour" className={buttonClass('secondary')}>
                {site('tour')}
              </Link>
            )}
          </p>
        </div>
        {!offerings.ok ? (
          <ProblemNote problem={offerings.error} />
        ) : running ? (
          <LiveCard offering={running} />
        ) : (
          <Empty title={t('noProject')}>{t('noProjectLead')}</Empty>
        )}
      </div>

      <Section id="steps" title={t('stepsTitle')} className="mt-16">
        <ol className="grid gap-6 sm:grid-cols-2 lg:grid-cols-4">
          {STEPS.map((step) => (
            <li key={step} className="border-t-2 border-accent pt-4">
              <p className="font-semibold">
                <span className="figure mr-2 text-accent">{step}</span>
                {t(`step${step}`)}
              </p>
              <p className="mt-1.5 text-muted">{t(`step${step}Lead`)}</p>
            </li>
          ))}
        </ol>
      </Section>

      {rows.length > 0 && (
        <Section
          id="projects"
          title={t('projects')}
          aside={
            <Link href="/offerings" className="link">
              {t('allProjects')}
            </Link>
          }
        >
          <ul className="grid gap-5 sm:grid-cols-2 lg:grid-cols-3">
            {rows.slice(0, PROJECTS_SHOWN).map((offering) => (
              <li key={offering.id}>
                <OfferingCard offering={offering} />
              </li>
            ))}
          </ul>
        </Section>
      )}

      <Section id="proof" title={t('proofTitle')} lead={t('proofLead')}>
        <ul className="flex flex-wrap gap-3">
          {CHECKS.map(([href, name]) => (
            <li key={href}>
              <Link href={href} className={buttonClass('secondary')}>
                {t(name)}
              </Link>
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}
