import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ApiResult } from '../../../../../api/client.ts'
import { getCouponProof, getOffering, listOfferings } from '../../../../../api/queries.ts'
import type { CouponProof } from '../../../../../api/types.ts'
import { CouponCheck } from '../../../../../check/coupon-check.tsx'
import { readQuery, type SearchParams } from '../../../../../data/page-params.ts'
import { assetCode } from '../../../../../format/amount.ts'
import { ClientTexts } from '../../../../../i18n/client-texts.tsx'
import { signedInAddress } from '../../../../../session/session.ts'
import { browserRpcUrl } from '../../../../../site/rpc.ts'
import { Amount } from '../../../../../ui/amount.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Field, Select } from '../../../../../ui/field.tsx'
import { Address, Hash, TxHash } from '../../../../../ui/identifier.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import { ProblemNote } from '../../../../../ui/problem-note.tsx'
import { PageHead } from '../../../../../ui/section.tsx'
import { Fact, Facts } from '../../../../../ui/stat.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('check')
  return { title: t('couponTitle'), description: t('couponLead') }
}

/** A holder's claim on a coupon, recomputed by the reader's own browser. */
export default async function CheckCouponPage({ searchParams }: { readonly searchParams: SearchParams }) {
  const query = await readQuery(searchParams, 'offering', 'number', 'address')
  const [t, offerings, own] = await Promise.all([getTranslations('check'), listOfferings(), signedInAddress()])
  const [offering, number, address] = [Number(query.offering), Number(query.number), query.address?.trim()]
  const isWhole = Number.isSafeInteger(offering) && Number.isSafeInteger(number) && address !== undefined
  const proof = isWhole ? await getCouponProof(offering, number, address) : null
  return (
    <>
      <PageHead title={t('couponTitle')} lead={t('couponLead')} />
      <form method="get" className="mt-6 flex flex-wrap items-start gap-4">
        <Select
          name="offering"
          label={t('offering')}
          defaultValue={query.offering}
          options={(offerings.ok ? offerings.value.data : []).map(({ id, bondAsset, systemName }) => ({
            value: String(id),
            label: `${assetCode(bondAsset)} · ${systemName ?? id}`,
          }))}
        />
        <Field
          name="number"
          type="number"
          min={1}
          required
          label={t('number')}
          defaultValue={query.number ?? '1'}
          className="w-32"
        />
        <Field
          name="address"
          required
          label={t('address')}
          hint={t('addressHint')}
          defaultValue={address ?? own ?? ''}
          className="min-w-72 flex-1"
          spellCheck={false}
          autoComplete="off"
        />
        <Button type="submit" className="sm:mt-7">
          {t('check')}
        </Button>
      </form>
      {proof !== null && <Checked proof={proof} offering={offering} />}
    </>
  )
}

async function Checked({ proof, offering }: { readonly proof: ApiResult<CouponProof>; readonly offering: number }) {
  const t = await getTranslations('check')
  if (!proof.ok) {
    return (
      <div className="mt-8">
        <ProblemNote problem={proof.error} />
      </div>
    )
  }
  const facts = await getOffering(offering)
  const [bond, settlement] = facts.ok ? [facts.value.bondAsset, facts.value.settlementAsset] : ['', '']
  const { holder, unitsStroops, amountStroops, paidStroops, txHash, root } = proof.value
  return (
    <div className="mt-8 grid items-start gap-8 lg:grid-cols-[3fr_2fr]">
      <ClientTexts of={['check']}>
        <noscript>
          <Notice tone="warn">{t('needsScript')}</Notice>
        </noscript>
        <CouponCheck proof={proof.value} rpcUrl={browserRpcUrl()} />
      </ClientTexts>
      <section aria-labelledby="published" className="card px-5 py-4">
        <h2 id="published" className="text-lg font-semibold">
          {t('published')}
        </h2>
        <Facts>
          <Fact name={t('holder')}>
            <Address value={holder} />
          </Fact>
          <Fact name={t('units')}>
            <Amount stroops={unitsStroops} asset={bond} />
          </Fact>
          <Fact name={t('amount')}>
            <Amount stroops={amountStroops} asset={settlement} />
          </Fact>
          <Fact name={t('paid')}>
            <Amount stroops={paidStroops} asset={settlement} />
          </Fact>
          {txHash && (
            <Fact name={t('transaction')}>
              <TxHash value={txHash} />
            </Fact>
          )}
          <Fact name={t('root')}>
            <Hash value={root} />
          </Fact>
        </Facts>
      </section>
    </div>
  )
}
