import { getLocale, getTranslations } from 'next-intl/server'
import { powerText } from '../format/energy.ts'
import { listEnrolments, systemNames } from '../operator/queries.ts'
import { OneStep } from '../signing/one-step.tsx'
import type { SigningNetwork } from '../signing/site-network.ts'
import { Hash } from '../ui/identifier.tsx'
import { Empty } from '../ui/notice.tsx'
import { Fact, Facts } from '../ui/stat.tsx'
import { Time } from '../ui/time.tsx'

const MOST = 500

/** Keys of devices that wait to be registered. Nothing where who is signed in may not see them. Needs `SIGNING_TEXTS`. */
export async function Meters({ address, network }: { readonly address: string; readonly network: SigningNetwork }) {
  const [t, words, locale, enrolments, systems] = await Promise.all([
    getTranslations('approver'),
    getTranslations('operator'),
    getLocale(),
    listEnrolments({ limit: MOST }),
    systemNames(),
  ])
  const waiting = enrolments.ok ? enrolments.value.data.filter(({ state }) => state === 'redeemed') : []
  if (waiting.length === 0) return <Empty title={t('noMeters')}>{t('noMetersLead')}</Empty>
  return (
    <ul className="space-y-6">
      {waiting.map(({ id, label, systemId, kind, partyIndex, capacityW, publicKey, redeemedAt }) => (
        <li key={id} className="card p-5">
          <h3 className="text-lg font-semibold">{label}</h3>
          <p className="mt-1 max-w-prose text-muted">{t('meterLead')}</p>
          <div className="my-4">
            <Facts>
              <Fact name={t('system')}>{systems.get(systemId) ?? systemId}</Fact>
              <Fact name={words('meterKind')}>
                {kind === 'site' || kind === 'load' || kind === 'combined' ? words(`meter_${kind}`) : kind}
              </Fact>
              <Fact name={words('party')}>{partyIndex}</Fact>
              <Fact name={t('capacity')}>{powerText(BigInt(capacityW), locale)}</Fact>
              <Fact name={words('deviceKey')}>
                <Hash value={publicKey ?? ''} whole />
              </Fact>
              <Fact name={t('shown')}>{redeemedAt === null ? '—' : <Time at={redeemedAt} style="second" />}</Fact>
            </Facts>
          </div>
          <OneStep
            address={address}
            network={network}
            settlementAsset=""
            args={[publicKey ?? '']}
            label={t('registerMeter')}
            request={{
              action: 'register-meter',
              source: address,
              params: { system: systemId, kind, party: partyIndex, publicKey, capacityW },
            }}
          />
        </li>
      ))}
    </ul>
  )
}
