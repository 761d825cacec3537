import { StrKey } from '@stellar/stellar-sdk/base'
import * as xdr from '@stellar/stellar-sdk/xdr'
import { xdrText } from './address.ts'
import type { ChainEvent } from './events.ts'
import type { Lookup } from './lookup.ts'

/**
 * The contract events of a successful transaction in the form that `ContractHandle.decodeEvents` reads. Their ids count
 * within the transaction and are not the network's.
 */
export function eventsOf(success: Extract<Lookup, { kind: 'success' }>): readonly ChainEvent[] {
  return success.events.flatMap(({ eventsXdr }, operationIndex) =>
    eventsXdr.flatMap((text, index) => {
      const event = xdr.ContractEvent.fromXdr(text, 'base64')
      if (!event.contractId || event.body.type !== 'v0') return []
      const { topics, data } = event.body.v0
      return {
        id: `${success.hash}-${operationIndex}-${index}`,
        contractId: StrKey.encodeContract(event.contractId.value),
        ledger: success.ledger,
        closedAt: success.closedAt,
        txHash: success.hash,
        applicationOrder: success.applicationOrder,
        operationIndex,
        eventIndex: index,
        topicsXdr: topics.map(xdrText),
        valueXdr: xdrText(data),
      }
    }),
  )
}
