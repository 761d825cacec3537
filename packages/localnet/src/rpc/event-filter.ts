import { StrKey } from '@stellar/stellar-sdk/base'
import type { IndexedEvent } from './event-index.ts'
import { type Checked, invalidParams } from './outcome.ts'

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

/** A filter as the call gave it, its segments decoded. */
export interface FilterRequest {
  readonly type?: string
  readonly contractIds?: readonly (string | undefined)[]
  readonly topics?: readonly (readonly (string | undefined)[] | undefined)[]
}

/** What is wrong with a list of topics; undefined if nothing is. */
function topicRefusal(topic: readonly (string | undefined)[]): string | undefined {
  if (topic.length === 0) return 'topic must have at least 1 segment'
  const fixed = topic.at(-1) === REST ? topic.slice(0, -1) : topic
  const early = fixed.indexOf(REST)
  if (early >= 0) return `segment ${early + 1} invalid: wildcard '**' is only allowed as the last segment`
  if (fixed.length > MAX_SEGMENTS) return `topic cannot have more than ${MAX_SEGMENTS} segments`
  const empty = fixed.indexOf(undefined)
  return empty >= 0 ? `segment ${empty + 1} invalid: must set either wildcard or scval` : undefined
}

/** What is wrong with a filter, in the order in which the network looks (go-stellar-sdk, `EventFilter.Valid`). */
function filterRefusal({ type, contractIds = [], topics = [] }: FilterRequest): string | undefined {
  const types = type ? type.split(',') : []
  if (!types.every((each) => each === 'system' || each === 'contract')) {
    return "filter type invalid: if set, type must be either 'system' or 'contract'"
  }
  if (contractIds.length > MAX_CONTRACT_IDS) return `maximum ${MAX_CONTRACT_IDS} contract IDs per filter`
  if (topics.length > MAX_TOPICS) return `maximum ${MAX_TOPICS} topics per filter`
  const strange = contractIds.findIndex((id) => id === undefined || !StrKey.isValidContract(id))
  if (strange >= 0) return `contract ID ${strange + 1} invalid`
  for (const [index, topic = []] of topics.entries()) {
    const refusal = topicRefusal(topic)
    if (refusal !== undefined) return `topic ${index + 1} invalid: ${refusal}`
  }
  return undefined
}

const present = <T>(value: T | undefined): value is T => value !== undefined

/** Reads the `filters` of a `getEvents` call with the network's own limits. */
export function readFilters(filters: readonly (FilterRequest | undefined)[]): Checked<readonly EventFilter[]> {
  if (filters.length > MAX_FILTERS) return invalidParams(`maximum ${MAX_FILTERS} filters per request`)
  const read: EventFilter[] = []
  for (const [index, filter = {}] of filters.entries()) {
    const refusal = filterRefusal(filter)
    if (refusal !== undefined) return invalidParams(`filter ${index + 1} invalid: ${refusal}`)
    const { type, contractIds = [], topics = [] } = filter
    read.push({
      types: type ? type.split(',') : [],
      contractIds: contractIds.filter(present),
      topics: topics.filter(present).map((topic) => topic.filter(present)),
    })
  }
  return { value: read }
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
