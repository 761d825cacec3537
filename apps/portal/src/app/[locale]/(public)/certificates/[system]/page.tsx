import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { foundOr404 } from '../../../../../api/found.ts'
import { getCertificates, listDonors, listMints, listRetirements } from '../../../../../api/queries.ts'
import type { CertificateAccount, Donors } from '../../../../../api/types.ts'
import { PolicyForm } from '../../../../../certificates/policy-form.tsx'
import { YourCertificates } from '../../../../../certificates/yours.tsx'
import { readId, readQuery, type SearchParams } from '../../../../../data/page-params.ts'
import { percentText } from '../../../../../format/amount.ts'
import { energyText } from '../../../../../format/energy.ts'
import { ClientTexts } from '../../../../../i18n/client-texts.tsx'
import { RefreshOn } from '../../../../../live/refresh-on.tsx'
import { MintsTable, RetirementsTable } from '../../../../../public/certificate-tables.tsx'
import { DonorsPart } from '../../../../../public/donors.tsx'
import { signedInAddress } from '../../../../../session/session.ts'
import { signingNetwork } from '../../../../../signing/site-network.ts'
import { SIGNING_TEXTS } from '../../../../../signing/texts.ts'
import { buttonClass } from '../../../../../ui/button.tsx'
import { Energy } from '../../../../../ui/energy.tsx'
import { Address, Identifier } from '../../../../../ui/identifier.tsx'
import { Link } from '../../../../../ui/link.tsx'
import { Empty } from '../../../../../ui/notice.tsx'
import { Pagination } from '../../../../../ui/pagination.tsx'
import { ProblemNote } from '../../../../../ui/problem-note.tsx'
import { PageHead, Section } from '../../../../../ui/section.tsx'
import { Fact, Facts } from '../../../../../ui/stat.tsx'

interface Props {
  readonly params: Promise<{ system: string }>
  readonly searchParams: SearchParams
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, account] = await Promise.all([
    getTranslations('certificate'),
    getCertificates(readId((await params).system)),
  ])
  return { title: account.ok ? `${t('title')} · ${account.value.systemName}` : t('title') }
}

/** What became of the measured energy of one system. */
export default async function SystemCertificatesPage({ params, searchParams }: Props) {
  const id = readId((await params).system)
  const { cursor } = await readQuery(searchParams, 'cursor')
  const [t, locale, address, account, mints, retirements, donors] = await Promise.all([
    getTranslations('certificate'),
    getLocale(),
    signedInAddress(),
    getCertificates(id).then(foundOr404),
    listMints(id, cursor),
    listRetirements(id),
    listDonors(id),
  ])
  if (!account.ok) {
    return (
      <>
        <PageHead title={t('title')} />
        <div className="mt-6">
          <ProblemNote problem={account.error} />
        </div>
      </>
    )
  }
  return (
    <>
      <PageHead
        eyebrow={
          <Link href="/certificates" className="link">
            {t('title')}
          </Link>
        }
        title={account.value.systemName}
        actions={
          <Link href={`/check/certificate?system=${id}`} className={buttonClass('secondary')}>
            {t('check')}
          </Link>
        }
      />
      <div className="mt-6">
        <AccountFacts account={account.value} />
      </div>
      <Section id="yours" title={t('yours')} lead={t('yoursLead')}>
        {address === null ? (
          <Link
            href={`/account?next=${encodeURIComponent(`/${locale}/certificates/${id}`)}`}
            className={buttonClass('secondary')}
          >
            {t('signIn')}
          </Link>
        ) : (
          <>
            <RefreshOn events={['transaction']} />
            <YourCertificates account={account.value} address={address} />
          </>
        )}
      </Section>
      <Section id="mints" title={t('mints')}>
        {!mints.ok ? (
          <ProblemNote problem={mints.error} />
        ) : mints.value.data.length === 0 ? (
          <Empty title={t('none')}>{t('noneLead')}</Empty>
        ) : (
          <>
            <MintsTable systemId={id} mints={mints.value.data} account={account.value} />
            <Pagination
              path={`/certificates/${id}`}
              cursor={cursor}
              nextCursor={mints.value.nextCursor}
              label={t('allPages')}
            />
          </>
        )}
      </Section>
      {address !== null && address === account.value.administrator && (
        <Section id="policy" title={t('policyTitle')} lead={t('policyTitleLead')}>
          <AnnouncePolicy account={account.value} donors={donors.ok ? donors.value : null} address={address} />
        </Section>
      )}
      {donors.ok && (
        <Section id="donors" title={t('givers')} lead={t('giversLead')}>
          <DonorsPart donors={donors.value} account={account.value} />
        </Section>
      )}
      <Section id="retirements" title={t('retirements')} lead={t('retirementsLead')}>
        {!retirements.ok ? (
          <ProblemNote problem={retirements.error} />
        ) : retirements.value.data.length === 0 ? (
          <Empty title={t('noRetirements')}>{t('noRetirementsLead')}</Empty>
        ) : (
          <RetirementsTable
            retirements={retirements.value.data}
            accounts={[account.value]}
            csv={`/v1/certificates/retirements?system=${id}&format=csv&order=desc`}
          />
        )}
      </Section>
    </>
  )
}

/** For the administrator alone. */
async function AnnouncePolicy({
  account,
  donors,
  address,
}: {
  readonly account: CertificateAccount
  readonly donors: Donors | null
  readonly address: string
}) {
  const network = await signingNetwork()
  if (network === null) return null
  const named = donors && { root: donors.root, unitsStroops: donors.unitsStroops, leafCount: donors.leafCount }
  return (
    <ClientTexts of={['certificate', ...SIGNING_TEXTS]}>
      <PolicyForm
        system={account.systemId}
        contractId={account.contractId}
        donors={named}
        address={address}
        network={network}
        asset={account.recAsset}
      />
    </ClientTexts>
  )
}

interface PolicyJson {
  readonly owner_bps?: number
  readonly parties_bps?: number
  readonly donors_bps?: number
}

async function AccountFacts({ account }: { readonly account: CertificateAccount }) {
  const [t, locale] = await Promise.all([getTranslations('certificate'), getLocale()])
  const policy = (typeof account.policy === 'object' ? account.policy : null) as PolicyJson | null
  const share = (bps: number | undefined) => percentText(bps ?? 0, locale)
  return (
    <div className="card px-5 py-2">
      <Facts>
        <Fact name={t('counted')}>
          <Energy wh={account.countedWh} />
        </Fact>
        <Fact name={t('rec')}>{account.recMwh}</Fact>
        <Fact name={t('carbon')}>{account.carbonMwh}</Fact>
        <Fact name={t('retained')}>{account.retainedMwh}</Fact>
        <Fact name={t('carried')}>{energyText(BigInt(account.carryWh), locale).exact}</Fact>
        {policy && (
          <Fact name={t('policy')}>
            {`${t('owner')} ${share(policy.owner_bps)} · ${t('parties')} ${share(policy.parties_bps)} · ${t('donors')} ${share(policy.donors_bps)}`}
          </Fact>
        )}
        <Fact name={t('asset')}>
          <Identifier id={account.recAsset} kind="asset" />
        </Fact>
        <Fact name={t('contract')}>
          <Address value={account.contractId} />
        </Fact>
      </Facts>
    </div>
  )
}
