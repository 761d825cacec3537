/**
 * Sentences with named places: `There is no tender {tender}.` What fills the places is answered beside the sentence, by name, so that a client
 * can say the same in another language.
 */

/** What may stand in a place: a list is told with commas. Amounts are decimal strings of stroops, times RFC 3339. */
export type Place = string | number | readonly (string | number)[]

/** The names of the places of a sentence. */
export type PlacesOf<Sentence extends string> = Sentence extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlacesOf<Rest>
  : never

/** A value for each place of a sentence. */
export type ParamsOf<Sentence extends string> = { readonly [Name in PlacesOf<Sentence>]: Place }

/** Arguments of a function that fills a sentence: none where it has no places. */
export type Filling<Sentence extends string> = [PlacesOf<Sentence>] extends [never]
  ? [params?: Readonly<Record<string, Place>>]
  : [params: ParamsOf<Sentence> & Readonly<Record<string, Place>>]

/** The sentence with its places filled. @throws {Error} for a place without a value: a bug that the types tell first. */
export function fill(sentence: string, params: Readonly<Record<string, Place>>): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name]
    if (value === undefined) throw new Error(`"${sentence}" lacks ${name}`)
    return typeof value === 'object' ? value.join(', ') : String(value)
  })
}
