import type { Reading, ReadingFormatRefusal, ReadingRefusalCode } from '@heliobond/domain'

/** Why a message was not taken. Codes are stable. */
export type IntakeRefusalCode =
  | ReadingRefusalCode
  | ReadingFormatRefusal['code']
  /** More bytes than a reading can have. */
  | 'OVERSIZED'
  /** Not JSON in UTF-8. */
  | 'NOT_JSON'
  /** Not a Sparkplug B payload. */
  | 'NOT_SPARKPLUG'
  /** The topic names another system or meter than the reading. */
  | 'TOPIC_MISMATCH'

/**
 * What became of one message, by the time it may be acknowledged: `stored` and `duplicate` are committed, `refused` is
 * in quarantine. `authentic` says whether the meter's own key signed what was refused.
 */
export type IntakeOutcome =
  | { readonly outcome: 'stored' | 'duplicate'; readonly reading: Reading }
  | {
      readonly outcome: 'refused'
      readonly code: IntakeRefusalCode
      readonly detail: string
      readonly authentic: boolean
      readonly reading?: Reading
    }
