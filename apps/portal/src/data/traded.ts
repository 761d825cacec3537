/** States of an offering in which holders trade with one another. */
const TRADED: readonly string[] = ['Building', 'Live', 'Defaulted']

export const isTraded = (state: string): boolean => TRADED.includes(state)
