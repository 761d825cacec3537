/** Readings a second, whole and by stage. */
export interface IngestBenchmark {
  readings: number
  meters: number
  endToEndPerSecond: number
  verifyPerSecond: number
  unnestPerSecond: number
  /** Judged between its neighbours and stored, without verification. */
  storePerSecond: number
  brokerPerSecond: number
  slowestStage: 'verify' | 'unnest' | 'broker'
  /** End to end, as a part of the slowest stage alone. */
  ratio: number
  /** End to end through two processes of ingest. */
  twoProcessesPerSecond: number
  /** Of the machine's cores, with one process and with two. */
  busy: readonly [one: number, two: number]
}

const GOAL_PER_SECOND = 5_000
const GOAL_RATIO = 0.5
const GOAL_TWO_PROCESSES = 1.6
/** Who is at so much of a limit is at the limit. */
const LIMIT_SHARE = 0.9

/** The figures beside their goals, in words. */
export function report(figures: IngestBenchmark): string {
  const { endToEndPerSecond: one, twoProcessesPerSecond: two, ratio, slowestStage, busy } = figures
  const per = (value: number) => `${value.toLocaleString('en')}/s`
  const is = (holds: boolean) => (holds ? 'reached' : 'missed')
  const limit =
    two >= GOAL_TWO_PROCESSES * one
      ? 'reached'
      : two >= LIMIT_SHARE * figures.brokerPerSecond
        ? "the broker's limit"
        : busy[1] >= LIMIT_SHARE
          ? "the limit of this machine's cores"
          : 'missed'
  return `${figures.readings.toLocaleString('en')} readings of ${figures.meters} meters
verified alone, all cores       ${per(figures.verifyPerSecond)}
inserted alone, bare unnest     ${per(figures.unnestPerSecond)} (${per(figures.storePerSecond)} with each judged between its neighbours)
delivered alone by Mosquitto    ${per(figures.brokerPerSecond)}
verified, stored, acknowledged  ${per(one)} (goal ${per(GOAL_PER_SECOND)}: ${is(one >= GOAL_PER_SECOND)}), ${ratio.toFixed(2)} of the slowest stage, ${slowestStage} (goal ${GOAL_RATIO}: ${is(ratio >= GOAL_RATIO)}), cores ${percent(busy[0])} busy
through two processes           ${per(two)}, ${(two / one).toFixed(2)} x (goal ${GOAL_TWO_PROCESSES} x: ${limit}), cores ${percent(busy[1])} busy`
}

const percent = (share: number) => `${Math.round(share * 100)} %`
