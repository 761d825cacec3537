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

  async booked(context, client, row, outcome) {
    const project = await projectOf(client, Number(row.payload.offeringId))
    for (const [index, payment] of paymentsOf(row.payload).entries()) {
      const operation = outcome.operations[index]
      const sent = operation?.kind === 'path-payment' ? operation.sentStroops : undefined
      if (sent === undefined) throw new Error(`no sent amount of operation ${index} in ${outcome.hash}`)
      await client.query(
        `INSERT INTO payment (bill_number, system_id, party_index, tx_hash, operation_index, send_asset, sent_stroops, received_stroops, ledger)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (tx_hash, operation_index) DO NOTHING`,
        [
          payment.number,
          project.systemId,
          payment.partyIndex,
          outcome.hash,
          index,
          payment.sendAsset,
          sent,
          payment.amountStroops,
          outcome.ledger,
        ],
      )
      context.log.info(
        {
          bill: payment.number,
          hash: outcome.hash,
          sent: String(sent),
          asset: payment.sendAsset,
        },
        'paid',
      )
    }
  },

  async abandoned(_context, client, row) {
    await freeBills(client, row.id)
  },
}

const paymentsOf = (payload: Record<string, unknown>) => payload.payments as readonly BillPayment[]
