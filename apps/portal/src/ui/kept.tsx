'use client'

import { type ComponentProps, type RefObject, useLayoutEffect, useRef } from 'react'

/**
 * Boxes of a form that scripts run. What somebody typed, chose or ticked before the scripts were ready is told to the form as if it happened
 * now; otherwise the form would know nothing of it, and wipe it out when it is next drawn.
 */
type Box = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

interface Drawn {
  readonly value?: unknown
  readonly checked?: boolean
}

export function KeptInput(input: ComponentProps<'input'>) {
  return <input {...input} ref={useKept<HTMLInputElement>(input)} />
}

export function KeptTextArea(input: ComponentProps<'textarea'>) {
  return <textarea {...input} ref={useKept<HTMLTextAreaElement>(input)} />
}

export function KeptSelect(input: ComponentProps<'select'>) {
  return <select {...input} ref={useKept<HTMLSelectElement>(input)} />
}

function useKept<T extends Box>({ value, checked }: Drawn): RefObject<T | null> {
  const box = useRef<T>(null)
  const drawn = useRef<Drawn>({ value, checked })
  useLayoutEffect(() => {
    const tell = box.current && earlier(box.current, drawn.current)
    // One after the other, each once the form has taken in the one before.
    if (tell) queueMicrotask(tell)
  }, [])
  return box
}

/** How to tell what was done to a box before it was first drawn here; null where nothing was. Read now: the next drawing may overwrite it. */
function earlier(box: Box, { value, checked = false }: Drawn): (() => void) | null {
  if (box instanceof HTMLSelectElement) return earlierChoice(box, String(value))
  if (box.type === 'file') {
    return box instanceof HTMLInputElement && box.files?.length
      ? () => box.dispatchEvent(new Event('change', { bubbles: true }))
      : null
  }
  if (box instanceof HTMLInputElement && (box.type === 'checkbox' || box.type === 'radio')) {
    // Of two radio buttons the one that was chosen speaks.
    if (box.checked === checked || (box.type === 'radio' && !box.checked)) return null
    return () => {
      box.checked = checked
      box.click()
    }
  }
  const typed = box.value
  if (value === undefined || typed === asHeld(box, String(value))) return null
  return () => {
    // React hears of an event only where it saw another value last: it watches the box's own property, not that of its kind.
    box.value = String(value)
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(box), 'value')?.set?.call(box, typed)
    box.dispatchEvent(new Event('input', { bubbles: true }))
  }
}

function earlierChoice(box: HTMLSelectElement, value: string): (() => void) | null {
  const chosen = box.value
  const options = [...box.options].map((option) => option.value)
  if (chosen === (options.includes(value) ? value : options[0])) return null
  return () => {
    box.value = chosen
    box.dispatchEvent(new Event('change', { bubbles: true }))
  }
}

/** A value as a box of this kind holds it: a day that is none is nothing, ends of lines are one character. */
function asHeld(box: HTMLInputElement | HTMLTextAreaElement, value: string): string {
  const probe = document.createElement(box instanceof HTMLInputElement ? 'input' : 'textarea')
  if (probe instanceof HTMLInputElement) probe.type = box.type
  probe.value = value
  return probe.value
}
