import { StrKey, xdr } from '@stellar/stellar-sdk/base'
import type { IndexedEvent } from './event-index.ts'
import { type Checked, invalidParams } from './outcome.ts'
import { isRecord } from './params.ts'

const MAX_FILTERS = 5
const MAX_CONTRACT_IDS = 5
const MAX_TOPICS = 5
const MAX_SEGMENTS = 4
const ONE = '*'
const REST = '**'

/** One alternative of an event filter; an empty list means no constraint. */
export interface EventFilter {
  readonly types: readonly string[]
  readonly contractIds: readonly string[]
  /** Each a list of base64 topics, `*` for any one, `**` at the end for any number more. */
  readonly topics: readonly (readonly string[])[]
}

function isScVal(text: string): boolean {
  try {
    return xdr.ScVal.validateXdr(text, 'base64')
  } catch {
    return false
  }
}

function readTypes(value: unknown): Checked<readonly string[]> {
  if (value === undefined || value === null || value === '') return { value: [] }
  if (typeof value !== 'string') return invalidParams('type must be a string')
  const types = value.split(',')
  return types.every((type) => type === 'system' || type === 'contract')
    ? { value: types }
    : invalidParams("filter type invalid: if set, type must be either 'system' or 'contract'")
}

function readContractIds(value: unknown): Checked<readonly string[]> {
  if (value === undefined || value === null) return { value: [] }
  if (!Array.isArray(value)) return invalidParams('contractIds must be a list')
  if (value.length > MAX_CONTRACT_IDS) return invalidParams(`maximum ${MAX_CONTRACT_IDS} contract IDs per filter`)
  const ids: string[] = []
  for (const [index, id] of value.entries()) {
    if (typeof id !== 'string' || !StrKey.isValidContract(id)) return invalidParams(`contract ID ${index + 1} invalid`)
    ids.push(id)
  }
  return { value: ids }
}

function readTopic(value: unknown): Checked<readonly string[]> {
  if (!Array.isArray(value) || value.length === 0) return invalidParams('topic must have at least 1 segment')
  const fixed = value.at(-1) === REST ? value.length - 1 : value.length
  if (fixed > MAX_SEGMENTS) return invalidParams(`topic cannot have more than ${MAX_SEGMENTS} segments`)
  const segments: string[] = []
  for (const [index, segment] of value.entries()) {
    if (segment === REST && index < fixed) {
      return invalidParams(`segment ${index + 1} invalid: wildcard '**' is only allowed as the last segment`)
    }
    if (typeof segment !== 'string' || !(segment === ONE || segment === REST || isScVal(segment))) {
      return invalidParams(`segment ${index + 1} invalid: must be base64 XDR of an ScVal, '*' or '**'`)
    }
    segments.push(segment)
  }
  return { value: segments }
}

function readTopics(value: unknown): Checked<readonly (readonly string[])[]> {
  if (value === undefined || value === null) return { value: [] }
  if (!Array.isArray(value)) return invalidParams('topics must be a list')
  if (value.length > MAX_TOPICS) return invalidParams(`maximum ${MAX_TOPICS} topics per filter`)
  const topics: (readonly string[])[] = []
  for (const [index, each] of value.entries()) {
    const topic = readTopic(each)
    if ('error' in topic) return invalidParams(`topic ${index + 1} invalid: ${topic.error.message}`)
    topics.push(topic.value)
  }
  return { value: topics }
}

function readFilter(value: unknown): Checked<EventFilter> {
  if (!isRecord(value)) return invalidParams('must be an object')
  const types = readTypes(value.type)
  if ('error' in types) return types
  const contractIds = readContractIds(value.contractIds)
  if ('error' in contractIds) return contractIds
  const topics = readTopics(value.topics)
  if ('error' in topics) return topics
  return {
    value: {
      types: types.value,
      contractIds: contractIds.value,
      topics: topics.value,
    },
  }
}

/** Reads the `filters` of a `getEvents` call with the network's own limits. */
export function readFilters(value: unknown): Checked<readonly EventFilter[]> {
  if (value === undefined || value === null) return { value: [] }
  if (!Array.isArray(value)) return invalidParams('filters must be a list')
  if (value.length > MAX_FILTERS) return invalidParams(`maximum ${MAX_FILTERS} filters per request`)
  const filters: EventFilter[] = []
  for (const [index, each] of value.entries()) {
    const filter = readFilter(each)
    if ('error' in filter) return invalidParams(`filter ${index + 1} invalid: ${filter.error.message}`)
    filters.push(filter.value)
  }
  return { value: filters }
}

function matchesTopic(segments: readonly string[], topics: readonly string[]): boolean {
  const open = segments.at(-1) === REST
  const fixed = open ? segments.slice(0, -1) : segments
  if (open ? topics.length < fixed.length : topics.length !== fixed.length) return false
  return fixed.every((segment, index) => segment === ONE || segment === topics[index])
}

/** An event passes when any filter holds; within a filter type, contract and any one topic list must hold. */
export function matches(filters: readonly EventFilter[], event: IndexedEvent): boolean {
  if (filters.length === 0) return true
  return filters.some(
    ({ types, contractIds, topics }) =>
      (types.length === 0 || types.includes(event.type)) &&
      (contractIds.length === 0 || contractIds.includes(event.contractId)) &&
      (topics.length === 0 || topics.some((segments) => matchesTopic(segments, event.topics))),
  )
}
