import type { Period } from '@heliobond/domain'
import type { SchedulePeriod } from '../api/types.ts'

/** A moment of the API in Unix seconds. */
export const unixSeconds = (moment: string): bigint => BigInt(Math.floor(Date.parse(moment) / 1_000))

/** A coupon period as the engine counts it. */
export const toPeriod = ({ number, start, record, pay, days, basis }: SchedulePeriod): Period => ({
  ...{ index: number, days, basis },
  start: unixSeconds(start),
  record: unixSeconds(record),
  pay: unixSeconds(pay),
})
