import { type ComponentProps, type ReactNode, useId } from 'react'
import { classes } from './classes.ts'
import { KeptInput, KeptSelect, KeptTextArea } from './kept.tsx'

const BOX =
  'block w-full min-h-11 rounded-lg border border-line-strong bg-surface px-3 text-ink placeholder:text-muted aria-[invalid=true]:border-bad aria-[invalid=true]:border-2 disabled:opacity-60 file:mr-3 file:my-1.5 file:min-h-8 file:cursor-pointer file:rounded-md file:border file:border-line-strong file:bg-sunken file:px-3 file:font-semibold file:text-ink'

interface Around {
  readonly label: ReactNode
  /** What is wanted, in words. */
  readonly hint?: ReactNode
  /** What is wrong, and what to do. */
  readonly error?: ReactNode
  readonly className?: string
}

/** The ids and attributes that tie a field to its label, its hint and its error. */
function useAround({ hint, error }: Pick<Around, 'hint' | 'error'>) {
  const id = useId()
  const described = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter(Boolean).join(' ')
  return { id, described: described === '' ? undefined : described }
}

function Surround({
  id,
  label,
  hint,
  error,
  className,
  children,
}: Around & { readonly id: string; readonly children: ReactNode }) {
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1 block font-medium">
        {label}
      </label>
      {children}
      {hint && (
        <p id={`${id}-hint`} className="mt-1 text-sm text-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} role="alert" className="mt-1 text-sm font-medium text-bad">
          {error}
        </p>
      )}
    </div>
  )
}

/** One line to type into. */
export function Field({
  label,
  hint,
  error,
  className,
  unit,
  ...input
}: Around & Omit<ComponentProps<'input'>, 'className' | 'id'> & { readonly unit?: ReactNode }) {
  const { id, described } = useAround({ hint, error })
  const Box = input.onChange ? KeptInput : 'input'
  const field = (
    <Box id={id} aria-describedby={described} aria-invalid={error ? true : undefined} className={BOX} {...input} />
  )
  return (
    <Surround id={id} label={label} hint={hint} error={error} className={className}>
      {unit ? (
        <div className="flex items-center gap-3">
          <div className="flex-1">{field}</div>
          <span className="font-medium text-muted">{unit}</span>
        </div>
      ) : (
        field
      )}
    </Surround>
  )
}

/** Several lines to type into. */
export function TextArea({
  label,
  hint,
  error,
  className,
  ...input
}: Around & Omit<ComponentProps<'textarea'>, 'className' | 'id'>) {
  const { id, described } = useAround({ hint, error })
  const Box = input.onChange ? KeptTextArea : 'textarea'
  return (
    <Surround id={id} label={label} hint={hint} error={error} className={className}>
      <Box
        id={id}
        rows={4}
        aria-describedby={described}
        aria-invalid={error ? true : undefined}
        className={classes(BOX, 'py-2')}
        {...input}
      />
    </Surround>
  )
}

/** One of a few. */
export function Select({
  label,
  hint,
  error,
  className,
  options,
  ...input
}: Around &
  Omit<ComponentProps<'select'>, 'className' | 'id'> & {
    readonly options: readonly { readonly value: string; readonly label: string }[]
  }) {
  const { id, described } = useAround({ hint, error })
  const Box = input.onChange ? KeptSelect : 'select'
  return (
    <Surround id={id} label={label} hint={hint} error={error} className={className}>
      <Box id={id} aria-describedby={described} aria-invalid={error ? true : undefined} className={BOX} {...input}>
        {options.map(({ value, label: name }) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </Box>
    </Surround>
  )
}

/** Yes or no, with its words beside it. */
export function CheckBox({
  label,
  hint,
  error,
  className,
  ...input
}: Around & Omit<ComponentProps<'input'>, 'className' | 'id' | 'type'>) {
  const { id, described } = useAround({ hint, error })
  const Box = input.onChange ? KeptInput : 'input'
  return (
    <div className={className}>
      <div className="flex items-start gap-3">
        <Box
          id={id}
          type="checkbox"
          aria-describedby={described}
          aria-invalid={error ? true : undefined}
          className="mt-0.5 size-5 shrink-0 accent-(--accent)"
          {...input}
        />
        <label htmlFor={id}>{label}</label>
      </div>
      {hint && (
        <p id={`${id}-hint`} className="mt-1 ml-8 text-sm text-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} role="alert" className="mt-1 ml-8 text-sm font-medium text-bad">
          {error}
        </p>
      )}
    </div>
  )
}
