import { expect, test } from 'vitest'
import { standingTender } from './standing.ts'

const tender = (number: number, stage: string) => ({ number, stage })

test.each(['Open', 'Awarded', 'Works', 'Done'])('a tender that is %s leaves no room for another', (stage) => {
  expect(standingTender([tender(2, stage), tender(1, 'Cancelled')])?.number).toBe(2)
})

test('after tenders that came to nothing another can be opened', () => {
  expect(standingTender([tender(2, 'Terminated'), tender(1, 'Cancelled')])).toBeUndefined()
  expect(standingTender([])).toBeUndefined()
})
