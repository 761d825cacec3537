import { type Asset, muxedAddress, pathPaymentStrictReceive } from '@heliobond/chain'
import { projectOf } from '../project.ts'
import type { Handler } from '../submit/handler.ts'
import { freeBills } from './open-bills.ts'

/** One bill's path payment strict receive, as quoted. */
export interface BillPayment {
  readonly number: string
  readonly partyIndex: number
  readonly wallet: string
  readonly collection: string
  readonly amountStroops: string
  readonly sendAsset: Asset
  readonly sendMaxStroops: string
  readonly path: readonly Asset[]
}

/**
 * Pays up to 100 bills in one transaction, each exactly, from its party's wallet to its party's collection account. The bill's number is the
 * muxed id of the destination: information for people, since correctness comes from the account.
 */
export const payBills: Handler = {
  kind: 'pay.bills',

  async build(context, row) {
    const project = await projectOf(context.store, Number(row.payload.offeringId))
    return {
      signers: ['autopay'],
      operations: paymentsOf(row.payload).map((payment) =>
        pathPaymentStrictReceive({
          source: payment.wallet,
          sendAsset: payment.sendAsset,
          sendMaxStroops: BigInt(payment.sendMaxStroops),
          destination: muxedAddress(payment.collection, BigInt(payment.number)),
          destAsset: project.settlementAsset,
          destAmountStroops: BigInt(payment.amountStroops),
          path: payment.path,
        }),
      ),
    }
  },

  /** What arrived the indexer enters. */
  async booked(context, _client, row, outcome) {
    for (const { number, sendAsset } of paymentsOf(row.payload))
      context.log.info({ bill: number, hash: outcome.hash, asset: sendAsset }, 'paid')
  },

  async abandoned(_context, client, row) {
    await freeBills(client, row.id)
  },
}

const paymentsOf = (payload: Record<string, unknown>) => payload.payments as readonly BillPayment[]
