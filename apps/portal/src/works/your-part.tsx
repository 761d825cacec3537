import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { Bid, Tender } from '../api/tender-types.ts'
import { plainAmount } from '../format/amount.ts'
import { timeText } from '../format/time.ts'
import { OneStep } from '../signing/one-step.tsx'
import { networkNow } from '../site/network.ts'
import { Notice } from '../ui/notice.tsx'
import { BidForm } from './bid-form.tsx'
import type { WorkFacts } from './facts.ts'
import { MilestoneWork } from './milestone-work.tsx'
import { type OwnPart, ownPart } from './own-part.ts'
import { RevealForm } from './reveal-form.tsx'
import { SecretStatus } from './secret-status.tsx'

/** What is up to who is signed in, and the way to do it. */
export async function YourPart({ tender, facts }: { readonly tender: Tender; readonly facts: WorkFacts }) {
  const part = ownPart(tender, facts.address, await networkNow())
  return <div className="space-y-5">{await contentOf(part, tender, facts)}</div>
}

async function contentOf(part: OwnPart, tender: Tender, facts: WorkFacts): Promise<ReactNode> {
  const [t, locale] = await Promise.all([getTranslations('works'), getLocale()])
  const { terms } = tender
  const time = (moment: string | null) => (moment === null ? '—' : timeText(moment, 'minute', locale))
  const act = actOf(facts)
  switch (part.part) {
    case 'may-bid':
      return (
        <>
          <p>{t('mayBid', { time: time(terms.commitBy) })}</p>
          <BidForm facts={facts} ceilingStroops={terms.ceilingStroops} bondStroops={terms.bondStroops} />
        </>
      )
    case 'sealed':
      return (
        <>
          <p className="max-w-prose">{t('sealedNow', { from: time(terms.scoreBy), time: time(terms.revealBy) })}</p>
          <SecretStatus facts={facts} commitment={part.bid.commitment} />
          {part.mayWithdraw && (
            <div className="border-t border-line pt-5">
              <p className="mb-3 text-sm text-muted">{t('withdrawNote', { time: time(terms.withdrawBy) })}</p>
              <OneStep {...act('bid-withdraw')} label={t('withdraw')} />
            </div>
          )}
        </>
      )
    case 'must-reveal':
      return (
        <>
          <Notice tone="warn">{t('mustReveal', { time: time(terms.revealBy) })}</Notice>
          <RevealForm facts={facts} commitment={part.bid.commitment} />
        </>
      )
    case 'revealed':
      return <p>{t('revealedNow', { time: time(tender.awardBy) })}</p>
    case 'must-accept':
      return (
        <>
          <Notice tone="good">
            {t('mustAccept', {
              price: plainAmount(tender.priceStroops ?? '0', facts.settlementAsset, locale),
              time: time(tender.acceptBy),
            })}
          </Notice>
          <OneStep {...act('accept-award')} label={t('accept')} />
        </>
      )
    case 'works':
      return (
        <>
          <MilestoneWork tender={tender} facts={facts} />
          <BondBack tender={tender} facts={facts} />
        </>
      )
    case 'over':
      return <Over bid={part.bid} bondStroops={part.bondStroops} facts={facts} />
  }
}

/** A step about the tender, with nothing to fill in. */
const actOf =
  ({ id, address, network, settlementAsset, contractId, names }: WorkFacts) =>
  (action: string, params: object = {}) => ({
    address,
    network,
    settlementAsset,
    names,
    contracts: [contractId],
    request: { action, source: address, params: { tender: id, ...params } },
  })

/** Once the works are done their contractor's own bond comes back, too. */
async function BondBack({ tender, facts }: { readonly tender: Tender; readonly facts: WorkFacts }) {
  const bid = tender.bids.find(({ bidder }) => bidder === facts.address)
  if (tender.phase !== 'done' || bid === undefined || bid.bondStroops === '0') return null
  return <SettleBond bondStroops={BigInt(bid.bondStroops)} facts={facts} />
}

async function Over({
  bid,
  bondStroops,
  facts,
}: {
  readonly bid: Bid | null
  readonly bondStroops: bigint
  readonly facts: WorkFacts
}) {
  const t = await getTranslations('works')
  if (bondStroops > 0n) return <SettleBond bondStroops={bondStroops} facts={facts} />
  if (bid?.standing === 'Sealed') return <Notice tone="warn">{t('bondForfeited')}</Notice>
  return <p>{t('overLead')}</p>
}

async function SettleBond({ bondStroops, facts }: { readonly bondStroops: bigint; readonly facts: WorkFacts }) {
  const [t, locale] = await Promise.all([getTranslations('works'), getLocale()])
  return (
    <div className="space-y-3">
      <p>{t('bondBack')}</p>
      <OneStep
        {...actOf(facts)('settle-bond', { bidder: facts.address })}
        label={t('settleBond', { amount: plainAmount(bondStroops, facts.settlementAsset, locale) })}
      />
    </div>
  )
}
