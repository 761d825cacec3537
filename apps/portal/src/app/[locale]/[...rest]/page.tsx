import { notFound } from 'next/navigation'

/** Whatever has no page of its own: told in the reader's language, inside the shell. */
export default function Nowhere(): never {
  notFound()
}
