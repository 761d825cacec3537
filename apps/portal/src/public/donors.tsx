import { getTranslations } from 'next-intl/server'
import type { CertificateAccount, Donors } from '../api/types.ts'
import { Amount } from '../ui/amount.tsx'
import { Address, Hash } from '../ui/identifier.tsx'
import { Fact, Facts } from '../ui/stat.tsx'
import { DataTable } from '../ui/table.tsx'

/** Who gave for a system, from which ledger that is known, and what each has of its RECs. */
export async function DonorsPart({
  donors,
  account,
}: {
  readonly donors: Donors
  readonly account: CertificateAccount
}) {
  const t = await getTranslations('certificate')
  const recs = (stroops: string) => <Amount stroops={stroops} asset={account.recAsset} />
  return (
    <>
      <div className="card mb-4 px-5 py-2">
        <Facts>
          <Fact name={t('giversCount')}>{donors.leafCount}</Fact>
          <Fact name={t('giversCertified')}>{recs(donors.recCertifiedStroops)}</Fact>
          <Fact name={t('giversLedger')}>{donors.ledger}</Fact>
          <Fact name={t('giversRoot')}>
            <Hash value={donors.root} />
          </Fact>
        </Facts>
      </div>
      <DataTable
        id="donors-table"
        caption={t('giversCaption')}
        hideCaption
        rows={donors.data}
        keyOf={({ index }) => String(index)}
        csv={`/v1/certificates/${account.systemId}/donors?format=csv`}
        columns={[
          { id: 'holder', title: t('giver'), header: true, cell: ({ holder }) => <Address value={holder} /> },
          {
            id: 'units',
            title: t('given'),
            right: true,
            cell: ({ unitsStroops }) => <Amount stroops={unitsStroops} asset={donors.unitsAsset} />,
          },
          { id: 'got', title: t('got'), right: true, cell: ({ recClaimedStroops }) => recs(recClaimedStroops) },
          { id: 'due', title: t('waiting'), right: true, cell: ({ recDueStroops }) => recs(recDueStroops) },
        ]}
      />
    </>
  )
}
