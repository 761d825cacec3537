/** Texts in order, without repetition. */
class SortedKeys {
  readonly keys: string[] = []

  /** Where a key is or would be. */
  position(key: string): number {
    let low = 0
    let high = this.keys.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.keys[middle] ?? '') < key) low = middle + 1
      else high = middle
    }
    return low
  }

  add(key: string): void {
    const at = this.position(key)
    if (this.keys[at] !== key) this.keys.splice(at, 0, key)
  }

  remove(key: string): void {
    const at = this.position(key)
    if (this.keys[at] === key) this.keys.splice(at, 1)
  }
}

export interface CollectionPage {
  /** The key after which the page begins; undefined at the end where the order begins. */
  readonly after: string | undefined
  readonly limit: number
  readonly descending: boolean
}

/** Things under ordered keys, each with tags by which pages of them are asked for. */
export class Collection<T> {
  readonly #items = new Map<string, { readonly item: T; readonly tags: readonly string[] }>()
  readonly #all = new SortedKeys()
  readonly #tagged = new Map<string, SortedKeys>()

  get(key: string): T | undefined {
    return this.#items.get(key)?.item
  }

  put(key: string, item: T, tags: readonly string[]): void {
    this.remove(key)
    this.#items.set(key, { item, tags })
    this.#all.add(key)
    for (const tag of tags) {
      const keys = this.#tagged.get(tag) ?? new SortedKeys()
      keys.add(key)
      this.#tagged.set(tag, keys)
    }
  }

  remove(key: string): void {
    const known = this.#items.get(key)
    if (known === undefined) return
    this.#items.delete(key)
    this.#all.remove(key)
    for (const tag of known.tags) {
      const keys = this.#tagged.get(tag)
      keys?.remove(key)
      if (keys?.keys.length === 0) this.#tagged.delete(tag)
    }
  }

  /** What has all the tags, from a key on. */
  page(tags: readonly string[], { after, limit, descending }: CollectionPage): T[] {
    const lists = tags.map((tag) => this.#tagged.get(tag) ?? new SortedKeys())
    const [shortest = this.#all] = lists.sort((a, b) => a.keys.length - b.keys.length)
    const { keys } = shortest
    const found: T[] = []
    let at = descending ? keys.length - 1 : 0
    if (after !== undefined) {
      const position = shortest.position(after)
      at = descending ? position - 1 : keys[position] === after ? position + 1 : position
    }
    for (; at >= 0 && at < keys.length && found.length < limit; at += descending ? -1 : 1) {
      const known = this.#items.get(keys[at] ?? '')
      if (known !== undefined && tags.every((tag) => known.tags.includes(tag))) found.push(known.item)
    }
    return found
  }
}
