import { getLocale, getTranslations } from 'next-intl/server'
import type { CertificateAccount, CertificateKind, CertificateMint, Retirement } from '../api/types.ts'
import { energyText } from '../format/energy.ts'
import { Amount } from '../ui/amount.tsx'
import { Energy } from '../ui/energy.tsx'
import { Address, TxHash } from '../ui/identifier.tsx'
import { Link } from '../ui/link.tsx'
import { DataTable } from '../ui/table.tsx'
import { Time } from '../ui/time.tsx'

/** What became of the energy of each certified system. */
export async function CertificateAccounts({ accounts }: { readonly accounts: readonly CertificateAccount[] }) {
  const t = await getTranslations('certificate')
  return (
    <DataTable
      id="accounts"
      caption={t('systems')}
      hideCaption
      rows={accounts}
      keyOf={({ systemId }) => String(systemId)}
      csv="/v1/certificates?format=csv"
      columns={[
        {
          id: 'system',
          title: t('system'),
          header: true,
          cell: ({ systemId, systemName }) => (
            <Link href={`/certificates/${systemId}`} className="link">
              {systemName}
            </Link>
          ),
        },
        { id: 'counted', title: t('counted'), right: true, cell: ({ countedWh }) => <Energy wh={countedWh} /> },
        { id: 'rec', title: t('rec'), right: true, cell: ({ recMwh }) => recMwh },
        {
          id: 'minted',
          title: t('minted'),
          right: true,
          cell: ({ totals, recAsset }) =>
            totals.Rec ? <Amount stroops={totals.Rec.mintedStroops} asset={recAsset} /> : '—',
        },
        {
          id: 'retired',
          title: t('retired'),
          right: true,
          cell: ({ totals, recAsset }) =>
            totals.Rec ? <Amount stroops={totals.Rec.retiredStroops} asset={recAsset} /> : '—',
        },
        { id: 'retained', title: t('retained'), right: true, cell: ({ retainedMwh }) => retainedMwh },
        {
          id: 'check',
          title: <span className="sr-only">{t('check')}</span>,
          cell: ({ systemId, systemName }) => (
            <Link href={`/check/certificate?system=${systemId}`} className="link">
              {t('check')}
              <span className="sr-only"> {systemName}</span>
            </Link>
          ),
        },
      ]}
    />
  )
}

const KINDS = { Rec: 'kindRec', Carbon: 'kindCarbon', Retained: 'kindRetained' } as const satisfies Record<
  CertificateKind,
  string
>

/** Certificates used up in public, each with its proof. */
export async function RetirementsTable({
  retirements,
  accounts,
  csv,
}: {
  readonly retirements: readonly Retirement[]
  readonly accounts: readonly CertificateAccount[]
  readonly csv: string
}) {
  const t = await getTranslations('certificate')
  const accountOf = (id: number) => accounts.find(({ systemId }) => systemId === id)
  return (
    <DataTable
      id="retirements-table"
      caption={t('retirementsCaption')}
      hideCaption
      rows={retirements}
      keyOf={({ contractId, number }) => `${contractId}/${number}`}
      csv={csv}
      columns={[
        { id: 'number', title: t('number'), header: true, cell: ({ number }) => number },
        { id: 'time', title: t('time'), cell: ({ at }) => <Time at={at} style="day" /> },
        { id: 'system', title: t('system'), cell: ({ systemId }) => accountOf(systemId)?.systemName ?? systemId },
        {
          id: 'units',
          title: t('units'),
          right: true,
          cell: ({ unitsStroops, kind, systemId }) => {
            const account = accountOf(systemId)
            const asset = kind === 'Carbon' ? account?.carbonAsset : account?.recAsset
            return <Amount stroops={unitsStroops} asset={asset ?? t(KINDS[kind])} round />
          },
        },
        { id: 'beneficiary', title: t('beneficiary'), cell: ({ beneficiary }) => <strong>{beneficiary}</strong> },
        { id: 'purpose', title: t('purpose'), cell: ({ purpose }) => purpose },
        { id: 'period', title: t('period'), cell: ({ period }) => period },
        { id: 'holder', title: t('holder'), cell: ({ holder }) => <Address value={holder} /> },
        { id: 'tx', title: t('transaction'), cell: ({ txHash }) => <TxHash value={txHash} /> },
      ]}
    />
  )
}

/** Act by act: what was measured and what it became. */
export async function MintsTable({
  systemId,
  mints,
  account,
}: {
  readonly systemId: number
  readonly mints: readonly CertificateMint[]
  readonly account: CertificateAccount
}) {
  const [t, locale] = await Promise.all([getTranslations('certificate'), getLocale()])
  const signed = (wh: string) => energyText(BigInt(wh), locale).exact
  return (
    <DataTable
      id="mints-table"
      caption={t('mintsCaption')}
      hideCaption
      dense
      rows={mints}
      keyOf={({ txHash, kind, to }) => `${txHash}${kind}${to}`}
      csv={`/v1/certificates/${systemId}/mints?format=csv&order=desc`}
      columns={[
        { id: 'from', title: t('from'), header: true, cell: ({ from }) => <Time at={from} /> },
        { id: 'to', title: t('to'), cell: ({ to }) => <Time at={to} /> },
        { id: 'kind', title: t('kind'), cell: ({ kind }) => t(KINDS[kind]) },
        { id: 'measured', title: t('measured'), right: true, cell: ({ newWh }) => signed(newWh) },
        { id: 'mwh', title: t('mwh'), right: true, cell: ({ mwh }) => mwh },
        {
          id: 'units',
          title: t('units'),
          right: true,
          cell: ({ unitsStroops, kind }) =>
            kind === 'Retained' ? (
              '—'
            ) : (
              <Amount stroops={unitsStroops} asset={kind === 'Carbon' ? account.carbonAsset : account.recAsset} />
            ),
        },
        { id: 'carried', title: t('carried'), right: true, cell: ({ carryWh }) => signed(carryWh) },
        { id: 'tx', title: t('transaction'), cell: ({ txHash }) => <TxHash value={txHash} /> },
      ]}
    />
  )
}
