import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { foundOr404 } from '../../../../../../api/found.ts'
import {
  getBuckets,
  getEligibility,
  getOffering,
  listCoupons,
  listDocuments,
  listHolders,
} from '../../../../../../api/queries.ts'
import { readId } from '../../../../../../data/page-params.ts'
import { ClientTexts } from '../../../../../../i18n/client-texts.tsx'
import { AttachDocument } from '../../../../../../issuer/attach-document.tsx'
import { CouponActs } from '../../../../../../issuer/coupon-acts.tsx'
import { actsFor, officesOf, possibleFrom } from '../../../../../../issuer/offices.ts'
import { peopleNames, rehearsalPeople } from '../../../../../../issuer/people.ts'
import { PeopleList } from '../../../../../../issuer/people-list.tsx'
import { Reports } from '../../../../../../issuer/reports.tsx'
import { TendersOf } from '../../../../../../issuer/tenders-of.tsx'
import { RefreshOn } from '../../../../../../live/refresh-on.tsx'
import { Buckets } from '../../../../../../public/buckets.tsx'
import { Documents } from '../../../../../../public/documents.tsx'
import { HoldersTable } from '../../../../../../public/holders-table.tsx'
import { Raise } from '../../../../../../public/raise.tsx'
import { requireAddress } from '../../../../../../session/require.ts'
import { ActForm } from '../../../../../../signing/act-form.tsx'
import { OneStep } from '../../../../../../signing/one-step.tsx'
import { signingNetwork } from '../../../../../../signing/site-network.ts'
import { SIGNING_TEXTS } from '../../../../../../signing/texts.ts'
import { networkNow } from '../../../../../../site/network.ts'
import { Link } from '../../../../../../ui/link.tsx'
import { Notice } from '../../../../../../ui/notice.tsx'
import { ProblemNote } from '../../../../../../ui/problem-note.tsx'
import { PageHead, Section } from '../../../../../../ui/section.tsx'
import { StateBadge } from '../../../../../../ui/state-badge.tsx'
import { Time } from '../../../../../../ui/time.tsx'

interface Props {
  readonly params: Promise<{ id: string }>
}

/** As many as one transaction frees. */
const HOLDERS_FREED = 20
const LIST = 'known-people'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const offering = await getOffering(readId((await params).id))
  return { title: offering.ok ? offering.value.name : undefined, robots: { index: false } }
}

/** An offering as those see it who hold an office in it: everything that they may do now, each act shown before it is signed. */
export default async function OfferingOfficePage({ params }: Props) {
  const id = readId((await params).id)
  const path = `/issuer/offerings/${id}`
  const address = await requireAddress(path)
  const [t, offering, network, now, people, names, buckets, holders, coupons, documents] = await Promise.all([
    getTranslations('issuer'),
    getOffering(id).then(foundOr404),
    signingNetwork(),
    networkNow(),
    rehearsalPeople(),
    peopleNames(),
    getBuckets(id),
    listHolders(id, undefined, HOLDERS_FREED),
    listCoupons(id),
    listDocuments(id),
  ])
  if (!offering.ok || network === null) {
    return (
      <>
        <PageHead title={t('area')} />
        <div className="mt-6">{!offering.ok && <ProblemNote problem={offering.error} />}</div>
      </>
    )
  }
  const facts = offering.value
  const { state, contractId, contractTerms, settlementAsset, bondAsset, roles, tenderContract } = facts
  const offices = officesOf(roles, address)
  const has = (office: (typeof offices)[number]) => offices.includes(office)
  const acts = actsFor(offices, facts)
  const act = { address, network, settlementAsset, bondAsset, contracts: [contractId], names }
  const isTraded = state === 'Building' || state === 'Live'
  const accounts = holders.ok
    ? holders.value.data.filter(({ place }) => place === 'account').map(({ holder }) => holder)
    : []
  const held = isTraded && offices.length > 0 ? await notFree(id, accounts) : []
  return (
    <ClientTexts of={['actForm', 'issuerForm', ...SIGNING_TEXTS]}>
      <RefreshOn events={['offering', 'coupon', 'transaction', 'collection']} />
      <PeopleList id={LIST} people={people} />
      <PageHead
        eyebrow={
          <Link href="/issuer" className="link">
            {t('area')}
          </Link>
        }
        title={facts.name}
        badges={<StateBadge state={state} />}
        lead={
          offices.length === 0
            ? t('noOffice')
            : t('yourOffices', { offices: offices.map((office) => t(`office_${office}`)).join(', ') })
        }
        actions={
          <Link href={`/offerings/${id}`} className="link">
            {t('publicPage')}
          </Link>
        }
      />
      {contractTerms && state === 'Funding' && (
        <Section id="raise" title={t('raise')} className="mt-8">
          <Raise offering={facts} terms={contractTerms} />
        </Section>
      )}
      {acts.length > 0 && (
        <Section id="acts" title={t('acts')} lead={t('actsLead')} className="mt-8">
          <ul className="space-y-6">
            {acts.map((name) => {
              const from = possibleFrom(name, { ...facts, longStop: contractTerms?.longStop ?? null })
              return (
                <li key={name} className="card p-5">
                  <h3 className="font-semibold">{t(`act_${name}`)}</h3>
                  <p className="mt-1 mb-4 max-w-prose text-muted">{t(`act_${name}_lead`)}</p>
                  {from !== null && new Date(from) > now ? (
                    <p>
                      {t('actFrom')} <Time at={from} />
                    </p>
                  ) : (
                    <OneStep
                      {...act}
                      label={t(`act_${name}`)}
                      request={{ action: name, source: address, params: { offering: id } }}
                    />
                  )}
                </li>
              )
            })}
          </ul>
        </Section>
      )}
      {has('compliance') && (
        <Section id="allow-list" title={t('allowList')} lead={t('allowListLead')}>
          <ActForm
            {...act}
            action="allow"
            params={{ offering: id }}
            fields={[
              { name: 'who', kind: 'address', label: t('allowWho') },
              {
                name: 'allowed',
                kind: 'choice',
                label: t('allowWhat'),
                options: [
                  { value: 'true', label: t('allowYes') },
                  { value: 'false', label: t('allowNo') },
                ],
              },
            ]}
            label={t('allowGo')}
            list={LIST}
          />
        </Section>
      )}
      {held.length > 0 && (
        <Section id="release" title={t('release')} lead={t('releaseLead')}>
          <OneStep
            {...act}
            label={t('releaseGo', { count: held.length })}
            request={{ action: 'release', source: address, params: { offering: id, holders: held } }}
          />
        </Section>
      )}
      {tenderContract !== null && (
        <TendersOf offeringId={id} mayOpen={has('issuer') && state === 'Building'} asset={settlementAsset} />
      )}
      <Section id="coupons" title={t('coupons')} lead={t('couponsLead')}>
        {coupons.ok ? (
          <CouponActs offering={facts} coupons={coupons.value.data} offices={offices} signer={act} />
        ) : (
          <ProblemNote problem={coupons.error} />
        )}
      </Section>
      <Section id="funds" title={t('funds')} lead={t('fundsLead')}>
        {buckets.ok ? (
          buckets.value.buckets.length === 0 ? (
            <p className="text-muted">{t('noFunds')}</p>
          ) : (
            <Buckets escrow={buckets.value} offering={facts} />
          )
        ) : (
          <ProblemNote problem={buckets.error} />
        )}
        {has('operator') && (
          <div className="mt-6 card p-5">
            <h3 className="mb-4 font-semibold">{t('draw')}</h3>
            <ActForm
              {...act}
              action="draw-operations"
              params={{ offering: id }}
              fields={[{ name: 'amountStroops', kind: 'amount', label: t('drawAmount') }]}
              label={t('draw')}
            />
          </div>
        )}
        {has('works') && tenderContract === null && (
          <div className="mt-6 card p-5">
            <h3 className="mb-4 font-semibold">{t('disburse')}</h3>
            <ActForm
              {...act}
              action="disburse"
              params={{ offering: id }}
              fields={[
                { name: 'to', kind: 'address', label: t('disburseTo') },
                { name: 'amountStroops', kind: 'amount', label: t('drawAmount') },
              ]}
              label={t('disburse')}
              list={LIST}
            />
          </div>
        )}
      </Section>
      <Section id="holders" title={t('holders')}>
        {!holders.ok ? (
          <ProblemNote problem={holders.error} />
        ) : holders.value.data.length === 0 ? (
          <p className="text-muted">{t('noHolders')}</p>
        ) : (
          <HoldersTable offeringId={id} holders={holders.value.data} asset={bondAsset} />
        )}
      </Section>
      <Section id="reports" title={t('reports')} lead={t('reportsLead')}>
        <Reports offering={id} system={facts.systemId} settlementAsset={settlementAsset} />
      </Section>
      <Section id="documents" title={t('documents')} lead={t('documentsLead')}>
        <div className="space-y-6">
          {documents.ok ? <Documents documents={documents.value} /> : <ProblemNote problem={documents.error} />}
          {offices.length > 0 ? <AttachDocument offering={id} /> : <Notice>{t('documentsOffice')}</Notice>}
        </div>
      </Section>
    </ClientTexts>
  )
}

/** Those of the holders whose bonds the sale still holds fast; the service frees them by itself, as a rule. */
async function notFree(id: number, holders: readonly string[]): Promise<string[]> {
  const answers = await Promise.all(holders.map((holder) => getEligibility(id, holder)))
  return holders.filter((_, index) => {
    const answer = answers[index]
    return answer?.ok && answer.value.reasons.includes('LINE_NOT_FREE')
  })
}
