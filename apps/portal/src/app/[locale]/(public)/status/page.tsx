import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { getHealth } from '../../../../api/queries.ts'
import { networkTitle } from '../../../../site/network-title.ts'
import { browserRpcUrl } from '../../../../site/rpc.ts'
import { Badge } from '../../../../ui/badge.tsx'
import { ProblemNote } from '../../../../ui/problem-note.tsx'
import { PageHead } from '../../../../ui/section.tsx'
import { Fact, Facts } from '../../../../ui/stat.tsx'
import { Time } from '../../../../ui/time.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('status')
  return { title: t('title') }
}

/** What the site stands on, and whether it answers. */
export default async function StatusPage() {
  const [t, health] = await Promise.all([getTranslations('status'), getHealth()])
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <div className="mt-6">
        {!health.ok ? (
          <ProblemNote problem={health.error} />
        ) : (
          <div className="card px-5 py-2">
            <Facts>
              <Fact name={t('service')}>
                <Badge tone="good">{t('answers')}</Badge>
              </Fact>
              <Fact name={t('version')}>{health.value.version}</Fact>
              <Fact name={t('network')}>
                {
                  await networkTitle({
                    name: health.value.network.name,
                    passphrase: health.value.network.passphrase,
                    time: new Date(health.value.network.time),
                  })
                }
              </Fact>
              <Fact name={t('passphrase')}>
                <code className="font-mono text-[0.9em]">{health.value.network.passphrase}</code>
              </Fact>
              <Fact name={t('time')}>
                <Time at={health.value.network.time} style="second" />
              </Fact>
              <Fact name={t('rpc')}>{browserRpcUrl() ?? t('rpcNone')}</Fact>
              <Fact name={t('api')} note={t('apiLead')}>
                <a href="/api/openapi" className="link">
                  {t('openapi')}
                </a>
              </Fact>
            </Facts>
          </div>
        )}
      </div>
    </>
  )
}
