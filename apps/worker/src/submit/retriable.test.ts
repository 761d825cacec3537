import { RETRIABLE_KINDS } from '@heliobond/db'
import { expect, test } from 'vitest'
import { HANDLERS } from '../worker.ts'

test.each(RETRIABLE_KINDS)(
  '%s, which a person may try again, reserves nothing that its giving up has freed',
  (kind) => {
    const handler = HANDLERS.find((one) => one.kind === kind)
    expect(handler).toBeDefined()
    expect(handler?.abandoned).toBeUndefined()
  },
)
