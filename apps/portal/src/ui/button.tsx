import type { ButtonHTMLAttributes } from 'react'
import { classes } from './classes.ts'

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger'

const LOOKS: Readonly<Record<ButtonLook, string>> = {
  primary: 'bg-accent text-accent-ink border-accent hover:bg-accent-strong hover:border-accent-strong',
  secondary: 'bg-surface text-ink border-line-strong hover:bg-sunken',
  quiet: 'bg-transparent text-accent border-transparent hover:bg-accent-soft',
  danger: 'bg-surface text-bad border-bad hover:bg-bad-soft',
}

/** The look of a button, also for links that act like one. */
export const buttonClass = (look: ButtonLook = 'primary', small = false): string =>
  classes(
    'inline-flex items-center justify-center gap-2 rounded-lg border font-semibold no-underline transition-colors cursor-pointer',
    'disabled:cursor-not-allowed disabled:opacity-60 aria-disabled:cursor-not-allowed aria-disabled:opacity-60',
    small ? 'min-h-8 px-3 py-1 text-sm' : 'min-h-11 px-5 py-2 text-base leading-snug',
    LOOKS[look],
  )

export function Button({
  look = 'primary',
  small = false,
  className,
  type = 'button',
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { readonly look?: ButtonLook; readonly small?: boolean }) {
  return <button type={type} className={classes(buttonClass(look, small), className)} {...rest} />
}
