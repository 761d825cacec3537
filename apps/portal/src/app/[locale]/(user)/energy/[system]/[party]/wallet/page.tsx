import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ApiProblem } from '../../../../../../../api/problem.ts'
import type { PrepaidWallet } from '../../../../../../../api/types.ts'
import { offeringOfSystem } from '../../../../../../../data/offering-of-system.ts'
import { assetCode, plainAmount } from '../../../../../../../format/amount.ts'
import { ClientTexts } from '../../../../../../../i18n/client-texts.tsx'
import { RefreshOn } from '../../../../../../../live/refresh-on.tsx'
import { orSignIn, requireAddress } from '../../../../../../../session/require.ts'
import { OneStep } from '../../../../../../../signing/one-step.tsx'
import { type SigningNetwork, signingNetwork } from '../../../../../../../signing/site-network.ts'
import { SIGNING_TEXTS } from '../../../../../../../signing/texts.ts'
import { Amount } from '../../../../../../../ui/amount.tsx'
import { Badge } from '../../../../../../../ui/badge.tsx'
import { Address, shortened } from '../../../../../../../ui/identifier.tsx'
import { Notice } from '../../../../../../../ui/notice.tsx'
import { ProblemNote } from '../../../../../../../ui/problem-note.tsx'
import { PageHead, Section } from '../../../../../../../ui/section.tsx'
import { Fact, Facts } from '../../../../../../../ui/stat.tsx'
import { AmountForm } from '../../../../../../../user/amount-form.tsx'
import { OpenWallet } from '../../../../../../../user/open-wallet.tsx'
import { type PartyParams, partyAt, placeOf } from '../../../../../../../user/party.ts'
import { getWallet } from '../../../../../../../user/queries.ts'
import { UserHead } from '../../../../../../../user/user-head.tsx'

interface Props {
  readonly params: PartyParams
}

/** What every act on the wallet needs to know. */
interface Shared {
  readonly system: number
  readonly party: number
  readonly address: string
  readonly network: SigningNetwork
  readonly settlementAsset: string
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('user')
  return { title: t('tabWallet') }
}

/** A party's prepaid wallet: what is in it, who may pay from it, and every way to change that. */
export default async function WalletPage({ params }: Props) {
  const place = await placeOf(params)
  const path = `${place.path}/wallet`
  const address = await requireAddress(path)
  const [t, found, wallet, network, offering] = await Promise.all([
    getTranslations('user'),
    partyAt(place),
    getWallet(place.systemId, place.index).then((answer) => orSignIn(answer, path)),
    signingNetwork(),
    offeringOfSystem(place.systemId),
  ])
  if (!found.ok) {
    return (
      <>
        <PageHead title={t('tabWallet')} />
        <div className="mt-6">
          <ProblemNote problem={found.error} />
        </div>
      </>
    )
  }
  const shared =
    network === null
      ? null
      : {
          system: place.systemId,
          party: place.index,
          address,
          network,
          settlementAsset: offering?.settlementAsset ?? '',
        }
  return (
    <ClientTexts of={['user', ...SIGNING_TEXTS]}>
      <RefreshOn events={['payment', 'bill', 'transaction']} systemId={place.systemId} />
      <UserHead system={found.value.system} party={found.value.party} at="tabWallet" />
      <p className="mt-4 max-w-prose text-muted">{t('walletLead')}</p>
      <div className="mt-6">
        {wallet.ok && shared ? (
          <WalletView wallet={wallet.value} shared={shared} />
        ) : !wallet.ok && wallet.error.extra.reason === 'WALLET_MISSING' && shared ? (
          <NoWallet shared={shared} />
        ) : (
          !wallet.ok && <WalletProblemNote problem={wallet.error} />
        )}
      </div>
    </ClientTexts>
  )
}

async function WalletProblemNote({ problem }: { readonly problem: ApiProblem }) {
  const t = await getTranslations('user')
  return problem.status === 403 ? (
    <Notice tone="warn" title={t('notYours')}>
      {t('notYoursLead')}
    </Notice>
  ) : (
    <ProblemNote problem={problem} />
  )
}

async function NoWallet({ shared }: { readonly shared: Shared }) {
  const t = await getTranslations('user')
  return (
    <Section id="open" title={t('openWallet')} lead={t('openWalletLead')} className="mt-0">
      <OpenWallet {...shared} />
    </Section>
  )
}

async function WalletView({ wallet, shared }: { readonly wallet: PrepaidWallet; readonly shared: Shared }) {
  const [t, locale] = await Promise.all([getTranslations('user'), getLocale()])
  const { settlementAsset, system, party, address } = shared
  const assets = wallet.balances.map(({ asset }) => asset)
  const act = {
    address,
    network: shared.network,
    settlementAsset,
    accounts: [wallet.address],
    names: { [wallet.address]: t('walletAddress') },
  }
  const request = (action: string, params: object = {}) => ({
    action,
    source: address,
    params: { system, party, ...params },
  })
  return (
    <>
      <div className="space-y-3">
        {wallet.low && <Notice tone="warn">{t('low')}</Notice>}
        {wallet.tooPowerful && <Notice tone="bad">{t('tooPowerful')}</Notice>}
        {wallet.strangers.map((key) => (
          <Notice key={key} tone="bad">
            {t('strangers', { key: shortened(key) })}
          </Notice>
        ))}
      </div>
      <div className="mt-4 card px-5 py-2">
        <Facts>
          <Fact name={t('walletAddress')}>
            <Address value={wallet.address} />
          </Fact>
          {wallet.balances.map(({ asset, spendableStroops, costStroops }) => (
            <Fact
              key={asset}
              name={`${t('balance')}: ${assetCode(asset)}`}
              note={
                wallet.openStroops === '0' || costStroops === null
                  ? undefined
                  : `${t('cost')}: ${plainAmount(costStroops, asset, locale)}`
              }
            >
              <Amount stroops={spendableStroops} asset={asset} />
            </Fact>
          ))}
          <Fact name={t('openNow')}>
            <Amount stroops={wallet.openStroops} asset={settlementAsset} />
          </Fact>
          <Fact name={t('float')}>
            {wallet.floatStroops === null ? (
              t('floatNote')
            ) : (
              <Amount stroops={wallet.floatStroops} asset={settlementAsset} />
            )}
          </Fact>
          {wallet.nextBillStroops && (
            <Fact name={t('nextBill')}>
              <Amount stroops={wallet.nextBillStroops} asset={settlementAsset} />
            </Fact>
          )}
        </Facts>
      </div>
      <Section
        id="autopay"
        title={t('autopay')}
        lead={t(wallet.autopay ? 'autopayOn' : 'autopayOff')}
        aside={<Badge tone={wallet.autopay ? 'good' : 'neutral'}>{wallet.autopay ? '✓' : '—'}</Badge>}
      >
        {wallet.autopay && <p className="mb-3 text-sm text-muted">{t('stopNote')}</p>}
        <OneStep
          {...act}
          label={t(wallet.autopay ? 'stop' : 'start')}
          request={request(wallet.autopay ? 'autopay-stop' : 'autopay-start')}
        />
      </Section>
      <Section id="top-up" title={t('topUp')}>
        <AmountForm
          {...shared}
          action="wallet-top-up"
          wallet={wallet.address}
          assets={assets}
          label={t('topUp')}
          walletName={t('walletAddress')}
        />
      </Section>
      <Section id="withdraw" title={t('withdraw')}>
        <AmountForm
          {...shared}
          action="wallet-withdraw"
          wallet={wallet.address}
          assets={assets}
          label={t('withdraw')}
          walletName={t('walletAddress')}
        />
      </Section>
      {wallet.allowances.length > 0 && (
        <Section id="allowances" title={t('allowances')}>
          <ul className="space-y-4">
            {wallet.allowances.map(({ spender, contractId, amountStroops }) => (
              <li key={spender + contractId} className="space-y-2">
                <p>
                  {t('allowance', {
                    spender: shortened(spender),
                    amount: plainAmount(amountStroops, settlementAsset, locale),
                  })}
                </p>
                <OneStep
                  {...act}
                  contracts={[contractId]}
                  label={t('revoke')}
                  request={request('allowance-revoke', { spender })}
                />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
