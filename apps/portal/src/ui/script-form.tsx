import type { ComponentProps } from 'react'

/**
 * A form that scripts alone can send. Pressed before they are ready it stays as it is: `dialog` is the method that sends nothing, so that what was
 * typed is neither lost with the page nor put in its address.
 */
export const ScriptForm = (form: Omit<ComponentProps<'form'>, 'method'>) => <form method="dialog" {...form} />
