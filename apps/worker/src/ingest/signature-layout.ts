/** How a batch of signatures travels to a worker thread: one buffer, one fixed slot a reading. */
import { READING_SIGNED_LENGTH } from '@heliobond/domain'

export const SIGNATURE_LENGTH = 64
export const PUBLIC_KEY_LENGTH = 32
export const SIGNATURE_AT = READING_SIGNED_LENGTH
export const PUBLIC_KEY_AT = SIGNATURE_AT + SIGNATURE_LENGTH
export const SLOT_LENGTH = PUBLIC_KEY_AT + PUBLIC_KEY_LENGTH
