/** A successful outcome and what it yields. */
export type Ok<T> = { readonly ok: true; readonly value: T }

/** An expected refusal. `error.code` is stable and part of the public interface. */
export type Err<E> = { readonly ok: false; readonly error: E }

/** The outcome of a decision that may be refused. Refusals are values; a thrown error is a bug or a failed dependency. */
export type Result<T, E extends { readonly code: string }> = Ok<T> | Err<E>

/** Wraps a value as a success. */
export const ok = <T>(value: T): Ok<T> => ({ ok: true, value })

/** Wraps a refusal. */
export const err = <const E extends { readonly code: string }>(error: E): Err<E> => ({ ok: false, error })
