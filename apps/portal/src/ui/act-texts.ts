/** The texts that an `ActButton` needs in the browser: `<ClientTexts of={ACT_TEXTS}>`. */
export const ACT_TEXTS = ['act', 'problem', 'refusal'] as const

/** Characters that a reason has at least; of the API. */
export const LEAST_REASON = 3
