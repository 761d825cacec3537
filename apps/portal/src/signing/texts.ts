/** The texts that signing needs in the browser: `<ClientTexts of={SIGNING_TEXTS}>`. */
export const SIGNING_TEXTS = ['signing', 'wallet', 'problem', 'refusal'] as const
