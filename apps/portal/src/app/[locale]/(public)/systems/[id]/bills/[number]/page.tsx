import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { foundOr404 } from '../../../../../../../api/found.ts'
import { getSystem, traceBill } from '../../../../../../../api/queries.ts'
import type { BillTrace, Party } from '../../../../../../../api/types.ts'
import { offeringOfSystem } from '../../../../../../../data/offering-of-system.ts'
import { readId } from '../../../../../../../data/page-params.ts'
import { plainAmount } from '../../../../../../../format/amount.ts'
import { energyText } from '../../../../../../../format/energy.ts'
import { timeText } from '../../../../../../../format/time.ts'
import { BillReadings } from '../../../../../../../public/bill-readings.tsx'
import { BillStatus } from '../../../../../../../public/bills-table.tsx'
import { WaterfallFlow } from '../../../../../../../public/waterfall-flow.tsx'
import { networkNow } from '../../../../../../../site/network.ts'
import { Amount } from '../../../../../../../ui/amount.tsx'
import { buttonClass } from '../../../../../../../ui/button.tsx'
import { Energy } from '../../../../../../../ui/energy.tsx'
import { Address, Hash, TxHash } from '../../../../../../../ui/identifier.tsx'
import { Link } from '../../../../../../../ui/link.tsx'
import { Notice } from '../../../../../../../ui/notice.tsx'
import { ProblemNote } from '../../../../../../../ui/problem-note.tsx'
import { PageHead, Section } from '../../../../../../../ui/section.tsx'
import { Fact, Facts } from '../../../../../../../ui/stat.tsx'
import { ModelledBadge } from '../../../../../../../ui/state-badge.tsx'
import { DataTable } from '../../../../../../../ui/table.tsx'
import { Time } from '../../../../../../../ui/time.tsx'

interface Props {
  readonly params: Promise<{ id: string; number: string }>
}

/** The number of a bill (u64) as an address has it. */
function readNumber(text: string): string {
  if (!/^[1-9]\d{0,18}$/.test(text)) notFound()
  return text
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('bill')
  return { title: t('title', { number: readNumber((await params).number) }) }
}

/** A bill, told from the readings to the buckets: why this amount, and where each stroop went. */
export default async function BillPage({ params }: Props) {
  const { id, number: text } = await params
  const [systemId, number] = [readId(id), readNumber(text)]
  const [t, locale, now, trace, system, offering] = await Promise.all([
    getTranslations('bill'),
    getLocale(),
    networkNow(),
    traceBill(systemId, number).then(foundOr404),
    getSystem(systemId),
    offeringOfSystem(systemId),
  ])
  if (!trace.ok) {
    return (
      <>
        <PageHead title={t('title', { number })} />
        <div className="mt-6">
          <ProblemNote problem={trace.error} />
        </div>
      </>
    )
  }
  const { bill, statement, readings, settlements, modelled, systemName, tariff } = trace.value
  const asset = offering?.settlementAsset ?? ''
  return (
    <>
      <PageHead
        eyebrow={
          <Link href={`/systems/${systemId}`} className="link">
            {systemName}
          </Link>
        }
        title={t('title', { number })}
        lead={t('lead', {
          name: bill.partyName ?? String(bill.partyIndex),
          from: timeText(bill.from, 'minute', locale),
          to: timeText(bill.to, 'minute', locale),
        })}
        badges={
          <>
            <BillStatus bill={bill} now={now} />
            {modelled && <ModelledBadge />}
          </>
        }
        actions={
          <>
            <Link href={`/check/bill?system=${systemId}&number=${number}`} className={buttonClass('secondary')}>
              {t('check')}
            </Link>
            {!bill.paid && (
              <Link href={`/pay/${systemId}/${bill.partyIndex}`} className={buttonClass()}>
                {t('pay')}
              </Link>
            )}
          </>
        }
      />
      <Section id="why" title={t('why')}>
        <Why trace={trace.value} asset={asset} />
      </Section>
      {statement && (
        <Section id="sharing" title={t('sharing')}>
          <Sharing trace={trace.value} parties={system.ok ? system.value.parties : []} />
        </Section>
      )}
      <Section
        id="behind"
        title={t('readings')}
        lead={readings ? t('readingsLead', { count: readings.count }) : t('noReadings')}
      >
        {readings && <BillReadings readings={readings} />}
      </Section>
      <Section id="payments" title={t('payments')}>
        {bill.payments.length === 0 ? (
          <p className="text-muted">{t('noPayments')}</p>
        ) : (
          <DataTable
            id="payments-table"
            caption={t('payments')}
            hideCaption
            dense
            rows={bill.payments}
            keyOf={({ txHash, operationIndex }) => `${txHash}/${operationIndex}`}
            columns={[
              {
                id: 'sent',
                title: t('sent'),
                header: true,
                cell: ({ sentStroops, sendAsset }) => <Amount stroops={sentStroops} asset={sendAsset} />,
              },
              {
                id: 'received',
                title: t('received'),
                cell: ({ receivedStroops }) => <Amount stroops={receivedStroops} asset={asset} />,
              },
              { id: 'tx', title: t('transaction'), cell: ({ txHash }) => <TxHash value={txHash} /> },
            ]}
          />
        )}
      </Section>
      {settlements.length > 0 && (
        <Section id="settlements" title={t('settlements')}>
          <ul className="space-y-6">
            {settlements.map(({ receipt, appliedStroops }) => (
              <li key={receipt.txHash} className="space-y-2">
                <p className="flex flex-wrap items-center gap-x-4">
                  {t('applied', { amount: plainAmount(appliedStroops, asset, locale) })}
                  <TxHash value={receipt.txHash} />
                </p>
                <WaterfallFlow totals={receipt} receipts={1} asset={asset} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section id="proof" title={t('proof')}>
        <div className="card px-5 py-2">
          <Facts>
            <Fact name={t('madeBy')}>
              <TxHash value={bill.txHash} />
            </Fact>
            {statement && (
              <Fact name={t('root')}>
                <Hash value={statement.readingsRoot} />
              </Fact>
            )}
            {statement?.hash && (
              <Fact name={t('statement')}>
                <Hash value={statement.hash} />
              </Fact>
            )}
            {tariff && (
              <Fact
                name={t('price')}
                note={
                  <>
                    {t('since')} <Time at={tariff.effectiveAt} />, {t('tariffBy')} <Address value={tariff.feeder} />
                  </>
                }
              >
                <Amount stroops={tariff.priceStroopsPerKwh} asset={asset} /> · {tariff.symbol}
              </Fact>
            )}
          </Facts>
        </div>
      </Section>
    </>
  )
}

const milliText = (milli: string) => {
  const value = BigInt(milli)
  const sign = value < 0n ? '-' : ''
  const size = value < 0n ? -value : value
  return { stroops: `${sign}${size / 1000n}`, rest: size % 1000n }
}

/** The lines of a bill and their sum. */
async function Why({ trace, asset }: { readonly trace: BillTrace; readonly asset: string }) {
  const [t, locale] = await Promise.all([getTranslations('bill'), getLocale()])
  const { bill, statement, amount } = trace
  const line = (what: string) => amount?.lines.find((one) => one.what === what)?.milli ?? '0'
  return (
    <div className="space-y-4">
      {bill.provisional && <Notice tone="warn">{t('provisional')}</Notice>}
      {statement?.quality === 1 && <Notice tone="warn">{t('estimated')}</Notice>}
      <div className="card px-5 py-2">
        <Facts>
          <Fact name={t('delivered')}>
            <Energy wh={bill.deliveredWh} />
          </Fact>
          <Fact name={t('price')}>
            <Amount stroops={bill.priceStroopsPerKwh} asset={asset} />
          </Fact>
          <Fact name={t('energyCost')}>
            <Amount stroops={milliText(line('delivered')).stroops} asset={asset} />
          </Fact>
          {bill.creditedWh !== '0' && (
            <Fact name={t('credited')} note={`${energyText(BigInt(bill.creditedWh), locale).exact}`}>
              <Amount stroops={milliText(line('credited')).stroops} asset={asset} />
            </Fact>
          )}
          {bill.adjustmentMilli !== '0' && (
            <Fact name={t('adjustment')}>
              <Amount stroops={milliText(bill.adjustmentMilli).stroops} asset={asset} />
            </Fact>
          )}
          {amount && (
            <Fact name={t('carried')}>
              <span className="figure">{amount.carriedMilli}/1000 stroop</span>
            </Fact>
          )}
          <Fact name={<strong className="text-ink">{t('due')}</strong>}>
            <strong className="text-lg">
              <Amount stroops={bill.dueStroops} asset={asset} />
            </strong>
          </Fact>
          <Fact name={t('paid')}>
            <Amount stroops={bill.paidStroops} asset={asset} />
          </Fact>
          <Fact name={t('dueAt')}>
            <Time at={bill.dueAt} />
          </Fact>
          <Fact name={t('utility')} note={t('utilityNote')}>
            <Amount stroops={milliText(line('delivered')).stroops} asset={asset} />
          </Fact>
        </Facts>
      </div>
    </div>
  )
}

/** How the energy of the interval was shared among the parties. */
async function Sharing({ trace, parties }: { readonly trace: BillTrace; readonly parties: readonly Party[] }) {
  const [t, locale] = await Promise.all([getTranslations('bill'), getLocale()])
  const { statement, sharing } = trace
  if (!statement || !sharing) return null
  return (
    <div className="space-y-3">
      <p>
        {t('pool')}: <Energy wh={sharing.poolWh} />
      </p>
      <DataTable
        id="sharing-table"
        caption={t('sharing')}
        hideCaption
        dense
        rows={sharing.deliveredWh.map((delivered, index) => ({
          index,
          delivered,
          consumed: statement.consumedWh[index] ?? '0',
        }))}
        keyOf={({ index }) => String(index)}
        columns={[
          {
            id: 'party',
            title: t('party'),
            header: true,
            cell: ({ index }) => parties.find((party) => party.index === index)?.name ?? index,
          },
          { id: 'consumed', title: t('consumed'), right: true, cell: ({ consumed }) => <Energy wh={consumed} /> },
          { id: 'share', title: t('share'), right: true, cell: ({ delivered }) => <Energy wh={delivered} /> },
        ]}
      />
      {sharing.unattributedWh !== '0' && (
        <p className="text-sm text-muted">
          {t('unattributed', { energy: energyText(BigInt(sharing.unattributedWh), locale).exact })}
        </p>
      )}
    </div>
  )
}
