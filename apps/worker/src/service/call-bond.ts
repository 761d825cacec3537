import { projectOf } from '../project.ts'
import type { Handler } from '../submit/handler.ts'

/** Announces the early redemption; the contract names the date. */
export const callBond: Handler = {
  kind: 'offering.call',
  async build(context, row) {
    const project = await projectOf(context.store, Number(row.payload.offeringId))
    const issuer = (await context.keys.signer('issuer')).address
    return {
      signers: ['issuer'],
      operations: [context.contracts.call('offering', project.offering, 'call', { who: issuer }, issuer)],
    }
  },
  async booked(context, _client, row, outcome) {
    const date = context.contracts.returned<bigint>('offering', 'call', outcome)
    context.log.info({ offering: row.payload.offeringId, date: String(date), hash: outcome.hash }, 'called')
  },
}
