/** Addresses to choose from, with the names of whose they are. */
export function PeopleList({
  id,
  people,
}: {
  readonly id: string
  readonly people: readonly { readonly name: string; readonly address: string }[]
}) {
  return (
    <datalist id={id}>
      {people.map(({ name, address }) => (
        <option key={address} value={address}>
          {name}
        </option>
      ))}
    </datalist>
  )
}
