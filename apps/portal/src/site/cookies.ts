/** Cookies of the portal. Both are same-site; the session cannot be read by scripts. */
export const SESSION_COOKIE = 'heliobond_session'
export const THEME_COOKIE = 'heliobond_theme'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** The colours that the reader chose; whatever else stands in the cookie means "as the device". */
export const readTheme = (value: string | undefined): Theme => THEMES.find((theme) => theme === value) ?? 'system'
