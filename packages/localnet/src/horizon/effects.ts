import { fromTotalOrderId } from '../rpc/ids.ts'
import { toRfc3339 } from '../server/encoding.ts'
import { invalidField } from './answer.ts'
import { type HorizonContext, type HorizonHandler, link } from './context.ts'
import { EFFECT_TYPES, type Effect } from './ingest/effect-types.ts'
import { ordinalOf, type Ref } from './ingest/history-index.ts'
import { accountFields, baseAddress } from './muxed.ts'
import { findOperation, isOperationId } from './operations.ts'
import { type HistoryPage, pageAnswer, readHistoryPage } from './paging.ts'
import { readScope, type ScopeKind } from './scope.ts'
import { numbersIn, operationsBeyond } from './window.ts'

const ID_DIGITS = 19
const ORDER_DIGITS = 10

function describe({ account, type, fields }: Effect, ref: Ref, order: number, { index, baseUrl }: HorizonContext) {
  const operation = index.operationId(ref).toString()
  const token = `${operation}-${order}`
  return {
    _links: {
      operation: link(`${baseUrl}/operations/${operation}`),
      succeeds: link(`${baseUrl}/effects?order=desc&cursor=${token}`),
      precedes: link(`${baseUrl}/effects?order=asc&cursor=${token}`),
    },
    id: `${operation.padStart(ID_DIGITS, '0')}-${order.toString().padStart(ORDER_DIGITS, '0')}`,
    paging_token: token,
    ...accountFields('account', account),
    type,
    type_i: EFFECT_TYPES[type],
    created_at: toRfc3339(index.transaction(ordinalOf(ref)).closeTime),
    ...fields,
  }
}

/** The effects of operations, in order, beyond the cursor; of one account only when it is given. */
function* effectsIn(refs: Iterable<Ref>, page: HistoryPage, context: HorizonContext, account: string | undefined) {
  const { index } = context
  const { after, descending } = page
  for (const ref of refs) {
    const numbered = index.effectsOf(ref).map((effect, at) => ({ effect, order: at + 1 }))
    const atCursor = after !== undefined && index.operationId(ref) === after.id
    for (const { effect, order } of descending ? numbered.toReversed() : numbered) {
      if (atCursor && (descending ? BigInt(order) >= after.order : BigInt(order) <= after.order)) continue
      if (account !== undefined && baseAddress(effect.account) !== account) continue
      yield describe(effect, ref, order, context)
    }
  }
}

export function listEffects(kind: ScopeKind): HorizonHandler {
  return (request, context, [name = '']) => {
    const read = readHistoryPage(request, context)
    if ('refusal' in read) return read.refusal
    const scope = readScope(kind, name, context)
    if ('status' in scope) return scope
    const range = operationsBeyond(context.index, read.page, scope.range, true)
    const refs = numbersIn(scope.trail?.effects ?? context.index.effects, range, read.page.descending)
    const account = kind === 'account' ? name : undefined
    const records = effectsIn(refs, read.page, context, account).take(read.page.limit).toArray()
    return pageAnswer(records, read.page, request, context)
  }
}

/** The effects of one operation; none of an operation that is not known. */
export const listOperationEffects: HorizonHandler = (request, context, [id = '']) => {
  const read = readHistoryPage(request, context)
  if ('refusal' in read) return read.refusal
  if (!isOperationId(id)) return invalidField('op_id', 'Operation ID must be an integer higher than 0')
  const ref = findOperation(fromTotalOrderId(BigInt(id)).ledger > 0 ? id : '0', context)
  const refs = ref === undefined ? [] : [ref]
  const records = effectsIn(refs, read.page, context, undefined).take(read.page.limit).toArray()
  return pageAnswer(records, read.page, request, context)
}
