import { getTranslations } from 'next-intl/server'
import { THEMES, type Theme } from '../site/cookies.ts'
import { classes } from '../ui/classes.ts'

/** Colours: as the device, light or dark. A form, so that it needs no script. */
export async function ThemeSwitch({ theme }: { readonly theme: Theme }) {
  const t = await getTranslations('site')
  const names: Readonly<Record<Theme, string>> = {
    system: t('themeSystem'),
    light: t('themeLight'),
    dark: t('themeDark'),
  }
  return (
    <form method="post" action="/api/preferences">
      <fieldset className="flex flex-wrap items-center gap-1">
        <legend className="mb-1 text-sm text-muted sm:float-left sm:mr-2 sm:mb-0">{t('theme')}</legend>
        {THEMES.map((one) => (
          <button
            key={one}
            type="submit"
            name="theme"
            value={one}
            aria-pressed={one === theme}
            className={classes(
              'min-h-8 cursor-pointer rounded-md border px-2.5 text-sm hover:bg-sunken',
              one === theme ? 'border-accent font-semibold text-accent' : 'border-line text-ink',
            )}
          >
            {names[one]}
          </button>
        ))}
      </fieldset>
    </form>
  )
}
