import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { getSystem } from '../../../../../../api/queries.ts'
import { readQuery, type SearchParams } from '../../../../../../data/page-params.ts'
import { assetCode } from '../../../../../../format/amount.ts'
import { kilowattHours } from '../../../../../../format/energy.ts'
import { timeText } from '../../../../../../format/time.ts'
import { ClientTexts } from '../../../../../../i18n/client-texts.tsx'
import { ABOUT, ACTS, type Act, actNamed } from '../../../../../../operator/decide/acts.ts'
import { DecideForm } from '../../../../../../operator/decide/decide-form.tsx'
import { OperatorHead } from '../../../../../../operator/head.tsx'
import { settlementAsset } from '../../../../../../operator/money.ts'
import { getOracles, listMeterHealth, listReadings, systemNames } from '../../../../../../operator/queries.ts'
import type { MeterHealth } from '../../../../../../operator/types.ts'
import { orSignIn, requireAddress } from '../../../../../../session/require.ts'
import { classes } from '../../../../../../ui/classes.ts'
import { Select } from '../../../../../../ui/field.tsx'
import { FilterForm } from '../../../../../../ui/filter-form.tsx'
import { Link } from '../../../../../../ui/link.tsx'
import { Empty, Notice } from '../../../../../../ui/notice.tsx'
import { ProblemNote } from '../../../../../../ui/problem-note.tsx'
import { Section } from '../../../../../../ui/section.tsx'

const PATH = '/operations/decisions/new'
const MOST_METERS = 500
const READINGS_OFFERED = 30

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('decide')
  return { title: t('title'), robots: { index: false } }
}

/** An act of an operator that changes what is billed: chosen, filled in, looked at once more, recorded. */
export default async function DecidePage({ searchParams }: { readonly searchParams: SearchParams }) {
  await requireAddress(PATH)
  const [query, t, meters] = await Promise.all([
    readQuery(searchParams, 'act', 'meter', 'system'),
    getTranslations('decide'),
    listMeterHealth({ limit: MOST_METERS }).then((answer) => orSignIn(answer, PATH)),
  ])
  const act = actNamed(query.act)
  return (
    <>
      <OperatorHead at="decisions" title={t('title')} lead={t('lead')} />
      <nav aria-label={t('acts')} className="mt-8">
        <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
          {ACTS.map((one) => (
            <li key={one}>
              <Link
                href={hrefOf(one, query)}
                aria-current={one === act ? 'page' : undefined}
                className={classes(
                  'card block h-full p-4 text-ink no-underline hover:bg-sunken',
                  one === act && 'border-accent bg-accent-soft',
                )}
              >
                <span className="block font-semibold">{t(`${one}_title`)}</span>
                <span className="mt-1 block text-sm text-muted">{t(`${one}_when`)}</span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {!meters.ok ? (
        <div className="mt-6">
          <ProblemNote problem={meters.error} />
        </div>
      ) : (
        act && <Filled act={act} query={query} meters={meters.value.data} />
      )}
    </>
  )
}

interface Query {
  readonly meter?: string
  readonly system?: string
}

/** A meter that was chosen stays chosen, whatever is decided about it. */
function hrefOf(act: Act, { meter, system }: Query): string {
  const about = ABOUT[act]
  const kept = about === 'meter' && meter ? `&meter=${meter}` : about === 'system' && system ? `&system=${system}` : ''
  return `${PATH}?act=${act}${kept}`
}

async function Filled({
  act,
  query,
  meters,
}: {
  readonly act: Act
  readonly query: Query
  readonly meters: readonly MeterHealth[]
}) {
  const [t, words, names, asset] = await Promise.all([
    getTranslations('decide'),
    getTranslations('operator'),
    systemNames(),
    settlementAsset(),
  ])
  const kindOf = ({ kind }: MeterHealth) =>
    kind === 'site' || kind === 'load' || kind === 'combined' ? words(`meter_${kind}`) : kind
  const about = ABOUT[act]
  const meter = meters.find(({ id }) => String(id) === query.meter)
  const system = names.has(Number(query.system)) ? Number(query.system) : undefined
  const isChosen = about === 'utility' || (about === 'meter' ? meter !== undefined : system !== undefined)
  return (
    <Section id="act" title={t(`${act}_title`)} lead={t(`${act}_does`)} className="mt-10">
      {about === 'meter' && meters.length === 0 ? (
        <Empty title={words('noMeters')}>{words('noMetersLead')}</Empty>
      ) : (
        about !== 'utility' && (
          <FilterForm label={t('choose')} go={t('go')}>
            <input type="hidden" name="act" value={act} />
            {about === 'meter' ? (
              <Select
                name="meter"
                label={words('meter')}
                defaultValue={query.meter}
                options={meters
                  .filter(({ revoked }) => !revoked)
                  .map((one) => ({
                    value: String(one.id),
                    label: `${one.id} · ${names.get(one.systemId) ?? one.systemId} · ${kindOf(one)}`,
                  }))}
              />
            ) : (
              <Select
                name="system"
                label={words('system')}
                defaultValue={query.system}
                options={[...names].map(([id, name]) => ({ value: String(id), label: `${id} · ${name}` }))}
              />
            )}
          </FilterForm>
        )
      )}
      {isChosen && (
        <div className="mt-6 space-y-6">
          <Form act={act} meter={meter} system={system} currency={assetCode(asset)} />
        </div>
      )}
    </Section>
  )
}

async function Form({
  act,
  meter,
  system,
  currency,
}: {
  readonly act: Act
  readonly meter: MeterHealth | undefined
  readonly system: number | undefined
  readonly currency: string
}) {
  const [t, locale] = await Promise.all([getTranslations('decide'), getLocale()])
  const subject = `${act} ${meter?.id ?? system ?? ''}`
  if (ABOUT[act] === 'meter' && meter) {
    const found = await listReadings(meter.systemId, meter.id, READINGS_OFFERED)
    if (!found.ok) return <ProblemNote problem={found.error} />
    const readings = found.value.data
    const last = readings[0]
    const kwh = (wh: string) => `${kilowattHours(BigInt(wh), locale)} kWh`
    const registers = (one: (typeof readings)[number]) =>
      t('registers', {
        generated: kwh(one.generatedWh),
        consumed: kwh(one.consumedWh),
        exported: kwh(one.exportedWh),
      })
    if (act === 'reject' && !last) return <Notice>{t('noReadings')}</Notice>
    return (
      <>
        <Notice>
          <p>{t('epochNow', { epoch: meter.epoch })}</p>
          <p>
            {last
              ? t('lastReading', { at: timeText(last.at, 'second', locale), registers: registers(last) })
              : t('noReadings')}
          </p>
        </Notice>
        <ClientTexts of={['decide', 'problem', 'refusal']}>
          <DecideForm
            key={subject}
            act={act}
            subject={{ meter: meter.id }}
            currency={currency}
            readings={readings.map((one) => ({
              value: `${one.epoch}/${one.seq}`,
              label: `${timeText(one.at, 'second', locale)} · ${registers(one)}`,
            }))}
          />
        </ClientTexts>
      </>
    )
  }
  const [parties, oracles] = await Promise.all([
    system === undefined ? null : getSystem(system),
    act === 'tariff' ? getOracles() : null,
  ])
  if (parties && !parties.ok) return <ProblemNote problem={parties.error} />
  return (
    <ClientTexts of={['decide', 'problem', 'refusal']}>
      <DecideForm
        key={subject}
        act={act}
        subject={{
          ...(system !== undefined && { system }),
          ...(parties?.ok && { parties: parties.value.parties.map(({ name }) => name) }),
        }}
        currency={currency}
        symbols={oracles?.ok ? [...new Set(oracles.value.tariffs.map(({ symbol }) => symbol))] : []}
      />
    </ClientTexts>
  )
}
