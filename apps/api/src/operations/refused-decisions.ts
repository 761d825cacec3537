import type { CorrectionRefusal, EditRefusal, EnterTariffRefusal, EpochRefusal, RejectRefusal } from '@heliobond/db'

/** Why an act is not recorded, in words. */
export const REFUSED_DECISIONS: Readonly<
  Record<EpochRefusal | EditRefusal | RejectRefusal | CorrectionRefusal | EnterTariffRefusal, string>
> = {
  UNKNOWN_METER: 'There is no such meter here.',
  REVOKED: 'The meter is revoked: what it signs counts no more.',
  WRAP_BELOW_REGISTER: 'A register stands above that value already: registers wrap around where they are full.',
  FUTURE: 'That time has not come on the network.',
  ROLE_REGISTER: 'This kind of meter has no such register: it is 0.',
  CONTRADICTS_READING:
    'A signed reading says otherwise: registers never fall. Reject that reading first, if it is wrong.',
  UNKNOWN_READING: 'The meter has no such reading.',
  REJECTED_ALREADY: 'That reading is rejected already.',
  IN_A_STATEMENT: 'A statement rests on that reading: record a correction of the statement instead.',
  UNKNOWN_SYSTEM: 'There is no such system here, or it has no parties.',
  WRONG_PARTIES: 'Give the consumption of each party of the system, in the order of the registry.',
  NOTHING_TO_CORRECT: 'All of it is 0: nothing would change.',
  NO_SUCH_TARIFF: 'No project is priced by this symbol.',
  BAD_PRICE: 'A price per kWh is above 0, and within what the tariff contract takes.',
  COMPONENTS_DO_NOT_ADD_UP: 'Base, fuel and purchase do not add up to the price.',
  SAME_PERSON: 'You entered this price for the other feeder: the second word is another person’s.',
  ENTERED_ALREADY: 'This price was entered for this feeder already.',
}
